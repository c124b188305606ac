import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../../src/base/db/database.ts';
import { searchMembers } from '../../../src/council/members/search/store.ts';
import { putMembers } from '../../../src/council/members/store.ts';
import { insertBriefing } from '../../../src/council/policies/store.ts';
import { insertContact } from '../../../src/council/store.ts';
import { changeFollowup, insertEntered as insertFollowup } from '../../../src/followup/store.ts';
import { owedOf } from '../../../src/followup/work.ts';
import { putUpdate } from '../../../src/pledge/proposal/store.ts';
import { insertPledge } from '../../../src/pledge/store.ts';
import { addCouncilSamples } from '../../../src/samples/council.ts';
import { addFollowupSamples } from '../../../src/samples/followup.ts';
import { addPledgeSamples } from '../../../src/samples/pledge.ts';
import { addSamples } from '../../../src/samples/spending.ts';
import { addVisitSamples } from '../../../src/samples/visit.ts';
import { checkPayload } from '../../../src/simulator/block-kit/check.ts';
import type { Message } from '../../../src/slack/privately.ts';
import { putBudgets } from '../../../src/spending/budget/store.ts';
import { insertEntered as insertExpense } from '../../../src/spending/expense/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { digestOf } from '../../../src/time/digest/gather.ts';
import { personalOf } from '../../../src/time/digest/personal.ts';
import { personalMessage } from '../../../src/time/digest/personal-views.ts';
import { pictureOf } from '../../../src/time/digest/picture.ts';
import type { Digest } from '../../../src/time/digest/rules.ts';
import { digestMessage } from '../../../src/time/digest/views.ts';
import { type Week, weekNamed, weekOf } from '../../../src/time/digest/week.ts';
import { findPrograms } from '../../../src/visit/programs/store.ts';
import { insertVisits } from '../../../src/visit/store.ts';
import { AT, emptyOffice, owed, plan, pledge, spend, staff } from './given.ts';

const LANGUAGES = ['ko', 'en'] as const;
const ko = textFor('ko');
const W43 = weekNamed('2016-W43') as Week;
const MONDAY = new Date('2016-10-24T00:00:00Z'); // nine o'clock in Seoul
const YEARS_LATER = new Date('2026-11-23T03:00:00Z');

const at = (now: Date, without: readonly string[] = []) => ({ now, zone: 'Asia/Seoul', weekday: 1, without });
const by = (when = AT, actor = staff(0)) => ({ actor, at: when, formKey: randomUUID() });

const said = (message: Message | null): string => JSON.stringify(message?.blocks ?? []) + (message?.text ?? '');

async function addExpense(db: Database, given: Parameters<typeof spend>[0]): Promise<void> {
  await insertExpense(db, spend(given), { ...by(), receipts: [], heldRowId: null });
}

test('what the spending rules found is counted in the digest of this week, not in one of the past', async () => {
  const db = await emptyOffice(0);
  await addExpense(db, {});
  const { id, spent_on } = await db.selectFrom('expense').select(['id', 'spent_on']).executeTakeFirstOrThrow();
  const found = { expense_id: id, rule: 'E05', severity: 'require', state: 'open', asks: 'reason', figures: '{}' };
  await db
    .insertInto('finding')
    .values({ ...found, found_at: AT.toISOString() })
    .execute();
  const now = new Date(`${spent_on}T09:00:00Z`);
  const thisWeek = weekOf(spent_on ?? '');

  const message = digestMessage(await digestOf(db, thisWeek, at(now)), null, ko);
  expect(said(message)).toContain(ko.digest.spending.findings('1'));
  const past = digestMessage(await digestOf(db, thisWeek, at(YEARS_LATER)), null, ko);
  expect(said(past)).not.toContain('/지출 점검');
});

