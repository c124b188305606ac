import { addDays, weekday } from '../../src/korean/days.ts';
import { holidaysByRule } from '../../src/korean/holidays.ts';
import { judgeRecords } from '../../src/spending/check/judging/store.ts';
import { openExpenses } from '../../src/spending/expense/files.ts';
import type { Expense } from '../../src/spending/expense/rules.ts';
import { takeIn } from '../../src/spending/imported/intake.ts';
import { IMPORT_UNDO } from '../../src/spending/imported/list-views.ts';
import { attachReceipts } from '../../src/spending/receipt/store.ts';
import { recordSpend } from '../disclosure/made-up.ts';
import { JPEG } from '../spending/receipt/given.ts';
import { answerTo, cardForm, type It, OTHER, type Right, typed, typedForm } from '../support/rights.ts';
import { FIELDS } from '../support/spending.ts';

/** A spend of the owner's, on a day of its own. */
export const spend = (it: It, fields: Partial<Expense> = {}) =>
  recordSpend(it.db, { ...dayOf(it.nth), spender: null, createdBy: it.owner, ...fields });

/** Working days, of which a rule asks nothing, far enough apart that none takes two for one. */
const FREE = new Set([2015, 2016, 2017].flatMap((year) => [...holidaysByRule(year).keys()]));
const WORKING = Array.from({ length: 1_000 }, (_, at) => addDays('2015-01-05', at)).filter(
  (day) => weekday(day) % 6 !== 0 && !FREE.has(day),
);

function dayOf(nth: number): Pick<Expense, 'year' | 'month' | 'spentOn' | 'place'> {
  const day = WORKING[nth % WORKING.length] ?? '';
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), spentOn: day, place: `식당 ${nth}` };
}

async function approvedSpend(it: It): Promise<number> {
  const id = await spend(it);
  await it.db.updateTable('expense').set({ approval: 'approved' }).where('id', '=', id).execute();
  const approval = { expense_id: id, steps: 1, version: 2, asked_by: it.owner, drawn: 2 };
  const events = [
    { expense_id: id, version: 1, action: 'asked', actor: it.owner },
    { expense_id: id, version: 2, action: 'approved', actor: 'U0SHINARAM' },
  ];
  await it.db.insertInto('approval').values(approval).execute();
  await it.db
    .insertInto('approval_event')
    .values(events.map((event) => ({ ...event, deputy_for: null, words: null, at: it.by.at.toISOString() })))
    .execute();
  return id;
}

/** Half a million won for people who are not named: evidence is asked for. */
async function doubted(it: It): Promise<{ expense: number; finding: number }> {
  const expense = await spend(it, { amount: 600_000, headcount: 30, attendees: null });
  await judgeRecords(it.db, [expense], it.by.at);
  const finding = await it.db
    .selectFrom('finding')
    .select('id')
    .where('expense_id', '=', expense)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (!finding) throw new Error('Nothing was found.');
  return { expense, finding: finding.id };
}

/** A file of one row, as the owner brought it. */
async function brought({ db, by, nth }: It, won: string): Promise<void> {
  const lines = [
    '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액',
    `2018-03-06 12:00,다온 ${nth},자문,3명,카드,${won}`,
  ];
  const file = await openExpenses(new TextEncoder().encode(lines.join('\n')), `${nth}.csv`, { today: '2018-03-30' });
  if ('refusal' in file) throw new Error(file.refusal);
  await takeIn(db, file, { fileName: `${nth}.csv`, ...by });
}

async function heldRow(it: It): Promise<void> {
  await it.db.updateTable('held_row').set({ state: 'discarded' }).execute();
  await brought(it, '약 만원쯤');
}

async function withReceipt(it: It, id: number): Promise<void> {
  const slackFileId = it.office.slack.as(it.owner).upload({ name: `영수증 ${it.nth}.jpg`, bytes: JPEG });
  await attachReceipts(it.db, id, [{ slackFileId, name: `영수증 ${it.nth}.jpg` }], it.by);
}

const show = (id: number): [string, string] => ['/지출', `보기 E${id}`];
const REASON = { reason: '사유를 적음' };

