/** What is done, had or bought, and the small words between: none of them is a place. */
export const isSaidOfDoing = (word: string): boolean =>
  DONE.test(word) || KOREAN.has(word) || ENGLISH.has(word.toLowerCase());

const DONE =
  /(?:(?:[가-힣]{2,}님|직원)(?:과|이랑|하고)|[가-힣]{1,5}(?:값|구입비?|화환|조화|격려)|간담회|회의|협의|협의회|토론회|설명회|보고회|발표회|송년회|신년회|위원회의|격려|오찬|만찬|조찬|자문|청취|수렴)$/;

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const KOREAN = setOf(`
  점심 저녁 아침 점심식사 저녁식사 식사 회식 다과 간식 음료 커피 차 생수 도시락 떡 케이크 케익 꽃 꽃다발 화환 조화 근조화 축하 축하금 축하품
  환불 취소 반품 정산 피자 축의금 부의금 조의금 경조사비 위로금 격려금 격려품 선물 기념품 상품권 홍보물 구입 구매 결제 지급 지출 주차 주차비 주차료 택시 택시비 톨게이트 통행료
  행사 면담 접견 방문 환영 환송 워크숍 워크샵 세미나 교육 인터뷰 브리핑 업무 시정 정책 현안 관련 추진 직원 명절 설날 추석 생일 결혼 승진 퇴직 퇴임`);

const ENGLISH = setOf(`
  lunch dinner breakfast brunch supper meal coffee tea snack snacks drinks refreshments meeting meetings briefing interview workshop seminar
  event ceremony conference talk talks discussion consultation visit reception party parking taxi toll gift gifts souvenir souvenirs flowers
  wreath cake pizza present refund refunded cancelled congratulations condolence condolences wedding funeral farewell welcome encouragement purchase
  with at in on for by from to of and the a an after before about regarding re paid using via per
  mayor vice deputy staff members council councillors reporters press guests people others team officials`);
