import type { Part } from '../../vocabulary/digest.ts';

const parts = {
  visits: '일정',
  spending: '업무추진비',
  followups: '후속조치',
  pledges: '공약',
  council: '시의회 소통',
  audit: '행정사무감사',
} satisfies Record<Part, string> as Record<Part, string>;

export const digest = {
  parts,
  title: (year: string, number: string) => `${year}년 제${number}주 주간 요약`,
  span: (from: string, to: string, asOf: string) => `${from} ~ ${to} · ${asOf} 기준`,
  empty: (from: string, to: string) => `${from} ~ ${to} 주에는 요약에 담을 것이 없습니다.`,
  show: '보기',
  showPart: (part: string) => `${part} 보기`,
  more: (count: string) => `외 ${count}건`,
  heading: (part: string, words: string, command: string) => `*${part}* ${words ? `${words} · ` : ''}\`${command}\``,
  commands: {
    visits: (day: string) => `/현장 주간 ${day}`,
    spending: (year: string) => `/지출 현황 ${year}`,
    followups: '/후속 목록 기한지남',
    pledges: '/공약 목록 부진',
    council: (year: string) => `/의회 통계 ${year}`,
    audit: (year: string) => `/후속 감사 ${year}`,
    briefings: '/의회 설명',
    proposals: '/공약 제안',
    approvals: '/지출 결재',
  },
  count: (count: string) => `${count}건`,

  visits: {
    span: (from: string, to: string) => `${from} ~ ${to}`,
    resultless: (count: string) => `결과가 없는 지난 일정 ${count}건 · ‘/현장 목록 결과없음’`,
  },

  spending: {
    lastWeek: (from: string, to: string, words: string) => `지난주 ${from} ~ ${to}: ${words}`,
    nothing: '집행 없음',
    spent: (count: string, won: string) => `${count}건 ${won}천원`,
    account: (name: string, words: string) => `${name} ${words}`,
    state: (year: string, day: string, budget: string, amount: string) =>
      `${year}년 예산 ${budget}천원 가운데 ${day}까지 ${amount} 집행`,
    amount: (spent: string, rate: string) => `${spent}천원(${rate})`,
    stateWithoutBudget: (year: string, day: string, spent: string) =>
      `${year}년에는 ${day}까지 ${spent}천원 집행 (등록된 예산 없음)`,
    gone: (percent: string) => `연간 ${percent} 경과`,
    registered: (year: string, words: string) => `이후 기록분 포함 ${year}년 집행액: ${words}`,
    findings: (count: string) => `점검 사항 ${count}건: ‘/지출 점검’`,
    registeredLine: (name: string, spent: string, rate: string) => `${name} ${spent}천원(${rate})`,
    columns: (day: string) => ['구분 (천원)', '예산', `${day}까지`, '집행률', '잔액'],
    columnsWithRegistered: (day: string) => ['구분 (천원)', '예산', `${day}까지`, '현재 장부', '잔액'],
    figure: (spent: string, rate: string) => `${spent} (${rate})`,
    total: '계',
  },

  picture: {
    title: (year: string) => `${year}년 업무추진비 예산과 집행`,
    until: (day: string) => `${day}까지`,
    later: '이후 기록분 포함',
    elapsed: (percent: string, day: string) => `${day}, 연간 ${percent} 경과`,
    amounts: (spent: string, budget: string, balance: string) => `${spent} / ${budget}천원 · 잔액 ${balance}천원`,
    amountsWithRegistered: (spent: string, budget: string, registered: string, rate: string) =>
      `${spent} / ${budget}천원 · 현재 장부 ${registered} (${rate})`,
    alt: (title: string, elapsed: string, lines: string) => `${title}. ${elapsed}. ${lines}`,
    altLine: (name: string, rate: string, amounts: string) => `${name} ${rate}: ${amounts}`,
    fileName: (week: string) => `주간 요약 ${week}.png`,
    sent: '예산과 집행을 견준 그림은 비서 앱의 메시지 탭으로 보내 드립니다.',
    failed: '예산과 집행을 견준 그림은 보내지 못했습니다. 잠시 뒤에 `/요약`을 다시 입력해 주세요.',
  },

  followups: {
    summary: (overdue: string, fresh: string, due: string) =>
      `기한 지남 ${overdue}건${fresh === '0' || fresh === overdue ? '' : `(새로 ${fresh}건)`} · 이번 주 기한 ${due}건`,
    owner: (name: string, overdue: string, fresh: string, due: string) =>
      `${name}: 지남 ${overdue}${fresh === '0' || fresh === overdue ? '' : `(새로 ${fresh})`} · 이번 주 ${due}`,
    unchanged: (people: string, count: string) => `지난주와 같음: ${people}명 ${count}건`,
    nobody: '담당자 없음',
    moreOwners: (people: string, count: string) => `외 ${people}명 ${count}건`,
  },

  pledges: {
    summary: (term: string, count: string) => `민선${term}기 ${count}건`,
    group: (name: string, count: string, share: string) => `${name} ${count}건(${share})`,
    changed: (count: string) => `지난주에 바뀐 공약 ${count}건`,
    change: (name: string, title: string, before: string, after: string) => `${name} ${title}: ${before} → ${after}`,
    troubled: (count: string, fresh: string) =>
      count === fresh ? `부진한 공약 ${count}건` : `부진한 공약 ${count}건 · 지난주 뒤로 새로 ${fresh}건`,
    trouble: (name: string, title: string, status: string) => `${name} ${title}: ${status}`,
  },

  council: {
    counts: (year: string, text: string, annex: string) =>
      `${year}년 간담회 등 ${text}회(주요업무 본문 기준), ${annex}회(감사 붙임 기준)`,
    count: (year: string, count: string) => `${year}년 간담회 등 ${count}회`,
    lastWeek: (words: string) => `지난주: ${words}`,
    thisWeek: (words: string) => `이번 주: ${words}`,
    contact: (kind: string, days: string) => `${kind} (${days})`,
    unanswered: (count: string) => `일주일이 지나도록 결과를 적지 않은 소통 ${count}건`,
    unexplained: (count: string, fresh: string) =>
      count === fresh ? `발표됨 · 미설명 ${count}건` : `발표됨 · 미설명 ${count}건 · 지난주 뒤로 새로 ${fresh}건`,
    announced: (name: string, policy: string, day: string) => `${name} ${policy}: ${day} 발표`,
    briefings: (count: string) => `발표 전에 설명할 정책 ${count}건`,
    briefing: (name: string, policy: string, when: string, missing: string) =>
      `${name} ${policy}: ${when} 발표 · 아직 설명하지 않음: ${missing}`,
  },

  audit: {
    open: (count: string) => `남은 요구사항 ${count}건`,
    line: (year: string, count: string, words: string) => `${year}년도 감사 ${count}건: ${words}`,
    status: (name: string, count: string) => `${name} ${count}`,
    moreYears: (count: string) => `그 밖에 ${count}개 연도`,
  },

  foot: '요일, 시각, 채널과 담을 내용은 ‘/요약 설정’에서 바꿀 수 있습니다.',

  personal: {
    title: (name: string) => `${name} 님의 이번 주`,
    visits: (count: string) => `내 일정 ${count}건`,
    followups: (overdue: string, due: string) => `내 후속조치: 기한 지남 ${overdue}건 · 이번 주 기한 ${due}건`,
    owed: (count: string) => `내 지출에서 챙길 것 ${count}건`,
    toldToday: (count: string) => `그중 ${count}건은 오늘 알림에서 따로 말씀드립니다.`,
    resultless: (count: string) => `결과를 적지 않은 일정 ${count}건`,
    undated: (count: string) => `기한 없는 후속조치 ${count}건: 언제까지 할지 정해 주세요`,
    proposals: (count: string) => `확인을 기다리는 추진상황 갱신 제안 ${count}건`,
    approvals: (count: string) => `결재를 기다리는 지출 ${count}건`,
    none: '이번 주에 챙길 것이 없습니다.',
    noneOff: '개인 요약을 끄셨습니다.',
    why: '매주 첫 근무일에 보내 드리는 개인 요약입니다.',
    off: '개인 요약 끄기',
    on: '다시 받기',
    turnedOff: '개인 요약을 껐습니다. 다음 주부터 보내지 않습니다.',
    turnedOn: '개인 요약을 다시 보내 드립니다.',
  },

  send: {
    queued: (title: string, channel: string) => `${title} 내용을 ${channel} 채널에 올립니다.`,
    again: (title: string, when: string) => `${title} 내용은 ${when}에 올렸습니다. 한 번 더 올릴까요?`,
    waiting: (title: string, when: string) =>
      `${title} 내용은 ${when}에 올리기로 했고 아직 나가지 않았습니다. 따로 한 번 더 올릴까요?`,
    confirm: '한 번 더 올리기',
    keep: '올리지 않기',
    kept: '올리지 않았습니다.',
    empty: '담을 것이 없어 올리지 않았습니다.',
    noChannel:
      '요약을 올릴 채널이 정해지지 않았습니다. `/요약 설정`에서 채널을 고르고, 그 채널에 비서를 초대해 주세요.',
  },

  noChannel:
    '주간 요약을 올릴 채널이 정해지지 않아 올리지 못했습니다. `/요약 설정`에서 채널을 고르고, 그 채널에 비서를 초대해 주세요. 이 안내는 한 번만 보냅니다.',

  settings: {
    title: '주간 요약 설정',
    open: '요약 설정',
    labels: { on: '보내기', weekday: '요일', time: '시각', channel: '채널', parts: '담을 내용' },
    on: '매주 채널에 올립니다',
    hints: {
      weekday: '쉬는 날이면 그 주의 다음 근무일로 옮깁니다.',
      channel: '비서를 초대해 둔 채널을 골라 주세요. 비워 두면 비서실 채널에 올립니다.',
    },
    choose: '고르세요',
    weekdays: ['월요일', '화요일', '수요일', '목요일', '금요일'],
    save: '저장',
    saved: (words: string) => `주간 요약 설정을 저장했습니다. ${words}`,
    savedOn: (weekday: string, time: string) => `매주 ${weekday} ${time}에 올립니다.`,
    savedOff: '매주 올리기는 꺼져 있습니다.',
    nothing: '담을 내용을 하나는 골라 주세요.',
    missing: '골라 주세요.',
    changedMeanwhile: '그사이 다른 사람이 설정을 바꿨습니다. 고른 것은 그대로 있으니 확인하고 다시 저장해 주세요.',
  },

  help: {
    title: '주간 요약',
    lines: [
      '`/요약` — 이번 주 요약을 나에게만',
      '`/요약 지난주` · `/요약 2016-W43` · `/요약 10/24` — 다른 주',
      '`/요약 내것` — 내 일정과 후속조치',
      '`/요약 올리기` · `/요약 올리기 지난주` — 채널에 올리기 (책임자)',
      '`/요약 설정` — 요일, 시각, 채널, 담을 내용 (책임자)',
      '`/요약 끄기` · `/요약 켜기` — 내가 받는 개인 요약',
      '`/비서 설명서 요약` — 한 장으로 보는 설명서',
    ],
    unknown: (typed: string) => `“${typed}” 부분을 주나 명령으로 읽지 못했습니다.`,
    nearest: (typed: string, nearest: string) => `“${typed}” 명령은 없습니다. ‘/요약 ${nearest}’ 명령을 찾으셨나요?`,
  },

  terminal: {
    notAWeek: (typed: string) => `어느 주인지 읽지 못했습니다: ${typed}. 2016-W43처럼 적어 주세요.`,
    queued: (channel: string) => `보낼 것에 넣었습니다. 앱이 ${channel} 채널에 올립니다.`,
    known: '그 주의 요약은 이미 보냈거나 보낼 것에 들어 있습니다. 다시 올리려면 슬랙에서 `/요약 올리기`를 쓰세요.',
    noChannel: '올릴 채널이 없습니다. OFFICE_CHANNEL이나 `/요약 설정`에서 정해 주세요.',
    picture: (file: string) => `그림을 파일에 썼습니다: ${file}`,
  },
};
