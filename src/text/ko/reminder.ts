import type { KindName, Snooze } from '../../vocabulary/reminder.ts';

export const reminder = {
  /** What a kind is called, and when it comes. */
  kinds: {
    schedule_today: {
      name: '오늘의 일정',
      about: '일정이 있는 날 아침 비서실 채널에. 쉬는 날 일정은 그 전 근무일에 함께.',
    },
    visit_evening: { name: '내일 일정', about: '일정 전날 저녁, 담당자와 수행 직원에게.' },
    visit_hour: { name: '곧 시작하는 일정', about: '일정 한 시간 전, 담당자와 수행 직원에게.' },
    visit_notice: { name: '시의회 사전공유', about: '시의회에 알리지 않은 일정 3일 전, 담당자에게.' },
    visit_result: { name: '일정 결과', about: '결과가 없으면 일정 다음 날, 3일 뒤, 일주일 뒤에 담당자에게.' },
    visit_unshared: { name: '의회에 알리지 않고 지난 일정', about: '일정 다음 날 한 번 담당자에게.' },
    council_announcement: {
      name: '발표 전 시의회 설명',
      about: '발표 3일 전, 하루 전, 당일 아침에 아직 설명을 듣지 못한 의원이 누구인지 등록한 사람에게.',
    },
    council_feedback: { name: '시의회 소통 결과', about: '소통 뒤 일주일이 지나도록 결과가 없으면 기록한 사람에게.' },
    followup_soon: { name: '기한이 3일 남은 후속조치', about: '기한 3일 전, 담당자에게.' },
    followup_today: { name: '오늘이 기한인 후속조치', about: '기한 날, 담당자에게.' },
    followup_overdue: {
      name: '기한이 지난 후속조치',
      about: '기한 다음 근무일과 그 뒤 매주 담당자에게, 2주가 지나면 책임자에게도.',
    },
    pledge_round: {
      name: '반기 자체평가 답변',
      about: '답변 기한 14일 전과 3일 전, 아직 답하지 않은 사람에게.',
    },
    expense_evidence: { name: '빠진 증빙', about: '2일이 지나도록 증빙이 빠진 지출을 기록한 사람에게.' },
    disclosure: { name: '집행내역 공개 마감', about: '분기 공개 마감 3일 전, 아직 공개하지 않았으면 책임자에게.' },
    budget_80: { name: '예산 80% 집행', about: '한 과목의 집행이 예산의 80%에 이르면 책임자에게.' },
    budget_100: { name: '예산 100% 집행', about: '한 과목의 예산을 다 쓰면 책임자에게.' },
    spending_pace: { name: '집행 속도', about: '집행이 계획보다 많이 늦거나 빠르면 매달 첫 근무일, 책임자에게.' },
    birthday: { name: '직원 생일', about: '생일 아침(쉬는 날이면 그 전 근무일), 책임자에게.' },
  } satisfies Record<KindName, { name: string; about: string }> as Record<KindName, { name: string; about: string }>,
  /** What and when, in a sentence. `day` is 오늘, 내일 … of a single record. */
  notHeard: (count: string, names: string) => `아직 ${count}명: ${names}`,
  together: (count: string) => `챙길 일 ${count}건입니다.`,
  leads: {
    schedule_today: () => '오늘의 일정입니다.',
    visit_evening: ({ count, day, time }) =>
      count === 1 ? `${day} ${time}에 일정이 있습니다.` : `곧 있을 일정이 ${count}건 있습니다.`,
    visit_hour: ({ time }) => `${time}에 시작하는 일정이 있습니다.`,
    visit_notice: ({ count, day }) =>
      count === 1
        ? `${day} 일정을 아직 시의회에 알리지 않았습니다.`
        : `시의회에 아직 알리지 않은 일정이 ${count}건 있습니다.`,
    visit_result: ({ count, day }) =>
      count === 1 ? `${day} 일정의 결과가 아직 없습니다.` : `결과가 없는 지난 일정이 ${count}건 있습니다.`,
    visit_unshared: ({ count, day }) =>
      count === 1
        ? `${day} 일정을 시의회에 알린 기록이 없습니다.`
        : `시의회에 알린 기록 없이 지난 일정이 ${count}건 있습니다.`,
    council_announcement: ({ count, day }) =>
      count === 1
        ? `발표일이 ${day}인 정책을 아직 듣지 못한 시의원이 있습니다.`
        : `발표 전에 시의회에 설명할 정책이 ${count}건 있습니다.`,
    council_feedback: ({ count, day }) =>
      count === 1 ? `${day} 시의회 소통의 결과가 아직 없습니다.` : `결과가 없는 시의회 소통이 ${count}건 있습니다.`,
    followup_soon: ({ count, day }) =>
      count === 1 ? `기한이 ${day}인 후속조치가 있습니다.` : `기한이 다가온 후속조치가 ${count}건 있습니다.`,
    followup_today: ({ count, day }) =>
      count === 1 ? `기한이 ${day}인 후속조치가 있습니다.` : `기한이 된 후속조치가 ${count}건 있습니다.`,
    followup_overdue: ({ count, day }) =>
      count === 1 ? `후속조치의 기한이 지났습니다 (${day}).` : `기한이 지난 후속조치가 ${count}건 있습니다.`,
    pledge_round: ({ day }) => `반기 자체평가 답변이 남았습니다. 답변 기한은 ${day}입니다.`,
    expense_evidence: ({ count }) =>
      count === 1 ? '증빙이 빠진 지출이 있습니다.' : `증빙이 빠진 지출이 ${count}건 있습니다.`,
    disclosure: ({ day }) => `집행내역 공개 마감이 ${day}입니다.`,
    budget_80: () => '예산의 80% 이상을 쓴 과목이 있습니다.',
    budget_100: () => '예산을 다 쓴 과목이 있습니다.',
    spending_pace: () => '집행이 연간 흐름에서 많이 벗어났습니다.',
    birthday: ({ count, day }) =>
      count === 1 ? `${day} 생일인 직원이 있습니다.` : `곧 생일인 직원이 ${count}명 있습니다.`,
  } satisfies Record<KindName, (of: Lead) => string> as Record<KindName, (of: Lead) => string>,
  /** 오늘, 내일, 모레, 어제, or the day itself. */
  day: (days: number, day: string) => ({ '-1': '어제', 0: '오늘', 1: '내일', 2: '모레' })[days] ?? day,
  ownerLeft: (name: string) => `담당자 ${name} 님이 비서실에 없으니 새 담당자를 정해 주세요.`,
  gone: (record: string) => `${record} 기록을 찾을 수 없습니다. 무효 처리되었는지 목록에서 확인해 주세요.`,

  done: {
    visit_result: '일정 결과',
    visit_notice: '의회 사전공유',
    visit_unshared: '의회 사전공유',
    council_announcement: '사전설명 기록',
    council_feedback: '시의회 소통 수정',
    pledge_round: '답변',
    expense_evidence: '증빙 제출',
  } as Partial<Record<KindName, string>>,
  seen: '확인함',
  show: '보기',
  snooze: '나중에',
  snoozeAll: '모두 나중에',
  snoozes: { '20m': '20분 뒤', '1h': '1시간 뒤', '3h': '3시간 뒤', tomorrow: '내일', week: '다음 주' } satisfies Record<
    Snooze,
    string
  > as Record<Snooze, string>,
  decline: '담당 아님',
  off: '이 알림 끄기',
  offConfirm: (name: string) => `‘${name}’ 알림을 더 받지 않습니다. ‘/비서 알림’에서 다시 켤 수 있습니다.`,
  turnedOff: (name: string) => `‘${name}’ 알림을 껐습니다. \`/비서 알림\`에서 다시 켤 수 있습니다.`,
  turnedOffBefore: (name: string) => `‘${name}’ 알림은 이미 꺼져 있습니다.`,

  answers: {
    seen: (who: string) => `확인함 · ${who}`,
    snoozed: (until: string, who: string) => `${until}에 다시 알림 · ${who}`,
    not_mine: (who: string) => `담당 아님 · ${who}`,
    ended: (action: string | null, who: string) => `${action ?? '처리됨'} · ${who}`,
  },
  answeredBefore: '이미 답한 알림입니다. 더 하실 일은 없습니다.',
  notYours: '다른 사람에게 온 알림입니다. 받은 사람이 답할 수 있습니다.',
  tooFar: (until: string) => `${until}에는 이미 늦습니다. 더 이른 때를 고르거나 그대로 두세요.`,
  neverLoud:
    '남은 시간이 모두 방해 금지 시간이라 다시 알릴 수 없습니다. `/비서 알림`에서 방해 금지 시간을 바꿔 주세요.',
  declined: (who: string) => `${who} 님이 담당이 아니라고 알려 왔습니다. 담당자를 정해 주세요.`,
  declinedTold: '이 기록으로는 더 알리지 않습니다. 기록을 등록한 사람이나 책임자에게 알렸습니다.',
  declinedQuietly: '이 기록으로는 더 알리지 않습니다.',

  roundRow: (round: string, left: string, total: string) => `${round} · 답할 공약 ${left}건 (맡은 ${total}건)`,
  budgetRow: (
    year: string,
    account: string,
    { rate, spent, budget, balance }: Record<'rate' | 'spent' | 'budget' | 'balance', string>,
  ) => `${year}년 ${account} · ${rate}\n집행 ${spent} / 예산 ${budget} · 잔액 ${balance}`,
  paceRow: (account: string, rate: string, gone: string, behind: boolean) =>
    `${account} · 집행률 ${rate}, 연간 ${gone} 경과 · ${behind ? '더딤' : '빠름'}`,
  disclosureRow: (year: string, quarter: string, day: string) =>
    `${year}년 ${quarter}분기 업무추진비 · 공개 마감 ${day}`,
  birthdayRow: (name: string, day: string) => `${name} 님 생일 · ${day}`,
  schedule: (count: string) => `일정 ${count}건`,
  scheduleEmpty: '남은 일정이 없습니다.',
  corrected: (when: string) => `${when}에 정정`,
  calledOff: (hours: string) => `[취소] ${hours}`,
  scheduleLines: {
    planned: (title: string, is: string) => `새 일정: ${title} · ${is}`,
    moved: (title: string, was: string, is: string) => `바뀐 일정: ${title}\n전: ${was}\n지금: ${is}`,
    cancelled: (title: string, was: string) => `취소된 일정: ${title} · ${was}`,
    restored: (title: string, is: string) => `다시 열리는 일정: ${title} · ${is}`,
    changed: (was: string, title: string, day: string) =>
      was === title ? `수정된 일정: ${title} · ${day}` : `이름이 바뀐 일정: ${was} → ${title} · ${day}`,
  },
  scheduleHint: '책임자가 ‘/비서 알림 비서실’에서 시각을 바꾸거나 끌 수 있습니다.',
  goesOn: '(다음에 이어짐)',

  settings: {
    title: '알림 설정',
    dueDays: '기한 없는 후속조치에 권하는 기한',
    dueDaysHint: '기한을 말하지 않은 안건과 요청에 이 날짜를 권합니다.',
    noDueDays: '권하지 않음',
    days: (days: string) => `${days}일 뒤`,
    officeTitle: '비서실 알림 설정',
    open: '알림 설정',
    openOffice: '비서실 알림',
    save: '저장',
    zone: '시간대',
    officeZone: (zone: string) => `비서실과 같게 (${zone})`,
    quietFrom: '방해 금지 시간 시작',
    quietTo: '방해 금지 시간 끝',
    quietHint: '이 시간에는 알림을 보내지 않고 앞뒤로 옮깁니다. 시작과 끝이 같으면 방해 금지 시간이 없습니다.',
    freeDays: '쉬는 날',
    freeDaysTick: '주말과 공휴일에는 보내지 않기',
    birthday: '내 생일',
    birthdayHint: '예: 3월 5일, 03-05. 책임자에게 그날 아침 알립니다. 비워 두면 알리지 않습니다.',
    badBirthday: '생일은 3월 5일이나 03-05처럼 적어 주세요.',
    badZone: '고를 수 있는 시간대가 아닙니다.',
    asOffice: (now: string) => `비서실과 같게 (${now})`,
    asUsual: (now: string) => `정해진 대로 (${now})`,
    on: '받음',
    onOffice: '보냄',
    offChoice: '받지 않음',
    offOffice: '보내지 않음',
    offNow: '끔',
    atOnce: '바로',
    before: (minutes: number) => (minutes % 60 === 0 ? `${minutes / 60}시간 전` : `${minutes}분 전`),
    saved: '알림 설정을 저장했습니다.',
    officeSaved: '비서실 알림 설정을 저장했습니다. 각자 따로 정한 것은 그대로입니다.',
    unchanged: '바뀐 것이 없습니다.',
  },
};

type Lead = { count: number; day: string; time: string };