test('the digest of 24 October 2016 on the sample data shows the report’s figures', async () => {
  const db = await emptyOffice(0);
  await addSamples(db, YEARS_LATER, '2026-11-23');
  await addPledgeSamples(db, YEARS_LATER);
  await addCouncilSamples(db, YEARS_LATER, '2026-11-23');
  await addFollowupSamples(db, YEARS_LATER, '2026-11-23');
  await addVisitSamples(db, YEARS_LATER, '2026-11-23');

  const digest = await digestOf(db, W43, at(YEARS_LATER));

  expect(digest.asOf).toBe('2016-10-24');
  expect(digest.spending?.whole).toMatchObject({ budget: 380_200_000, registered: 203_672_000 });
  expect(digest.spending?.accounts).toMatchObject([
    { account: '203-01', budget: 277_200_000, registered: 152_912_000 },
    { account: '203-03', budget: 103_000_000, registered: 50_760_000 },
  ]);
  expect(digest.spending?.whole.spent).toBeLessThan(203_672_000); // what was spent later is not said to be spent by then
  expect(digest.pledges?.state.groups.map(({ group, count }) => [group, count])).toEqual([
    ['fulfilled', 125],
    ['정상추진', 123],
    ['일부추진', 8],
  ]);
  expect(digest.audit).toEqual([{ year: 2015, counts: { done: 11, in_progress: 7, under_review: 1, declined: 0 } }]);
  expect(digest.council?.counts).toEqual({ text: 29, annex: 22 });
  expect(digest.followups).toBeNull(); // the samples of today were not owed then

  const { text } = digestMessage(digest, null, ko) ?? { text: '' };
  for (const figure of [
    '380,200',
    '203,672 (53.6%)',
    '277,200',
    '152,912 (55.2%)',
    '103,000',
    '50,760 (49.3%)',
    '176,528',
  ])
    expect(text).toContain(figure);
  for (const figure of ['256건', '사업완료 125건', '정상추진 123건', '일부추진 8건', '29회', '22회'])
    expect(text).toContain(figure);
  expect(text).toContain('19건: 추진완료 11 · 추진중 7 · 검토중 1 · 미반영 0');
  expect(pictureOf(digest, ko)?.alt).toMatch(/203,672.*53\.6%.*152,912.*55\.2%.*50,760.*49\.3%/);
});

test('an office without records has nothing to tell', async () => {
  const db = await emptyOffice();

  expect(digestMessage(await digestOf(db, W43, at(MONDAY)), null, ko)).toBeNull();
});

test('a part without anything to tell is left out, and so is one that the office does not want', async () => {
  const db = await emptyOffice();
  await addExpense(db, {});
  await insertFollowup(db, owed(), by());

  const wanted = await digestOf(db, W43, at(MONDAY, ['spending']));

  expect(Object.entries(wanted).filter(([, part]) => part === null)).toHaveLength(5);
  expect(said(digestMessage(wanted, null, ko))).not.toContain(ko.digest.parts.spending);
  expect(said(digestMessage(wanted, null, ko))).toContain(ko.digest.parts.followups);
});

test('last week’s spending is told by account, from Monday to Sunday', async () => {
  const db = await emptyOffice();
  for (const [spentOn, amount] of [
    ['2016-10-16', 1_000],
    ['2016-10-17', 20_000],
    ['2016-10-23', 300_000],
    ['2016-10-24', 4_000_000],
  ] as const) {
    await addExpense(db, { spentOn, amount });
  }
  await addExpense(db, { amount: 50_000, account: '203-03' });

  const { spending } = await digestOf(db, W43, at(MONDAY));

  expect(spending?.lastWeek.spent).toEqual([
    { account: '203-01', won: 320_000, count: 2 },
    { account: '203-03', won: 50_000, count: 1 },
  ]);
});