export const EXPENSE = {
  'record a spend': {
    changes: 'expense',
    scene: async (it) => typedForm(it, '/지출', '', { ...FIELDS, place: `새로 ${it.nth}` }),
  },
  'edit a spend': {
    changes: 'expense',
    scene: async (it) => cardForm(it, show(await spend(it)), 'expense_edit', { place: '다온', amount: '70,000' }),
  },
  'void a spend': {
    changes: 'expense',
    scene: async (it) => cardForm(it, show(await spend(it)), 'expense_void', REASON),
  },
  'bring a voided spend back': {
    changes: 'expense',
    scene: async (it) => {
      const id = await spend(it);
      await it.db.updateTable('expense').set({ voided_at: it.by.at.toISOString() }).where('id', '=', id).execute();
      return cardForm(it, show(id), 'expense_restore', REASON);
    },
  },
  'void a spend in one line': {
    changes: 'expense',
    scene: async (it) => typed(it, '/지출', `무효 E${await spend(it)} 두 번 적음`),
  },
  'edit an approved spend': {
    changes: ['expense', 'approval'],
    scene: async (it) => cardForm(it, show(await approvedSpend(it)), 'expense_edit', { amount: '70,000' }),
  },
  'void an approved spend': {
    changes: 'expense',
    scene: async (it) => cardForm(it, show(await approvedSpend(it)), 'expense_void', REASON),
  },
  'mend a held row': {
    changes: ['expense', 'held_row'],
    scene: async (it) => {
      await heldRow(it);
      return cardForm(it, ['/지출', '확인필요'], 'held_mend', { ...FIELDS, place: `다온 ${it.nth}` });
    },
  },
  'discard a held row': {
    changes: 'held_row',
    scene: async (it) => {
      await heldRow(it);
      return cardForm(it, ['/지출', '확인필요'], 'held_discard', REASON);
    },
  },
  'answer a finding': {
    changes: 'expense_evidence',
    scene: async (it) => {
      const { expense } = await doubted(it);
      return cardForm(it, show(expense), 'expense_evidence_open', { counterpart: '강남구청 총무과 김가람 외 29명' });
    },
  },
  'accept a finding': {
    changes: 'finding',
    scene: async (it) => {
      await it.db.deleteFrom('finding').execute();
      await it.db.updateTable('expense').set({ voided_at: it.by.at.toISOString() }).execute();
      const { me } = it;
      const { expense } = await doubted({ ...it, owner: OTHER });
      await me.type('/지출', '점검 전체');
      const isList = new RegExp(`E${expense}\\b`);
      const list = await me.reads(
        (it) => isList.test(it.text) && JSON.stringify(it.blocks ?? []).includes('check_accept_open'),
      );
      const turns = async () => {
        await it.db.updateTable('expense').set({ created_by: it.owner }).where('id', '=', expense).execute();
      };
      return { opens: () => me.press('check_accept_open', { in: list }), turns, acts: () => me.submit(REASON) };
    },
  },
  'change a limit': {
    changes: 'spending_limit',
    scene: (it) =>
      cardForm(it, ['/지출', '기준'], 'check_limits_open', {
        limit: 'meal_general',
        value: String(40_000 + it.nth),
        from: '2018-05-01',
        ...REASON,
      }),
  },
  'turn a rule on': {
    changes: 'history',
    scene: (it) =>
      cardForm(it, ['/지출', '기준'], 'check_rules_open', { plan_year: '2018', plan: `계획 ${it.nth}`, ...REASON }),
  },
  'change the lists of the rules': {
    changes: 'history',
    scene: (it) => cardForm(it, ['/지출', '기준'], 'check_office_open', { guide: `지침 ${it.nth}`, ...REASON }),
  },
  'import spends': {
    changes: 'expense',
    scene: async (it) =>
      typedForm(it, '/지출', '가져오기', {
        file: {
          name: `집행 ${it.nth}.csv`,
          bytes: `집행일시,집행장소,집행목적,대상인원,결제방법,집행금액\n2018-03-05 12:00,집 ${it.nth},간담회,4명,카드,"50,000"\n`,
        },
      }),
  },
  'take an import back': {
    changes: ['expense', 'import_file'],
    scene: async (it) => {
      await brought(it, '50000');
      return cardForm(it, ['/지출', '가져오기 목록'], IMPORT_UNDO, {});
    },
  },
  'take the ledger along': {
    reveals: ({ nth }) => `식당 ${nth}.csv`,
    scene: async (it) => {
      await spend(it);
      return typed(it, '/지출', `내보내기 식당 ${it.nth} csv`);
    },
  },
  'see the receipts': {
    reveals: ({ nth }) => `영수증 ${nth}.jpg`,
    scene: async (it) => {
      const id = await spend(it);
      await withReceipt(it, id);
      const card = await answerTo(it.me, () => it.me.type(...show(id)));
      return { acts: () => it.me.press('receipt_show', { in: card }) };
    },
  },
  'add a receipt': {
    changes: 'receipt',
    scene: async (it) => {
      const { me } = it;
      const id = await spend(it);
      const files = [me.upload({ name: '영수증.jpg', bytes: JPEG })];
      const offer = await answerTo(me, () => me.dm('영수증', { files }));
      // Anyone may open the form: it is for one's own spends as well.
      await me.press('receipt_other', { in: offer });
      await me.seesView();
      await me.fill({ expense: String(id) });
      return { acts: () => me.submit() };
    },
  },
  'take off a receipt': {
    changes: 'receipt',
    scene: async (it) => {
      const id = await spend(it);
      await withReceipt(it, id);
      return cardForm(it, ['/지출', `영수증 E${id}`], 'receipt_remove', REASON);
    },
  },
  'take a receipt off an approved spend': {
    changes: 'receipt',
    scene: async (it) => {
      const id = await approvedSpend(it);
      await withReceipt(it, id);
      return cardForm(it, ['/지출', `영수증 E${id}`], 'receipt_remove', REASON);
    },
  },
} satisfies Record<string, Right>;
