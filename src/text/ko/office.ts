import type { Role, RoleRefusal } from '../../person/rules.ts';

export const office = {
  menuTitle: '비서',
  menuLead: '비서실의 집행, 일정, 의회, 공약, 후속조치를 한곳에 적어 두는 앱입니다.',
  recordExpense: '업무추진비 기록',
  showStatus: '집행현황',
  people: '직원과 권한',
  budgets: '예산 등록',
  help: [
    '`/비서` — 이 메뉴',
    '`/비서 사람` — 직원 명단과 권한 (바꾸기는 관리자)',
    '`/비서 예산 2026 시책 103,000,000` — 한 해의 과목별 예산 (담당자)',
    '`/비서 분야 4-나 간담회 등` — 직무활동이 속하는 분야 (담당자)',
    '`/비서 언어 영어` — 나에게 보이는 말 바꾸기 (한국어, 영어)',
    '`/지출` — 업무추진비',
    '`/현장` — 일정·현장방문',
    '`/의회` — 시의회 소통',
    '`/후속` — 후속조치·처리요구',
    '`/공약` — 공약',
    '각 명령 뒤에 `도움말`을 붙이면 쓰는 법을 볼 수 있습니다.',
  ],
  roles: { member: '직원', manager: '담당자', administrator: '관리자' } satisfies Record<Role, string> as Record<
    Role,
    string
  >,
  peopleTitle: (count: number) => `비서실 직원 ${count}명`,
  personAdd: '직원 등록',
  personForm: { title: '직원 등록·권한', person: '사람', role: '권한', submit: '저장', remove: '명단에서 빼기' },
  personSaved: (name: string, role: string) => `${name} 님의 권한: ${role}`,
  personRemoved: (name: string) => `${name} 님을 명단에서 뺐습니다.`,
  personRefusals: {
    not_administrator: '직원과 권한은 관리자만 바꿀 수 있습니다.',
    last_administrator: '관리자가 한 명도 남지 않게 됩니다. 먼저 다른 관리자를 정해 주세요.',
  } satisfies Record<RoleRefusal, string> as Record<RoleRefusal, string>,
  change: '바꾸기',
  budgetForm: {
    title: '예산 등록',
    year: '연도',
    account: '예산과목',
    whole: '한 해 전체 (과목 구분 없음)',
    won: '예산액',
    submit: '저장',
  },
  budgetSaved: (year: number, account: string, won: string) => `${year}년 ${account} 예산을 ${won}으로 등록했습니다.`,
  budgetUsage: '예: `/비서 예산 2026 시책 103,000,000`',
  yearRefused: '연도는 2000에서 2100 사이의 숫자로 적어 주세요.',
  wholeYear: '전체',
  categorySaved: (activity: string, category: string) =>
    `${activity} 직무활동을 “${category}” 분야로 정했습니다. 앞으로 기록하는 것부터 따릅니다.`,
  categoryTitle: '직무활동별 분야',
  categoryUsage: '예: `/비서 분야 4-나 간담회 등`',
  languageSaved: '이제 한국어로 보여 드립니다.',
  languageUsage: '`/비서 언어 한국어` 또는 `/비서 언어 영어`',
  unknown: (typed: string, nearest: string) => `“${typed}” 명령은 없습니다. ‘/비서 ${nearest}’ 명령을 찾으셨나요?`,
  directMessage:
    '업무추진비라면 단추를 누르세요. 적은 내용으로 기록 창을 채워 드립니다. 다른 일은 `/비서`에서 찾을 수 있습니다.',
  home: {
    lead: '`/지출 85000 미진 4명 조례 개정 간담회 시책 카드`처럼 한 줄로 적거나 단추를 누르세요.',
    stranger: '비서실 직원이 쓰는 앱입니다. `/비서`를 입력하면 관리자에게 등록을 요청합니다.',
  },
};