test('a week that is over is told as things stood on its day', async () => {
  const db = await emptyOffice(2);
  const later = new Date('2016-11-10T00:00:00Z');
  const { record: done } = await insertFollowup(db, owed({ due: '2016-10-20' }), by());
  const { record: handed } = await insertFollowup(db, owed({ due: '2016-10-26' }), by());
  const { id } = (await insertPledge(db, pledge(), { ...by(), source: '보고서' })).record;
  const before = await digestOf(db, W43, at(MONDAY));

  // Nobody knew of these then.
  await insertFollowup(db, owed({ due: '2016-10-19' }), by(later));
  await insertPledge(db, pledge({ code: '1-2-4' }), { ...by(later), source: '보고서' });
  const step = (followup: typeof done, change: object) => ({
    owed: { ...owedOf(followup), ...change },
    notes: [],
    action: 'changed',
  });
  await changeFollowup(db, { id: done.id, version: 1 }, step(done, { status: 'done' }), by(later));
  await changeFollowup(
    db,
    { id: handed.id, version: 1 },
    step(handed, { owner: staff(1), due: '2017-01-01' }),
    by(later),
  );
  const update = { status: '보류' as const, progress: 50, source: '공문 12', note: '중단' };
  await putUpdate(db, { id, version: 1 }, update, { ...by(later), files: [], confirm: true });
  await addExpense(db, { spentOn: '2016-11-01', amount: 7_000 });
  const after = await digestOf(db, W43, at(YEARS_LATER));

  expect(after.followups).toEqual(before.followups);
  expect(before.followups?.owners).toEqual([{ owner: staff(0), name: '직원0', overdue: 1, fresh: 1, due: 1 }]);
  expect(after.pledges?.state).toEqual(before.pledges?.state);
  expect(after.pledges?.troubled).toEqual([]);
  expect(after.spending?.whole).toEqual({ budget: null, spent: 0, registered: 7_000 });
});

test('what changed of pledges last week is told once for each, from first to last', async () => {
  const db = await emptyOffice();
  const { id } = (await insertPledge(db, pledge(), { ...by(), source: '보고서' })).record;
  const change = async (version: number, progress: number, when: string, status: '정상추진' | '보류' = '정상추진') => {
    const update = { status, progress, source: '공문 12', note: '여건 변화' };
    await putUpdate(db, { id, version }, update, { ...by(new Date(when)), files: [], confirm: true });
  };
  await change(1, 55, '2016-10-14T03:00:00Z');
  await change(2, 60, '2016-10-17T03:00:00Z');
  await change(3, 60, '2016-10-21T03:00:00Z', '보류');
  await change(4, 61, '2016-10-24T03:00:00Z', '보류');

  const { pledges } = await digestOf(db, W43, at(MONDAY));

  expect(pledges?.changed).toEqual([
    {
      name: '1-2-3',
      title: '골목 안전등 늘리기',
      before: { status: '정상추진', progress: 55 },
      after: { status: '보류', progress: 60 },
    },
  ]);
  expect(pledges?.troubled).toHaveLength(1);
});

const EXAMPLE = 'U0NOBODY00';
const long = (length: number): string => '*<!channel>* 가나다라 &< '.repeat(length).slice(0, length);

