/** Single surnames that between them nearly every Korean bears. */
export const SURNAMES = setOf(`
  김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 전 홍 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 나 민 진
  지 엄 채 원 천 방 공 현 함 변 염 여 추 도 석 소 설 선 길 연 위 표 명 기 반 라 왕 금 옥 육 맹 제 모 탁 어 은 편 예 마 피 봉 봉`);

/** Those that hardly anybody bears: with all of the others the 286 of the census of 2000. */
const SCARCE_SURNAMES = setOf(
  '교 군 궁 근 난 낭 누 담 돈 묘 미 비 빙 삼 섭 수 아 애 엽 영 완 요 운 자 저 점 종 준 즙 증 춘 탄 판 풍 학 해 후 흥',
);

/** Surnames that begin far more words than names: they count only beside a title. */
export const RARE_SURNAMES = setOf(
  `인 국 용 경 사 부 가 복 태 목 형 두 감 호 계 음 빈 동 온 시 범 당 화 갈 단 승 간 상 견 팽 평 창 순 대 내 좌 옹 초 필 묵 매 포 환 뇌 야 궉 ${[...SCARCE_SURNAMES].join(' ')}`,
);

export const isSurname = (syllable: string): boolean => SURNAMES.has(syllable) || RARE_SURNAMES.has(syllable);

/** Whoever is called so: where other words explain the letters, they do. */
export const isScarceSurname = (syllable: string): boolean => SCARCE_SURNAMES.has(syllable);

/** Surnames that are hardly ever anything else when they stand alone. */
export const CLEAR_SURNAMES = setOf(
  '김 박 최 윤 임 오 권 황 안 송 류 홍 양 손 배 백 허 남 심 노 곽 차 우 나 민 엄 채 방 함 변 염 추 표 왕 맹 탁 피',
);

export const DOUBLE_SURNAMES = setOf('남궁 황보 제갈 사공 선우 서문 독고 동방 어금 망절 무본 장곡 강전 소봉 황목');

/** The same in Chinese letters. */
export const HANJA_SURNAMES = new Set(
  '金李朴崔鄭姜趙尹張林吳韓申徐權黃安宋柳洪全高文孫梁裵裴白曺曹許南沈劉盧河郭成車具禹朱任羅田閔辛池陳嚴蔡元千方孔玄康咸卞楊廉邊呂秋都愼石薛宣周馬延表魏明奇房潘王琴玉陸印孟諸牟卓魚殷片龍芮慶奉余丁兪庾習毛劉黎習趙孫吳鄧胡溫佐山田中鈴木安倍岸',
);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
