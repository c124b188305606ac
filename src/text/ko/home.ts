import type { SettingsRefusal, Setup } from '../../vocabulary/desk.ts';

export const home = {
  title: (name: string, day: string) => `${name} 님 · ${day}`,
  answersThere: '버튼을 눌러 나온 답은 ‘메시지’ 탭에 옵니다.',
  record: {
    expense: '업무추진비 기록',
    visit: '일정 등록',
    council: '시의회 소통 기록',
    followup: '후속조치 등록',
    pledge: '추진상황 갱신',
  },
  menu: '전체 메뉴',
  open: '열기',

  stranger: {
    lead: '비서실 직원이 쓰는 앱입니다. 명단에 등록되면 이 자리에 오늘 할 일이 보입니다.',
    ask: '등록 요청하기',
    asked: '관리자에게 등록을 요청해 두었습니다. 등록되면 메시지로 알려 드립니다.',
    guest:
      '비서실 직원만 쓰는 앱이라 게스트나 다른 워크스페이스 계정에는 열려 있지 않습니다. 필요한 일은 비서실 직원에게 문의해 주세요.',
  },

  first: {
    title: '처음이시네요',
    steps: [
      '*1.* 내 설정에서 언어를, 알림 설정에서 받을 알림과 방해 금지 시간을 확인하세요.',
      '*2.* `/지출 85000 미진 4명 조례 개정 간담회 시책 카드`처럼 한 줄로 적거나 위 버튼을 누르면 창이 열립니다.',
      '*3.* 이 앱에 메시지로 “이번 주 일정”이나 “올해 시책 얼마 남았어?”라고 물어보셔도 됩니다.',
    ],
  },

  news: {
    title: (version: string) => `${version} 버전에서 바뀐 것`,
    lines: [
      '• 한 장 설명서가 생겼습니다: `/비서 설명서`, `/비서 설명서 지출`',
      '• 참석자, 영수증, 시의원, 감사 답변을 열거나 파일로 받으면 접속기록이 남습니다.',
    ],
    read: '확인했습니다',
  },

  setup: {
    title: '아직 갖추지 못한 것',
    says: {
      channel: '비서실 채널을 정하지 않았습니다. 정하면 오늘의 일정과 주간 요약이 그 채널에 올라갑니다.',
      budgets: '올해 예산을 등록하지 않았습니다. 등록해야 잔액과 집행률이 나옵니다.',
      second_administrator: '관리자가 한 명뿐입니다. 자리를 비울 때를 위해 한 명을 더 정해 두세요.',
      people: '명단에 직원이 한 명뿐입니다. 함께 쓸 직원을 등록하세요.',
      members: '시의원 명단이 없습니다. 파일로 가져오면 시의회 소통을 이름으로 기록할 수 있습니다.',
      pledges: '공약이 등록되지 않았습니다. 공약 목록 파일을 가져오세요.',
      expenses: '업무추진비 기록이 아직 없습니다. 지난 집행내역 파일이 있으면 가져오세요.',
    } satisfies Record<Setup, string> as Record<Setup, string>,
    does: {
      channel: '비서실 채널 정하기',
      budgets: '예산 등록',
      second_administrator: '관리자로 직원 등록',
      people: '직원 등록',
      members: '시의원 명단 가져오기',
      pledges: '공약 가져오기',
      expenses: '업무추진비 가져오기',
    } satisfies Record<Setup, string> as Record<Setup, string>,
    leave: '건너뛰기',
    greeting: '비서를 설치해 주셔서 고맙습니다. 관리자로 등록되셨습니다.',
    rest: (count: number) =>
      `바로 쓸 수 있도록 ${count}가지를 차례로 갖춰 주세요. 필요 없는 것은 건너뛰면 됩니다. 같은 목록이 홈 탭에도 있습니다.`,
    again: '남은 것 보기',
    done: '갖출 것을 모두 갖췄습니다. 설정을 한 번 점검하고, `/지출 85000 미진 4명 간담회`처럼 첫 기록을 남겨 보세요.',
    failed: (count: string) => `보내지 못한 알림이 ${count}건 있습니다.`,
    showFailed: '보기',
  },

  owed: (count: string) => `내 지출에서 챙길 것 ${count}건`,
  toCheck: {
    title: '비서실 확인할 것',
    open: '목록',
    says: {
      overdue: (count: string) => `기한이 지난 후속조치 ${count}건`,
      undated: (count: string) => `기한이 없는 후속조치 ${count}건`,
      resultless: (count: string) => `결과가 없는 지난 일정 ${count}건`,
      unshared: (count: string) => `시의회에 알리지 않은 일정 ${count}건`,
      unexplained: (count: string) => `발표됨 · 미설명 정책 ${count}건`,
      approvals: (count: string) => `결재를 기다리는 지출 ${count}건`,
      held: (count: string) => `확인 필요 건 ${count}건`,
      failed: (count: string) => `보내지 못한 메시지 ${count}건`,
      late: (count: string) => `보낼 때가 한 시간 넘게 지난 메시지 ${count}건`,
    },
  },
  waiting: {
    title: '결정을 기다리는 일',
    access: (mention: string) => `${mention} 님이 비서를 쓰려고 합니다.`,
    moreAccess: (count: string) => `등록 요청이 ${count}건 더 있습니다. 앞의 요청부터 처리해 주세요.`,
    proposals: (count: string) => `추진상황 갱신 제안 ${count}건`,
    showProposals: '제안 보기',
    approvals: (count: string) => `결재할 지출 ${count}건`,
    more: (count: string) => `그 밖에 ${count}건`,
  },

  day: {
    title: '오늘',
    none: '오늘은 시장 일정이 없습니다.',
    noneMine: '오늘 내가 맡은 일정은 없습니다.',
    mine: (count: string) => `내가 맡은 일정 ${count}건`,
    others: (count: string) => `그 밖의 시장 일정 ${count}건`,
    all: '오늘 일정 모두',
    week: '이번 주 일정',
    due: (count: string) => `오늘이 기한인 후속조치 ${count}건`,
    results: (count: string) => `결과를 적지 않은 일정 ${count}건`,
    writeResult: '일정 결과',
    owner: (name: string) => `담당 ${name}`,
    untold: '시의회에 아직 알리지 않음',
  },

  followups: {
    title: (count: string) => `내 후속조치 ${count}건`,
    none: '남은 후속조치가 없습니다.',
    overdue: (count: string) => `기한이 지난 것 ${count}건`,
  },

  office: {
    title: '비서실 한눈에',
    budget: (year: number, gone: string) => `${year}년 업무추진비 · 연간 ${gone} 경과`,
    spentOf: (spent: string, budget: string) => `${spent} / ${budget}`,
    unbudgeted: (account: string, spent: string) => `${account} · 예산 없음 · 집행 ${spent}`,
    none: (year: number) => `${year}년 예산과 집행이 아직 없습니다.`,
    pace: (account: string, rate: string, gone: string, pace: string) =>
      `${account} ${rate} 집행 (연중 ${gone} 시점) · ${pace}`,
    paces: { over: '예산 초과', ahead: '빠름', behind: '더딤', even: '적정' },
    held: (rows: string) => `확인 필요 건 ${rows}건은 넣지 않은 금액입니다.`,
    pledges: (term: number, count: string) => `민선${term}기 공약 ${count}건`,
    status: '집행현황',
    pledgeState: '공약 현황',
  },

  mine: {
    title: '내 설정',
    words: (language: string, zone: string) => `언어 ${language} · 시간대 ${zone}`,
    quiet: (from: string, to: string) => `방해 금지 시간 ${from}–${to}`,
    noQuiet: '방해 금지 시간 없음',
    freeDays: '쉬는 날은 하루 종일',
    digest: '개인 요약 받음',
    noDigest: '개인 요약 받지 않음',
    reminders: '알림 설정',
  },

  settings: {
    title: '내 설정',
    save: '저장',
    languages: { ko: '한국어', en: '영어 (English)' },
    labels: {
      language: '표시 언어',
      timezone: '시간대',
      digest: '주간 요약',
      birthday: '생일',
    },
    hints: {
      timezone: '도시나 나라 이름으로 찾습니다. 출장 중이 아니면 그대로 두세요. 비우면 비서실 시간을 따릅니다.',
      birthday: '예: 3월 5일. 적지 않아도 됩니다. 적으면 그날 아침 책임자에게 알립니다.',
    },
    searchZone: '도시나 나라 이름',
    digest: '매주 내 요약을 메시지로 받기',
    monthDay: (month: number, day: number) => `${month}월 ${day}일`,
    elsewhere: '시간대와 방해 금지 시간, 받을 알림은 ‘알림 설정’에 있습니다.',
    saved: '내 설정을 저장했습니다. 알림을 받을 때와 종류는 알림 설정에서 정합니다.',
    refusals: {
      missing: '골라 주세요.',
      not_a_zone: '모르는 시간대입니다. 목록에서 골라 주세요.',
      not_a_time: '시각은 19:00처럼 골라 주세요.',
      not_a_birthday: '3월 5일이나 03-05처럼 적어 주세요.',
    } satisfies Record<SettingsRefusal, string> as Record<SettingsRefusal, string>,
  },
};
