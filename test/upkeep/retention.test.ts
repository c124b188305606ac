import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { changedTerms, dueBefore, LEAST, type Terms, yearsFor } from '../../src/upkeep/retention/rules.ts';
import { KEPT } from '../../src/vocabulary/upkeep.ts';
import { ADMINISTRATOR, MANAGER, SETTINGS, startOffice } from '../support/office.ts';
import { recordOne } from '../support/spending.ts';

test.each([
  ['receipts', '2026-11-30', '2021-01-01'],
  ['receipts', '2026-01-01', '2021-01-01'],
  ['receipts', '2025-12-31', '2020-01-01'],
  ['access_records', '2026-11-30', '2024-01-01'],
  ['messages', '2026-11-30', '2025-01-01'],
] as const)('%s on %s: what is of before %s may go', (kind, today, before) => {
  expect(dueBefore(kind, {}, today)).toBe(before);
});

const aDay = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10));
const someTerms = fc.dictionary(
  fc.constantFrom(...KEPT),
  fc.array(fc.record({ from: aDay, years: fc.integer({ min: 1, max: 10 }) }), { maxLength: 4 }),
);

test('nothing is due before its own year’s term has passed, whatever the terms were', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KEPT), someTerms, aDay, aDay, (kind, terms, today, day) => {
      fc.pre(day < dueBefore(kind, terms, today));
      const years = yearsFor(kind, terms, `${day.slice(0, 4)}-12-31`);
      expect(Number(day.slice(0, 4)) + 1 + years).toBeLessThanOrEqual(Number(today.slice(0, 4)));
    }),
  );
});

test('a new term holds from its day on, and never for what was before', () => {
  fc.assert(
    fc.property(
      someTerms,
      aDay,
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom(...KEPT),
      (terms, from, years, kind) => {
        const now = Object.fromEntries(KEPT.map((it) => [it, yearsFor(it, terms, from)])) as Record<
          (typeof KEPT)[number],
          number
        >;
        const changed: Terms = changedTerms(terms, { ...now, [kind]: years }, from);
        expect(yearsFor(kind, changed, from)).toBe(years);
        expect(yearsFor(kind, changed, '2000-06-01')).toBe(yearsFor(kind, terms, '2000-06-01'));
        for (const it of KEPT) if (it !== kind) expect(yearsFor(it, changed, from)).toBe(now[it]);
      },
    ),
  );
});

test.each(SETTINGS)(
  'an administrator sees what is due, says why, and only how many and why is left ($connection, $language)',
  async (setting) => {
    const office = await startOffice({ ...setting, now: new Date('2026-11-30T03:00:00Z') });
    const { slack, db } = office;
    const words = textFor(setting.language).upkeep.retention;
    const administrator = slack.as(ADMINISTRATOR);
    await recordOne(slack.as(MANAGER), { spent_on: '2026-11-20' });
    const row = {
      at: '2020-05-05T00:00:00.000Z',
      actor: MANAGER,
      via: 'slack',
      command: '/지출',
      asked: '',
      how: 'opened',
      named: 'E77',
      count: 1,
    };
    await db
      .insertInto('access_record')
      .values([
        { ...row, kind: 'attendees' },
        { ...row, kind: 'attendees', at: '2025-05-05T00:00:00.000Z' },
      ])
      .execute();
    const own = { name: '비밀.png', added_by: MANAGER, added_at: '2020-01-01T00:00:00Z', state: 'removed' };
    await db.updateTable('expense').set({ spent_on: '2019-03-03' }).execute();
    await db
      .insertInto('receipt')
      .values({ slack_file_id: 'F1', expense_id: 1, ...own })
      .execute();

    await administrator.type(setting.language === 'ko' ? '/비서 보존' : '/biseo retention');
    const list = await administrator.reads(words.title);
    expect(list.text).toContain(words.grounds.access_records);
    expect(list.buttons).toEqual([words.remove('1'), words.remove('1'), words.settings]);

    for (const kind of ['receipts', 'access_records'] as const) {
      await administrator.press('retention_delete', { in: list, value: kind });
      await administrator.seesView();
      await administrator.submit({ reason: '보존 기간 만료' });
      await administrator.reads(words.deleted(words.kinds[kind], '1'));
    }

    expect(await db.selectFrom('receipt').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('access_record').select('at').where('named', '=', 'E77').execute()).toEqual([
      { at: '2025-05-05T00:00:00.000Z' },
    ]);
    const kept = await db.selectFrom('deletion').selectAll().execute();
    expect(kept).toMatchObject([
      { kind: 'receipts', count: 1, reason: '보존 기간 만료', deleted_by: ADMINISTRATOR },
      { kind: 'access_records', count: 1 },
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/비밀|E77/);
    await expect(db.deleteFrom('deletion').execute()).rejects.toThrow(/kept as they are/);
    await expect(db.deleteFrom('access_record').execute()).rejects.toThrow(/kept as they are/);
  },
);

test('an office may keep longer, not shorter than the law', async () => {
  const { slack, db } = await startOffice();
  const words = textFor('ko').upkeep.retention;
  const administrator = slack.as(ADMINISTRATOR);
  await administrator.type('/비서 보존');
  await administrator.reads(words.title);
  await administrator.press('retention_settings_open');
  const form = await administrator.seesView();
  expect(form.fields.receipts?.shown).toBe('5');

  const answer = await administrator.submit({ receipts: '10', access_records: '3' });
  expect(answer.ok).toBe(true);
  await administrator.reads(words.form.saved);
  const setting = await db
    .selectFrom('office_setting')
    .selectAll()
    .where('name', '=', 'retention')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(setting.value)).toEqual({
    receipts: [{ from: '2018-03-30', years: 10 }],
    access_records: [{ from: '2018-03-30', years: 3 }],
  });
  expect(LEAST.receipts).toBe(5);
});
