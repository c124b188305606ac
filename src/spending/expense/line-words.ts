/** What is done, had or bought, and the small words between: none of them is a place. */
export const isSaidOfDoing = (word: string): boolean =>
  DONE.test(word) || KOREAN.has(word) || ENGLISH.has(word.toLowerCase());

/** Who it was for or with, though they bear no post: 수험생, 언론사, 시장님. */
export const isSomebody = (word: string): boolean =>
  /(?:님|용사|수험생|학생|어르신|장병|선수단|대표단|국장단|기자단|방문단|언론사|언론인|상인회?|회원|주민|시민|외빈|내빈|손님|유족|가족|일행|인사|단체|협의회|residents?|delegation)(?:들)?$/.test(
    word,
  );

const DONE =
  /(?:(?:[가-힣]{2,}님|직원)(?:과|이랑|하고)|[가-힣]{1,5}(?:값|구입비?|화환|조화|격려|요금|시간|바구니|세트|도시락|물품|작업|근무|포럼|콘서트|대회|축제|행사|훈련|교육)|[가-힣]+(?<!갈|나|제|루|단|바)비|[가-힣]{2,}(?<!한|정|일|중|분|양)식|간담회|회의|협의|협의회|토론회|설명회|보고회|발표회|송년회|신년회|위원회의?|격려|오찬|만찬|조찬|자문|청취|수렴)$/;

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const KOREAN = setOf(`
  점심 저녁 아침 점심식사 저녁식사 식사 회식 식비 다과 간식 음료 커피 차 생수 도시락 떡 케이크 케익 꽃 꽃다발 화환 조화 근조화 축하 축하금 축하품
  환불 취소 반품 정산 피자 축의금 부의금 조의금 경조사비 위로금 격려금 격려품 선물 기념품 상품권 홍보물 구입 구매 결제 지급 지출 주차 주차비 주차료 택시 택시비 톨게이트 통행료
  한식 중식 일식 회식비 화분 꽃바구니 감사패 공로패 난 봉투 케잌 총액 금액 합계 식대 봉사료 팁 포함 제외 별도 부담 절반 반반 더치페이 영수증 번호 승인 반납 회수 초청 주재 참석 외부 내부
  우리 사태 야근 당직 제설 제설작업 감사 위로 위문 축하 입원 문병 취임 이임 퇴임식 취임식 훈련 점검 순찰 출장 민방위 수능 예산 결산 언론 요금 주차요금 기념식 개소식 절 목적 용도 인원 일시 금 중 및
  행사 면담 접견 방문 환영 환송 워크숍 워크샵 세미나 교육 인터뷰 브리핑 업무 시정 정책 현안 관련 추진 직원 명절 설날 추석 생일 결혼 승진 퇴직 퇴임`);

const ENGLISH = setOf(`
  lunch dinner breakfast brunch supper meal coffee tea snack snacks drinks refreshments meeting meetings briefing interview workshop seminar
  event ceremony conference talk talks discussion consultation visit reception party parking taxi toll gift gifts souvenir souvenirs flowers
  wreath cake pizza present refund refunded cancelled congratulations condolence condolences wedding funeral farewell welcome encouragement purchase
  with at in on for by from to of and the a an after before about regarding re paid using via per
  business night morning evening day split half back money paid staff's flowers flower card got returned our my we us w/ overtime working team's opening
  mayor vice deputy staff members council councillors reporters press guests people others team officials`);