/** As much of everything as there can be, in the longest words. */
const CROWDED: Digest = {
  week: W43,
  asOf: '2016-10-24',
  isPast: true,
  visits: {
    resultless: 2,
    count: 1_060,
    visits: Array.from({ length: 100 }, (_, i) => ({
      ...{ startsOn: `2016-10-${24 + (i % 7)}`, endsOn: i % 3 ? '2016-12-20' : `2016-10-${24 + (i % 7)}` },
      ...{ startTime: '14:00', title: long(200), place: long(200), district: long(60) },
    })),
  },
  spending: {
    year: 2016,
    gone: 81.4,
    lastWeek: {
      ...{ from: '2016-10-17', to: '2016-10-23' },
      spent: [null, '203-01', '203-02', '203-03', '203-04'].map((account) => ({
        ...{ account: account as '203-01', won: 999_999_999_999, count: 999_999 },
      })),
    },
    held: { rows: 99_999, won: 999_999_999_999 },
    doubled: { pairs: 99_999, won: 999_999_999_999 },
    findings: 99_999,
    whole: { budget: 999_999_999_999, spent: 999_999_999_999, registered: 1_999_999_999_999 },
    accounts: (['203-01', '203-02', '203-03', '203-04', null] as const).map((account) => ({
      ...{ account, budget: 999_999_999_999, spent: 999_999_999_999, registered: 1_999_999_999_999 },
    })),
  },
  followups: {
    overdue: 200,
    fresh: 100,
    due: 100,
    owners: Array.from({ length: 300 }, (_, i) => ({
      owner: EXAMPLE + i,
      name: long(80),
      overdue: 999,
      fresh: 99,
      due: 999,
    })),
  },
  pledges: {
    state: {
      ...{ term: 6, total: 10_000 },
      groups: (['fulfilled', '정상추진', '일부추진', '보류', '폐기', 'unknown'] as const).map((group) => {
        return { group, count: 9_999, share: 16.7 };
      }),
    },
    changed: Array.from({ length: 500 }, () => ({
      ...{ name: long(60), title: long(300) },
      before: { status: '이행 후 계속추진' as const, progress: 100 },
      after: { status: '이행 후 계속추진' as const, progress: 100 },
    })),
    troubled: Array.from({ length: 500 }, () => ({
      ...{ name: long(60), title: long(300), isNew: true },
      status: '일부추진' as const,
    })),
  },
  council: {
    ...{ year: 2016, counts: { text: 9_999, annex: 9_998 }, unanswered: 999 },
    unexplained: {
      count: 99,
      fresh: Array.from({ length: 99 }, () => ({ name: long(60), policy: long(300), announcedOn: '2016-10-24' })),
    },
    lastWeek: Array.from({ length: 10 }, () => ({
      kind: 'leaders_meeting' as const,
      days: Array.from({ length: 7 }, (_, i) => `2016-10-${17 + i}`),
    })),
    thisWeek: Array.from({ length: 10 }, () => ({
      kind: 'other_meeting' as const,
      days: Array.from({ length: 7 }, (_, i) => `2016-10-${24 + i}`),
    })),
    briefings: Array.from({ length: 20 }, (_, i) => ({
      ...{ name: `B${i}`, policy: long(300), announcedOn: '2016-10-30', announcedTime: '10:00' },
      missing: Array.from({ length: 40 }, () => ({ of: 'committee' as const, name: long(60) })),
    })),
  },
  audit: Array.from({ length: 20 }, (_, i) => ({
    ...{ year: 2016 - i, counts: { done: 999, in_progress: 999, under_review: 999, declined: 999 } },
  })),
};

test.each(LANGUAGES)('however much there is, it fits one message (%s)', (language) => {
  const text = textFor(language);
  const picture = { fileId: 'F0123456789', alt: pictureOf(CROWDED, text)?.alt ?? '' };

  const message = digestMessage(CROWDED, picture, text);

  expect(checkPayload({ text: message?.text, blocks: message?.blocks }, 'message')).toEqual([]);
  expect(picture.alt.length).toBeLessThan(2_000);
  expect(said(message)).toContain(text.digest.more('1,035'));
  expect(said(message)).toContain(text.digest.followups.moreOwners('285', '569,430'));
});

test('three hundred follow-ups and sixty visits are counted, and the rest of what is shown is told', async () => {
  const db = await emptyOffice(20);
  const [program] = await findPrograms(db);
  for (let i = 0; i < 60; i++) {
    const day = `2016-10-${24 + (i % 7)}`;
    const hour = String(8 + Math.floor(i / 7)).padStart(2, '0');
    const one = { startsOn: day, endsOn: day, startTime: `${hour}:00`, endTime: `${hour}:10`, title: `점검 ${i}` };
    await insertVisits(db, [plan(program?.id ?? 1, one)], { ...by(), accepted: new Set() });
  }
  for (let i = 0; i < 300; i++) {
    const due = i < 200 ? '2016-10-20' : '2016-10-27';
    await insertFollowup(db, owed({ title: `답변 ${i}`, owner: i % 20 ? staff(i % 20) : null, due }), by());
  }

  const digest = await digestOf(db, W43, at(MONDAY));
  const message = digestMessage(digest, null, ko);

  expect(digest.followups).toMatchObject({ overdue: 200, due: 100 });
  expect(digest.followups?.owners.reduce((sum, it) => sum + it.overdue + it.due, 0)).toBe(300);
  expect(digest.followups?.owners.at(-1)?.owner).toBeNull();
  expect(digest.visits?.count).toBe(60);
  expect(message?.text).toContain('일정 60건');
  expect(message?.text).toContain('외 35건');
  expect(message?.text).toContain('기한 지남 200건 · 이번 주 기한 100건');
  expect(checkPayload({ text: message?.text, blocks: message?.blocks }, 'message')).toEqual([]);
  expect(message?.text).not.toContain('답변');
});

