import { josa } from 'es-hangul';
import type { RuleId, Worded } from '../../vocabulary/check.ts';

/** What a rule is called, the clause it rests on, since when that is known, and the sentence about what it found. */
export type RuleWords = {
  name: string;
  basis: string;
  /** Empty: as the rule's own first day says. */
  since: string;
  why(said: Worded, how: string | null): string;
};

/** A quoted word with the particle that fits it: ‘기념품’을, ‘기자’가. */
const quoted = (word: string, particle: Parameters<typeof josa.pick>[1]): string =>
  `‘${word}’${josa.pick(word, particle)}`;

const RECORDED = '회계관리훈령 별표 2 (지방자치단체 세출예산 집행기준, 업무추진비)';
const SCOPE = '지방자치단체 업무추진비 집행에 관한 규칙 별표 (직무활동 범위)';
const SCOPE_SINCE = '2017-07-26 시행 규칙에서 확인. 그 전 시작일은 확인하지 못했습니다.';
const BY_2023 = '시작일은 확인하지 못했습니다. 2023년 8월 이전부터 쓰던 기준입니다.';

export const rules: Record<RuleId, RuleWords> = {
  E01: {
    name: '기본 사항 빠짐',
    basis: RECORDED,
    since: '2018-03-30 집행기준에서 확인. 그 전부터 쓰던 기준입니다.',
    why: ({ word }) => `공개 서식에 꼭 있어야 할 항목이 비어 있습니다: ${word}.`,
  },
  E02: {
    name: '직무활동 없음',
    basis: SCOPE,
    since: SCOPE_SINCE,
    why: () => '어느 직무활동에 쓴 것인지 적혀 있지 않습니다.',
  },
  E03: {
    name: '그 밖의 직무활동(9)의 근거',
    basis: `${SCOPE} 제9호, 대법원 2007도7205`,
    since: '',
    why: () => '직무활동 9는 받는 사람과 방법을 미리 정한 법령이나 조례가 있어야 합니다. 이름과 조항을 적어 주세요.',
  },
  E04: {
    name: '회의·간담회 계획',
    basis: `${SCOPE} 제4호 나목`,
    since: SCOPE_SINCE,
    why: () => '4-나 회의는 방법과 참석 범위를 미리 정한 계획이 있어야 합니다. 계획 문서 번호와 날짜가 필요합니다.',
  },
  E05: {
    name: '1인당 한도 초과',
    basis: `${RECORDED}: 간담회 등 접대비 1인 1회당 한도`,
    since: '한도가 확인된 날부터 판단합니다.',
    why: ({ won, cap, people }) => `1인당 ${won}(${people})으로 한도 ${cap}을 넘습니다. 넘은 사유를 적어 주세요.`,
  },
  E06: {
    name: '공직자 등 식사 한도',
    basis: '청탁금지법 시행령 별표 1, 회계관리훈령 별표 2 단서',
    since: '한도가 확인된 날부터 판단합니다.',
    why: ({ won, cap, word }, how) =>
      how === 'over'
        ? `공직자 등에게 1인당 ${cap}을 넘겨 쓸 수 없습니다(1인당 ${won}).`
        : `${quoted(word, '이/가')} 있습니다. 공직자 등이 있었다면 1인당 ${won}은 한도 ${cap}을 넘습니다.`,
  },
  E07: {
    name: '주된 상대방 이름',
    basis: `${RECORDED}: 건당 50만원 이상은 주된 상대방의 소속 또는 주소와 성명`,
    since: '2004년 1월 중앙부처 기준에서 시작. 지방자치단체는 2022년 이전부터입니다.',
    why: ({ won, cap }) => `${won}은 ${cap} 이상입니다. 주된 상대방의 소속(또는 주소)과 이름이 있어야 합니다.`,
  },
  E08: {
    name: '나누어 결제',
    basis: `${RECORDED}: 건당 50만원 이상 상대방 기재 (나누어 결제는 대표적인 감사 지적 사항)`,
    since: '2004년 1월 중앙부처 기준에서 시작.',
    why: ({ count, won, cap, others }) =>
      `같은 날 같은 곳이나 같은 모임에서 ${count}으로 나뉘어 모두 ${won}(기준 ${cap})입니다: ${others}. 나눈 사유를 적어 주세요.`,
  },
  E09: {
    name: '한 모임을 둘로 적음',
    basis: '공개 자료의 관행 (1인당 한도와 50만원은 모임 전체로 봅니다)',
    since: '',
    why: ({ won, others }) => `같은 모임으로 보이는 기록이 있습니다: ${others}. 합쳐서 ${won}입니다.`,
  },
  E10: {
    name: '심야 집행',
    basis: `${RECORDED}: 심야 시간대 사용 제한`,
    since: BY_2023,
    why: ({ time }) => `${time}은 심야입니다. 업무와 관련된 사유를 적어 주세요.`,
  },
  E11: {
    name: '휴일 집행',
    basis: `${RECORDED}: 공휴일·토요일·일요일 사용 제한`,
    since: BY_2023,
    why: ({ day, word }) =>
      `${[day, word].filter(Boolean).join(' ')}: 쉬는 날입니다. 업무와 관련된 사유를 적거나 현장방문에 이어 주세요.`,
  },
  E12: {
    name: '관할 밖 집행',
    basis: `${RECORDED}: 관할 근무지 밖 사용 제한`,
    since: BY_2023,
    why: ({ word }) => `관할 밖(${word})입니다. 출장 등 사유를 적거나 현장방문에 이어 주세요.`,
  },
  E13: {
    name: '집 근처 집행',
    basis: `${RECORDED}: 자택 근처 사용 제한`,
    since: BY_2023,
    why: () => '집 근처에서 썼다고 적었습니다.',
  },
  E14: {
    name: '유흥주점 등',
    basis: `${RECORDED}: 주류판매를 주목적으로 하는 업종 제한`,
    since: BY_2023,
    why: ({ word }, how) =>
      how === 'said'
        ? '유흥주점·단란주점 같은 곳에서는 쓸 수 없습니다.'
        : `${quoted(word, '이/가')} 유흥주점·단란주점 같은 곳인지 골라 주세요.`,
  },
  E15: {
    name: '호프·주점',
    basis: '정부 예산 집행지침(2019): 기타주점 사용 시 사유 (지방자치단체는 준용)',
    since: '',
    why: ({ word }) => `${quoted(word, '이/가')} 주점이라면 언제·어디서·누가·무엇을·왜·어떻게 썼는지 적어야 합니다.`,
  },
  E16: {
    name: '현금 집행',
    basis:
      '지방회계법 시행령 제52조: 계좌 입금·카드 사용이 불가능한 경우, 격려금·조의금·축의금 등 외에는 현금 취급 제한',
    since: '',
    why: () => '현금으로 썼습니다. 카드를 쓰지 못한 사유와 받은 사람의 확인이 필요합니다.',
  },
  E17: {
    name: '영수증 없음',
    basis: '지방회계법 제5조, 회계관리훈령',
    since: '',
    why: () => '카드로 썼는데 영수증이 없습니다.',
  },
  E18: {
    name: '지급관리대장',
    basis: `${RECORDED}: 상품권·기념품·특산품 지급관리대장(지급일시·대상자·수량)`,
    since: BY_2023,
    why: ({ word }) => `${quoted(word, '을/를')} 샀습니다. 언제 누구에게 몇 개를 주었는지 적어 주세요.`,
  },
  E19: {
    name: '공직자 등 선물 한도',
    basis: '청탁금지법 시행령 별표 1, 지방자치단체 세출예산 집행기준(예규 제29호)',
    since: '',
    why({ won, cap, word }, how) {
      if (how === 'voucher') return `${quoted(word, '을/를')} 샀습니다. 받는 사람을 골라 주세요.`;
      if (how === 'kind')
        return `공직자 등에게 줄 ${quoted(word, '이/가')} 금액상품권인지 물품·용역상품권인지 골라 주세요.`;
      if (how === 'forbidden')
        return `공직자 등에게 ${quoted(word, '을/를')} 줄 수 없습니다. 금액상품권은 선물이 아닙니다.`;
      return how === 'said'
        ? `공직자 등에게 주는 선물은 하나에 ${cap}까지입니다(하나에 ${won}).`
        : `하나에 ${won}입니다. 공직자 등에게 준다면 ${cap}까지입니다. 받는 사람을 골라 주세요.`;
    },
  },
  E20: {
    name: '경조사의 범위',
    basis: `${SCOPE} 제8호 나목: 결혼·사망, 본인·배우자와 본인·배우자의 직계존비속`,
    since: SCOPE_SINCE,
    why: ({ word }, how) =>
      how === 'said'
        ? '축의·부의금품은 본인·배우자와 그 직계존비속의 결혼과 사망에만 낼 수 있습니다.'
        : `${quoted(word, '이/가')} 있습니다. 어떤 경조사인지 골라 주세요.`,
  },
  E21: {
    name: '시장 명의 경조사비',
    basis: `${SCOPE} 제8호 나목 3)가), 공직선거법 제113조`,
    since: SCOPE_SINCE,
    why({ word }, how) {
      if (how === 'branch') {
        return `본청 직원이라고 했는데 ${quoted(word, '이/가')} 적혀 있습니다. 시장 명의의 축의·부의금품은 본청 직원과 차하급 기관장에게만 낼 수 있습니다.`;
      }
      return how === 'said'
        ? '시장 명의의 축의·부의금품은 본청 상근직원과 차하급 기관장에게만 낼 수 있습니다.'
        : '누구 명의로 누구에게 낸 축의·부의금품인지 골라 주세요.';
    },
  },
  E22: {
    name: '경조사비를 받는 사람',
    basis: `${SCOPE} 제8호 나목 3)나)`,
    since: SCOPE_SINCE,
    why: () => '축의·부의금품은 소속 상근직원, 해당 지방의회 의원, 관내 유관기관 임직원에게만 낼 수 있습니다.',
  },
  E23: {
    name: '경조사비 한도',
    basis: '청탁금지법 시행령 별표 1 (축의·부의금, 화환·조화)',
    since: '한도가 확인된 날부터 판단합니다.',
    why({ won, cap, others }, how) {
      if (how === 'uncounted') return `모두 ${won}인데 몇 사람에게 냈는지 없습니다. 한 사람에게 ${cap}까지입니다.`;
      return how === 'sum'
        ? `${josa(others, '와/과')} 합쳐서 ${won}입니다. 한 경조사에 ${cap}까지 낼 수 있습니다.`
        : `한 사람에게 ${won}입니다. ${cap}까지 낼 수 있습니다.`;
    },
  },
  E24: {
    name: '기부행위',
    basis: '공직선거법 제112조·제113조 (기부행위 상시 제한)',
    since: '',
    why: ({ word }, how) =>
      how === 'said'
        ? `선거구민에게 주는 ${quoted(word, '은/는')} 그 사람을 대상으로 정한 직무활동이 있어야 합니다.`
        : how === 'unclear'
          ? `선거구민에게 준 ‘${word}’입니다. 어느 직무활동인지 없어 근거를 알 수 없습니다.`
          : `${quoted(word, '이/가')} 있습니다. 받는 사람을 골라 주세요.`,
  },
  E25: {
    name: '일반 민원인 제외',
    basis: `${SCOPE} 제2호 다목`,
    since: SCOPE_SINCE,
    why: ({ word }, how) =>
      how === 'said'
        ? '2-다(내방객 기념품)는 일반 민원인에게 쓸 수 없습니다.'
        : `${quoted(word, '이/가')} 있습니다. 2-다는 일반 민원인에게 쓸 수 없습니다. 받는 사람을 골라 주세요.`,
  },
  E26: {
    name: '연말·명절·생일 선물 계획',
    basis: `${SCOPE} 제6호 아목`,
    since: SCOPE_SINCE,
    why: () => '6-아는 연말·설·추석·생일에, 자체 계획과 예산으로 합니다. 계획 문서 번호가 필요합니다.',
  },
  E27: {
    name: '현업부서 격려금품',
    basis: `${SCOPE} 제5호 가목: 그 기관의 장에게`,
    since: SCOPE_SINCE,
    why: (_, how) =>
      how === 'said' ? '5-가 격려금품은 그 기관의 장에게 줍니다.' : '5-가 격려금품을 누가 받았는지 골라 주세요.',
  },
  E28: {
    name: '선거 전 행사',
    basis: '공직선거법 제86조 제2항 제4호: 선거일 전 60일부터 선거일까지 (소속 공무원 포함)',
    since: '',
    why: ({ day, days, word }, how) =>
      how === 'today'
        ? `선거일(${day} ${word})입니다. 할 수 있는 행사인지 살펴보세요.`
        : `${day} ${word}까지 ${days} 남았습니다. 할 수 있는 행사인지 살펴보세요.`,
  },
  E29: {
    name: '예산 초과',
    basis: '지방재정법 제47조',
    since: '',
    why: ({ won, cap }) =>
      `잔액 ${cap}을 넘는 ${won}입니다. 쓴 것은 기록하되 사유를 적어 주세요. 담당자(매니저)가 판단합니다.`,
  },
  E30: {
    name: '부서운영비를 부서 밖에 씀',
    basis: `${RECORDED}: 부서운영업무추진비는 부서 전체의 운영에`,
    since: BY_2023,
    why: ({ word }) => `${quoted(word, '이/가')} 있습니다. 부서운영업무추진비는 부서 밖 사람에게 쓰지 않습니다.`,
  },
  E31: {
    name: '시책추진의 정책사업',
    basis: '지방자치단체 예산편성 운영기준: 시책추진업무추진비는 정책사업에 편성',
    since: '',
    why: () => '시책추진업무추진비는 어느 정책사업의 것인지 있어야 합니다.',
  },
  E32: {
    name: '다른 회계연도',
    basis: '지방회계법 제6조·제7조',
    since: '',
    why: ({ day, year }) => `${day} 집행이 ${year} 예산으로 적혀 있습니다.`,
  },
  E33: {
    name: '연간 집행계획',
    basis: '지방회계법 시행령 제41조 제2항 (연간 집행계획이 없어 감사에서 지적된 사례)',
    since: '',
    why: ({ year }) => `${year} 업무추진비 집행계획의 문서 번호가 등록되지 않았습니다.`,
  },
  E34: {
    name: '잦은 집행',
    basis: '공개 자료를 점검하는 시민 기준 (법령은 아닙니다)',
    since: '',
    why: ({ count, days, word }, how) =>
      how === 'place'
        ? `${quoted(word, '을/를')} ${days} 동안 ${count}째 썼습니다.`
        : `같은 사람이 하루에 ${count}째 쓴 것입니다.`,
  },
  E35: {
    name: '인원과 대상자',
    basis: '감사 사례: 수행인원을 인원에서 빼고 적은 경우',
    since: '',
    why: ({ people, count }) => `인원은 ${people}인데 대상자에는 ${count}입니다. 수행인원이 있으면 적어 주세요.`,
  },
  E36: {
    name: '중복',
    basis: '같은 금액·장소·시각의 기록',
    since: '',
    why: ({ others }) => `금액·장소·시각이 같은 기록이 있습니다: ${others}.`,
  },
  E37: {
    name: '공개 기한',
    basis: '회계관리훈령 제121조, 별표 2: 분기마다, 분기가 끝난 뒤 1개월 안',
    since: '',
    why: () => '공개 기한은 공개 화면에서 챙깁니다.',
  },
  E38: {
    name: '공개에 남은 개인정보',
    basis: '정보공개법 제9조 제1항 제6호, 대구지법 2012년 판결',
    since: '',
    why: () => '공개 파일을 만들 때 살핍니다.',
  },
  E39: {
    name: '집행률',
    basis: '시의회 행정사무감사 지적 사항',
    since: '',
    why: () => '집행현황에서 살핍니다.',
  },
};
