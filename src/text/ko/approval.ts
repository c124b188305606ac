import type { AwayRefusal, Decision, Mode, RightRefusal, SettingRefusal, State } from '../../vocabulary/approval.ts';
import { josa } from './josa.ts';

export const approval = {
  states: { waiting: '결재 대기', changes: '보완 요청', approved: '승인', refused: '반려' } satisfies Record<
    State,
    string
  > as Record<State, string>,
  label: '결재',
  step: (step: number, steps: number) => `${step}/${steps}단계`,
  agreement: '회계부서 합의',
  deputy: (name: string, seat: string) => `${name}(${seat} 대결)`,

  request: {
    title: (name: string, amount: string) => `결재 요청 ${name} · ${amount}`,
    askedBy: '올린 사람',
    balance: (account: string, balance: string, rate: string) =>
      `${account} 잔액 ${balance} (이 지출 반영, 집행률 ${rate})`,
    over: (account: string, over: string) =>
      `⚠ 예산 초과: ${account} 예산을 ${over} 넘습니다. 승인하려면 사유를 적어야 합니다.`,
    noBudget: (account: string, year: number) => `${account} ${year}년 예산이 등록되지 않아 잔액을 알 수 없습니다.`,
    lacking: '빠진 증빙이 있어 아직 승인할 수 없습니다.',
    deputyFor: (name: string) => `${name} 님이 부재중이라 대결을 부탁드립니다.`,
    waited: (days: number) => `결재를 ${days}영업일째 기다리고 있습니다.`,
    unheard: (name: string, amount: string, days: number, names: string) =>
      `${name} · ${amount} 결재가 ${days}영업일째 그대로입니다. 결재할 사람: ${names || '없음'}`,
    twins: '같은 지출일 수 있는 기록',
    noManager: '결재할 수 있는 책임자가 없어 관리자에게 요청합니다.',
    again: '수정해서 다시 올린 지출입니다.',
    afterApproval: '승인된 뒤에 수정되어 다시 결재가 필요합니다.',
    approve: '승인',
    change: '보완 요청',
    refuse: '반려',
    show: '기록 보기',
  },

  events: {
    asked: (who: string, when: string) => `${when} ${who} · 결재 요청`,
    approved: (who: string, when: string) => `${when} ${who} · 승인`,
    agreed: (who: string, when: string) => `${when} ${who} · 회계부서 합의`,
    changes: (who: string, when: string) => `${when} ${who} · 보완 요청`,
    refused: (who: string, when: string) => `${when} ${who} · 반려`,
    voided: (who: string, when: string) => `${when} ${who} · 무효 처리`,
  },
  ended: {
    title: (name: string, amount: string) => `${name} · ${amount}`,
    asked: (who: string, when: string) => `${who} 님이 ${when} 기록을 수정했습니다. 결재는 새로 요청되었습니다.`,
    approved: (who: string, when: string) => `승인했습니다: ${who} · ${when}`,
    changes: (who: string, when: string) => `보완을 요청했습니다: ${who} · ${when}`,
    refused: (who: string, when: string) => `반려했습니다: ${who} · ${when}`,
    voided: (who: string, when: string) => `${who} 님이 ${when} 기록을 무효 처리했습니다. 결재할 것이 없습니다.`,
    more: '두 번째 결재가 남아 있습니다.',
  } satisfies Record<Decision | 'asked' | 'voided', (who: string, when: string) => string> & {
    title: (name: string, amount: string) => string;
    more: string;
  },
  settledBefore: '이미 처리된 결재입니다. ‘/지출 결재’에서 남은 결재를 확인해 주세요.',
  words: { changes: '보완할 점', refused: '반려 사유', approved: '예산 초과 승인 사유' } satisfies Record<
    Decision,
    string
  > as Record<Decision, string>,

  progress: {
    title: (name: string, amount: string) => `${name} · ${amount} 결재`,
    waiting: (names: string) => `결재를 기다립니다: ${names}`,
    nobody: '결재할 수 있는 사람이 없습니다. 관리자에게 알렸습니다. 책임자를 더 두거나 대결자를 정해야 합니다.',
    administrators: (names: string) => `결재할 수 있는 책임자가 없어 관리자에게 요청했습니다: ${names}`,
    changes: '보완 요청을 받았습니다. 수정해서 저장하면 다시 결재를 요청합니다.',
    refused: '반려되어 집행 합계에서 빠졌습니다. 수정해서 저장하면 다시 결재를 요청합니다.',
    approved: '결재가 끝났습니다.',
    voided: '무효 처리된 기록입니다.',
    edit: '수정',
  },
  notice: {
    changes: (name: string, amount: string) => `${name} · ${amount} 지출의 보완을 요청받았습니다.`,
    refused: (name: string, amount: string) => `${name} · ${amount} 지출이 반려되었습니다. 집행 합계에서 뺐습니다.`,
  },
  held: {
    state: '증빙 대기',
    receipt: '영수증이 오면 결재를 올립니다.',
    more: '빠진 것이 갖춰지면 결재를 올립니다.',
  },
  stuck: (name: string, amount: string) =>
    `${name} · ${amount} 지출을 결재할 수 있는 사람이 없습니다. 직원과 권한에서 책임자를 더 정해 주세요.`,
  people: '직원과 권한',

  saved: {
    asked: (names: string) => `결재를 요청했습니다: ${names}`,
    administrators: (names: string) => `결재할 수 있는 책임자가 없어 관리자에게 요청했습니다: ${names}`,
    nobody: '결재가 필요하지만 결재할 수 있는 사람이 없습니다. 관리자에게 알렸습니다.',
  },
  edit: {
    approved: '결재가 끝난 기록입니다. 수정해서 저장하면 다시 결재를 받아야 합니다.',
    waiting: '결재를 기다리는 기록입니다. 수정하면 결재를 다시 요청합니다.',
    changes: (who: string, words: string) => `${who} 님이 보완을 요청했습니다: ${words}`,
    refused: (who: string, words: string) =>
      `${who} 님이 반려했습니다: ${words}\n수정해서 저장하면 다시 결재를 요청합니다.`,
  },
  voidNeedsManager: '승인된 지출은 책임자만 무효 처리할 수 있습니다. 책임자에게 부탁해 주세요.',

  forms: {
    changes: {
      title: '보완 요청',
      explain: (name: string, amount: string) => `${name} · ${amount} 지출을 올린 사람에게 돌려보냅니다.`,
      label: '보완할 점',
      submit: '보내기',
    },
    refused: {
      title: '반려',
      explain: (name: string, amount: string) =>
        `${name} · ${amount} 지출을 반려하고 집행 합계에서 뺍니다. 기록과 사유는 남습니다.`,
      label: '반려 사유',
      submit: '반려',
    },
    approved: {
      title: '예산 초과 승인',
      explain: (name: string, amount: string) =>
        `${name} · ${amount} 지출은 남은 예산을 넘습니다. 그래도 승인하는 사유를 적어 주세요.`,
      label: '승인하는 사유',
      submit: '예산을 넘겨 승인',
    },
  } satisfies Record<Decision, unknown>,
  refusals: {
    own: '본인이 집행·등록·수정한 지출은 본인이 결재할 수 없습니다. 다른 책임자가 결재합니다.',
    approved_before: '첫 번째 결재를 하셨습니다. 두 번째는 다른 책임자가 결재합니다.',
    not_approver: '책임자나 관리자, 지금의 대결자만 결재할 수 있습니다. 책임자에게 부탁해 주세요.',
    gone: '결재할 것이 없는 기록입니다. ‘/지출 결재’에서 남은 결재를 확인해 주세요.',
    over: '남은 예산을 넘는 지출입니다. 승인하려면 사유를 적어 주세요.',
  } satisfies Record<RightRefusal | 'gone' | 'over', string> as Record<RightRefusal | 'gone' | 'over', string>,
  lacking: (what: string) => `빠진 증빙이 있어 승인할 수 없습니다. 먼저 제출해 주세요: ${what}`,

  list: {
    title: '결재',
    mine: (count: string) => `내가 결재할 것 ${count}건`,
    mineNone: '지금 결재할 것이 없습니다.',
    asked: (count: string) => `내가 올린 것 ${count}건`,
    askedNone: '결재 중인 내 지출이 없습니다.',
    others: (count: string) => `다른 사람이 결재하거나 증빙을 기다리는 것 ${count}건`,
    open: '결재하기',
    show: '보기',
    settings: '결재 설정',
    away: '부재·대결',
    page: (page: number, pages: number) => `${page} / ${pages}쪽`,
    rules: '결재 기준',
    none: '모든 과목에서 결재 없이 기록합니다.',
    deputies: '부재·대결',
    awayLine: (name: string, from: string, to: string, deputy: string) => `${name}: ${from} ~ ${to}, 대결 ${deputy}`,
    call: '부재 취소',
  },

  settings: {
    title: '결재 설정',
    save: '저장',
    intro:
      '저장한 뒤에 기록하는 지출부터 적용됩니다. 결재를 쓰는 과목에서는 예산을 넘는 지출도 언제나 결재를 받습니다. 집행한 사람은 본인 지출을 결재할 수 없습니다.',
    modes: { off: '결재 없음', above: '금액을 넘을 때만', always: '모든 지출' } satisfies Record<
      Mode,
      string
    > as Record<Mode, string>,
    mode: '결재',
    above: '이 금액을 넘으면 결재 (원)',
    second: '이 금액을 넘으면 두 사람이 결재 (원)',
    secondHint: '비워 두면 한 사람이 결재합니다.',
    rule: {
      off: '결재 없음',
      above: (won: string) => `${josa(won, '을/를')} 넘으면 결재`,
      always: '모든 지출 결재',
      second: (won: string) => `${josa(won, '을/를')} 넘으면 두 사람`,
    },
    saved: '결재 설정을 저장했습니다. 지금부터 기록하는 지출에 적용됩니다.',
    refusals: {
      missing: '입력해 주세요.',
      not_an_amount: '0보다 큰 금액을 500,000이나 50만원처럼 적어 주세요.',
      below_first: '첫 번째 기준보다 큰 금액을 적어 주세요.',
    } satisfies Record<SettingRefusal, string> as Record<SettingRefusal, string>,
  },

  away: {
    title: '부재·대결',
    save: '저장',
    intro: '자리를 비우는 동안 내게 올 결재 요청은 대결자에게 갑니다. 대결자는 그동안 나를 대신해 결재할 수 있습니다.',
    from: '첫날',
    to: '마지막 날',
    deputy: '대결자',
    saved: (from: string, to: string, deputy: string) =>
      `${from === to ? `${from} 하루` : `${from}부터 ${to}까지`} ${deputy} 님이 대결합니다.`,
    ended: (from: string, to: string) => `${from} ~ ${to} 부재를 취소했습니다. 결재 요청은 다시 내게 옵니다.`,
    notYours: '본인의 부재만 취소할 수 있습니다. 바꿀 일이 있으면 그분에게 부탁해 주세요.',
    notice: (name: string, from: string, to: string) =>
      `${name} 님이 ${from}부터 ${to}까지 자리를 비웁니다. 그동안 업무추진비 결재를 대결해 주세요.`,
    noticeEnded: (name: string, from: string, to: string) =>
      `${name} 님의 부재가 끝났습니다(${from} ~ ${to}). 이제 대결하지 않아도 됩니다.`,
    deputyGone: (name: string, from: string, to: string) =>
      `대결자 ${name} 님이 비서실 일을 할 수 없게 되어 ${from} ~ ${to}의 대결이 끝났습니다. 결재 요청은 다시 내게 옵니다. 다른 대결자는 ‘/지출 결재’의 ‘부재·대결’에서 정합니다.`,
    refusals: {
      missing: '입력해 주세요.',
      ends_before: '첫날보다 빠릅니다. 첫날이나 그 뒤의 날을 골라 주세요.',
      over: '이미 지난 날입니다. 오늘이나 그 뒤의 날을 골라 주세요.',
      too_far: '너무 먼 날입니다. 연도를 확인해 주세요.',
      self: '다른 사람을 골라 주세요.',
      not_of_office: '비서실 명단에 있는 사람을 골라 주세요.',
      overlaps: '이미 등록한 부재와 겹칩니다. 먼저 그 부재를 취소해 주세요.',
    } satisfies Record<AwayRefusal, string> as Record<AwayRefusal, string>,
  },
};