test('one person’s own part names what they owe, and fits however much that is', async () => {
  const db = await emptyOffice(2);
  const person = { userId: staff(0), name: long(80), role: 'manager' as const, language: null };
  for (let i = 0; i < 30; i++) await insertFollowup(db, owed({ title: `${i} ${long(1_900)}` }), by());
  await insertFollowup(db, owed({ title: '남의 일', owner: staff(1) }), by());

  for (const language of LANGUAGES) {
    const text = textFor(language);
    const message = personalMessage(
      await personalOf(db, W43, person, { now: MONDAY, zone: 'Asia/Seoul' }),
      person,
      text,
    );
    expect(checkPayload({ text: message?.text, blocks: message?.blocks }, 'message')).toEqual([]);
    expect(message?.text).toContain(text.digest.personal.followups('30', '0'));
    expect(message?.text).toContain(text.digest.more('20'));
    expect(message?.text).not.toContain('남의 일');
  }
});

test('no private person’s name and no note goes to the channel, wherever someone typed it', async () => {
  const name = fc
    .array(fc.constantFrom(...'갸냐댜랴먀뱌샤야쟈챠'), { minLength: 3, maxLength: 5 })
    .map((letters) => letters.join(''));
  await fc.assert(
    fc.asyncProperty(name, async (name) => {
      const db = await emptyOffice();
      const typed = `${name} 씨 부탁`;
      await putBudgets(db, [{ year: 2016, account: '203-01', won: 1_000_000 }], { ...by(), origin: 'person' });
      const people = { attendees: typed, spender: typed, department: typed, address: typed, category: typed };
      await addExpense(db, { place: typed, purpose: typed, ...people });
      const asked = { title: typed, requester: name, department: typed, answer: typed, answeredTo: name };
      await insertFollowup(db, owed(asked), by());
      await insertFollowup(db, owed({ ...asked, kind: 'audit_other', auditYear: 2015, due: null }), by());
      const [program] = await findPrograms(db);
      const more = { purpose: typed, partner: name, partnerLevel: 'basic' as const, countries: name };
      await insertVisits(db, [plan(program?.id ?? 1, more)], { ...by(), accepted: new Set() });
      await putMembers(
        db,
        [{ name, term: null, constituency: '갑', party: name, district: '강남구', committee: null, post: null }],
        { actor: 'test', at: AT, origin: 'file' },
      );
      const members = await searchMembers(db, '', 10);
      for (const heldOn of ['2016-10-10', '2016-10-18', '2016-10-25']) {
        const talk = { kind: 'mayor_meeting' as const, heldOn, heldTime: null, agenda: typed, result: typed };
        const rest = { others: typed, memberIds: members.map(({ id }) => id), visitId: null, briefingId: null };
        await insertContact(db, { ...talk, ...rest }, { ...by(), requests: [], origin: 'form' });
      }
      const policy = { announcedOn: '2016-10-28', announcedTime: null, leaders: false, districts: ['강남구'] };
      await insertBriefing(db, { ...policy, policy: '청년수당', committees: [] }, { ...by(), origin: 'form' });
      const facts = pledge({
        department: typed,
        goal: typed,
        basis: typed,
        basisKind: '조례',
        field: typed,
        timing: typed,
      });
      const { id } = (await insertPledge(db, facts, { ...by(), source: typed })).record;
      const update = { status: '보류' as const, progress: 50, source: typed, note: typed };
      const when = by(new Date('2016-10-18T00:00:00Z'));
      await putUpdate(db, { id, version: 1 }, update, { ...when, files: [{ id: 'F1', name: typed }], confirm: true });

      const digest = await digestOf(db, W43, at(MONDAY));

      expect(Object.values(digest)).not.toContain(null); // every part tells something
      expect(JSON.stringify(digest)).not.toContain(name);
      for (const language of LANGUAGES) {
        const text = textFor(language);
        const drawn = pictureOf(digest, text);
        expect(said(digestMessage(digest, null, text)) + JSON.stringify(drawn)).not.toContain(name);
      }
    }),
    { numRuns: 4 },
  );
});
