import type { Text } from '../ko/index.ts';
import { many } from './words.ts';

export const approval: Text['approval'] = {
  states: { waiting: 'waiting for approval', changes: 'changes requested', approved: 'approved', refused: 'refused' },
  label: 'Approval',
  step: (step, steps) => `step ${step} of ${steps}`,
  agreement: 'agreement by accounting',
  deputy: (name, seat) => `${name} (for ${seat})`,

  request: {
    title: (name, amount) => `Approve ${name} · ${amount}?`,
    askedBy: 'Asked by',
    balance: (account, balance, rate) => `${account}: ${balance} left with this expense included (${rate} spent)`,
    over: (account, over) => `⚠ Over budget: ${account} is exceeded by ${over}. Approving it needs a reason.`,
    noBudget: (account, year) => `${account}: no budget is set for ${year}, so the balance is unknown.`,
    lacking: 'It can’t be approved yet. Missing:',
    deputyFor: (name) => `${name} is away; you are asked in their place.`,
    waited: (days) => `It has waited for ${many(days, 'working day')}.`,
    unheard: (name, amount, days, names) =>
      `${name} · ${amount} has waited ${many(days, 'working day')} for approval. It can be decided by: ${names || 'nobody'}`,
    twins: 'Possible duplicates',
    noManager: 'No manager can decide this one, so administrators are asked.',
    again: 'This expense was changed and needs your decision again.',
    afterApproval: 'It was changed after its approval and needs a new one.',
    approve: 'Approve',
    change: 'Ask for changes',
    refuse: 'Refuse',
    show: 'Show the record',
  },

  events: {
    asked: (who, when) => `${when} ${who} · asked for approval`,
    approved: (who, when) => `${when} ${who} · approved`,
    agreed: (who, when) => `${when} ${who} · agreed for accounting`,
    changes: (who, when) => `${when} ${who} · asked for changes`,
    refused: (who, when) => `${when} ${who} · refused`,
    voided: (who, when) => `${when} ${who} · voided the record`,
  },
  ended: {
    title: (name, amount) => `${name} · ${amount}`,
    asked: (who, when) => `${who} changed the record, ${when}. It needs approval again.`,
    approved: (who, when) => `Approved by ${who}, ${when}`,
    changes: (who, when) => `Changes requested by ${who}, ${when}`,
    refused: (who, when) => `Refused by ${who}, ${when}`,
    voided: (who, when) => `${who} voided the record, ${when}. There is nothing to approve.`,
    more: 'A second approval is still needed.',
  },
  settledBefore: 'This has already been decided. ‘/expense approvals’ shows what is left.',
  words: { changes: 'To change', refused: 'Reason for the refusal', approved: 'Reason for exceeding the budget' },

  progress: {
    title: (name, amount) => `Approval of ${name} · ${amount}`,
    waiting: (names) => `Waiting for ${names}`,
    nobody: 'Nobody can approve it. The administrators were told that another manager or a deputy is needed.',
    administrators: (names) => `No manager can approve it, so administrators were asked: ${names}`,
    changes: 'Changes were requested. Edit and save it to ask again.',
    refused: 'It was refused and is in no total. Edit and save it to ask again.',
    approved: 'It is approved.',
    voided: 'The record has been voided.',
    edit: 'Edit',
  },
  notice: {
    changes: (name, amount) => `You are asked to change ${name} · ${amount}.`,
    refused: (name, amount) => `${name} · ${amount} was refused and taken out of the totals.`,
  },
  held: {
    state: 'waiting for evidence',
    receipt: 'Approval is asked for as soon as the receipt is here.',
    more: 'Approval is asked for as soon as nothing is missing.',
  },
  stuck: (name, amount) =>
    `Nobody can approve ${name} · ${amount}. Please make someone a manager under ‘People and roles’.`,
  people: 'People and roles',

  saved: {
    asked: (names) => `Approval is asked of ${names}.`,
    administrators: (names) => `No manager can approve it, so administrators were asked: ${names}`,
    nobody: 'It needs approval, but nobody can give it. The administrators were told.',
  },
  edit: {
    approved: 'This record is approved. If you change it, it needs approval again.',
    waiting: 'This record waits for approval. If you change it, it needs approval again.',
    changes: (who, words) => `${who} asked for changes: ${words}`,
    refused: (who, words) => `${who} refused it: ${words}\nEdit and save it to ask again.`,
  },
  voidNeedsManager: 'Only a manager can void an approved expense. Please ask one.',

  forms: {
    changes: {
      title: 'Ask for changes',
      explain: (name, amount) => `${name} · ${amount} goes back to the person who recorded it.`,
      label: 'What to change',
      submit: 'Send',
    },
    refused: {
      title: 'Refuse an expense',
      explain: (name, amount) =>
        `${name} · ${amount} is refused and taken out of every total. The record and the reason are kept.`,
      label: 'Reason',
      submit: 'Refuse',
    },
    approved: {
      title: 'Approve over budget',
      explain: (name, amount) => `${name} · ${amount} is more than the budget has left. Say why you approve it anyway.`,
      label: 'Reason',
      submit: 'Approve over budget',
    },
  },
  refusals: {
    own: 'You can’t decide on an expense that you paid, recorded or changed yourself. Another manager decides.',
    approved_before: 'You gave the first approval; another manager has to give the second.',
    not_approver: 'Only managers, administrators and their deputies can decide this. Please ask one of them.',
    gone: 'This record is not waiting for approval. ‘/expense approvals’ shows what is.',
    over: 'This is more than the budget has left. Give a reason to approve it.',
  },
  lacking: (what) => `It can’t be approved yet. Please hand in first: ${what}`,

  list: {
    title: 'Approvals',
    mine: (count) => `Waiting for me: ${count}`,
    mineNone: 'Nothing is waiting for your approval.',
    asked: (count) => `Requested by me: ${count}`,
    askedNone: 'None of your expenses is waiting for approval.',
    others: (count) => `Waiting for others, or for evidence: ${count}`,
    open: 'Decide',
    show: 'Show',
    settings: 'Approval settings',
    away: 'Away and deputy',
    page: (page, pages) => `Page ${page} of ${pages}`,
    rules: 'What needs approval',
    none: 'No account needs approval.',
    deputies: 'Away and deputies',
    awayLine: (name, from, to, deputy) => `${name}: ${from} – ${to}, deputy ${deputy}`,
    call: 'Cancel days away',
  },

  settings: {
    title: 'Approval settings',
    save: 'Save',
    intro:
      'Applies to expenses recorded from now on. Where an account needs approval, so does anything over its budget. Nobody approves their own expenses.',
    modes: { off: 'No approval', above: 'Above an amount', always: 'Every expense' },
    mode: 'Approval',
    above: 'Approval above this amount (won)',
    second: 'Two people above this amount (won)',
    secondHint: 'Leave this empty if one is enough.',
    rule: {
      off: 'no approval',
      above: (won) => `approval above ${won}`,
      always: 'approval of every expense',
      second: (won) => `two people above ${won}`,
    },
    saved: 'The approval settings are saved. They apply to expenses recorded from now on.',
    refusals: {
      missing: 'Please fill this in.',
      not_an_amount: 'Give an amount above zero, like 500,000.',
      below_first: 'This has to be more than the first amount.',
    },
  },

  away: {
    title: 'Away and deputy',
    save: 'Save',
    intro: 'While you are away, requests for your approval go to your deputy, who may decide in your place.',
    from: 'First day',
    to: 'Last day',
    deputy: 'Deputy',
    saved: (from, to, deputy) =>
      `${from === to ? `On ${from}` : `From ${from} to ${to}`}, ${deputy} decides in your place.`,
    ended: (from, to) => `${from} – ${to} is cancelled. Requests come to you again.`,
    notYours: 'You can only cancel your own days away. Please ask the person whose they are.',
    notice: (name, from, to) => `${name} is away from ${from} to ${to}. Please decide on expenses in their place.`,
    noticeEnded: (name, from, to) =>
      `${name} is no longer away (${from} – ${to}). You no longer decide in their place.`,
    deputyGone: (name, from, to) =>
      `${name} can no longer decide in your place (${from} – ${to}). Requests come to you again; name another deputy under ‘/expense approval’.`,
    refusals: {
      missing: 'Please fill this in.',
      ends_before: 'This is before the first day. Choose that day or a later one.',
      over: 'This day is over. Choose today or a later day.',
      too_far: 'This is too far ahead. Please check the year.',
      self: 'Choose someone else.',
      not_of_office: 'Choose someone on the office’s list.',
      overlaps: 'You are already away on some of these days. Cancel those first.',
    },
  },
};
