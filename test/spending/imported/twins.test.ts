import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../../src/base/db/database.ts';
import { openDatabase } from '../../../src/base/db/database.ts';
import { watch } from '../../../src/slack/seen/watch.ts';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import { findExpenses } from '../../../src/spending/expense/list/store.ts';
import type { Spend } from '../../../src/spending/expense/rules.ts';
import { changeExpense, findExpense, insertEntered, voidExpense } from '../../../src/spending/expense/store.ts';
import { type Intake, takeIn } from '../../../src/spending/imported/intake.ts';
import { findImports, findWorkedOn, undoImport } from '../../../src/spending/imported/store.ts';
import { findStatus } from '../../../src/spending/ledger/store.ts';
import { decideTwin } from '../../../src/spending/twin/decision/store.ts';
import { placesAgree, twinKind } from '../../../src/spending/twin/rules.ts';
import { countTwins, findDoubled, findTwins } from '../../../src/spending/twin/store.ts';
import { newPlace } from '../../support/database.ts';
import { NOW } from '../../support/office.ts';

const HEAD = '사용자,집행일시,집행장소,집행목적,대상인원,금액(원),결제방법';
const BY = { actor: 'U1', at: NOW };

async function register(): Promise<Database> {
  const db = await openDatabase(await newPlace());
  onTestFinished(() => db.destroy());
  return db;
}

async function take(db: Database, name: string, rows: string[], head = HEAD, dryRun = false): Promise<Intake> {
  const file = await openExpenses(new TextEncoder().encode([head, ...rows].join('\n')), name, { today: '2026-11-30' });
  if ('refusal' in file) throw new Error(file.refusal);
  return takeIn(db, file, { fileName: name, dryRun, ...BY });
}

const spent = async (db: Database) => (await findStatus(db, 2026)).status.spent;
const decide = (db: Database, id: number, choice: 'different' | 'keep_later' | 'keep_earlier') =>
  decideTwin(db, id, choice, { ...BY, reason: (stays) => `= ${stays}`, mayVoidApproved: false });

test('a list published again with another purpose says what it corrects; one press replaces it, and nothing else moves', async () => {
  const db = await register();
  const first = [
    '시장,2026-02-09,가나식당,업무협의 간담회,4명,100000,카드',
    '시장,2026-02-10,가나식당,업무협의,4명,70000,카드',
  ];
  await take(db, 'a.csv', first);
  const again = await take(db, 'b.csv', [
    '시장,2026-02-09,가나식당,업무 협의 오찬 간담회,4명,100000,카드',
    first[1] ?? '',
  ]);

  expect(again).toMatchObject({ imported: 1, duplicates: 1, twins: { correction: 1, maybe_same: 0 }, twinOf: 'E1' });
  expect(again.twinLines).toEqual({ correction: [2], maybe_same: [] });
  const [twin] = await findTwins(db, { kind: 'correction' }, { offset: 0, limit: 5 });
  expect(await decide(db, twin?.id ?? 0, 'keep_later')).toBe('done');
  expect(await decide(db, twin?.id ?? 0, 'keep_earlier')).toBe('again');
  expect(await findExpense(db, 1)).toMatchObject({ voided: true });
  expect(await spent(db)).toBe(170_000);
  // Neither list comes again.
  expect(await take(db, 'a.csv', first)).toMatchObject({ imported: 0, duplicates: 2, twins: { correction: 0 } });
});

test.each([
  [
    'a place that is nearly the same',
    '시장,2026-03-02 12:10,미진,조례 간담회,4명,85000,카드',
    '비서실,2026-03-02 12:12:31,(주)미진 광화문점,간담회,,85000,신용카드',
  ],
  [
    'one without a time',
    '시장,2026-03-03,미진,조례 간담회,4명,85000,카드',
    '시장,2026-03-03 12:12,미진,조례 간담회,4명,85000,카드',
  ],
])('by hand and from the card company, %s, is told at once; that they are two is kept', async (_, hand, card) => {
  const db = await register();
  await take(db, 'hand.csv', [hand]);
  expect((await take(db, 'card.csv', [card])).twins).toEqual({ correction: 0, maybe_same: 1 });
  const [twin] = await findTwins(db, {}, { offset: 0, limit: 5 });
  await decide(db, twin?.id ?? 0, 'different');
  expect([await countTwins(db), await spent(db)]).toEqual([0, 170_000]);
});

const SPEND: Spend = {
  year: 2026,
  month: 3,
  spentOn: '2026-03-02',
  spentTime: null,
  amount: 85_000,
  account: '203-03',
  activity: null,
  category: null,
  place: '미진',
  address: null,
  purpose: '조례 개정 간담회',
  headcount: 4,
  attendees: null,
  payment: 'card',
  spender: '시장',
  department: null,
};
const shop = fc.constantFrom('미진', '가온식당', '다온', '한빛떡집', '소나무집', '나래카페');
const onCard = fc.constantFrom<(name: string) => string>(
  (name) => name,
  (name) => `(주)${name}`,
  (name) => `${name} 시청점`,
  (name) => `주식회사 ${name} 광화문지점`,
  (name) => `${name}(종로)`,
);
/** A spend of a day that no other has: when it was, as somebody entered it, and what the card company's list says of it. */
const entered = fc.record({
  place: shop,
  dress: onCard,
  won: fc.integer({ min: 1_000, max: 900_000 }),
  hour: fc.option(fc.integer({ min: 8, max: 20 }), { nil: null }),
  late: fc.integer({ min: 0, max: 30 }),
  card: fc.constantFrom('same', 'same', 'none', 'another place', 'another amount', 'another hour'),
});

test("each spend that was entered by hand and stands in the card company's list is asked about once, and no other", async () => {
  const two = (number: number) => String(number).padStart(2, '0');
  await fc.assert(
    fc.asyncProperty(fc.array(entered, { minLength: 1, maxLength: 8 }), async (list) => {
      const db = await openDatabase(await newPlace());
      const rows: string[] = [];
      let [all, pairs] = [0, 0];
      for (const [index, { place, dress, won, hour, late, card }] of list.entries()) {
        const spentOn = `2026-03-${two(index + 1)}`;
        const spentTime = hour === null ? null : `${two(hour)}:00`;
        const spend = { ...SPEND, spentOn, spentTime, amount: won, place };
        await insertEntered(db, spend, { ...BY, formKey: `form-${index}`, receipts: [], heldRowId: null });
        all += won;
        if (card === 'none') continue;
        const at = `${spentOn} ${two((hour ?? 12) + (card === 'another hour' ? 1 : 0))}:${two(late)}:31`;
        const paid = card === 'another amount' ? won + 100 : won;
        rows.push(`비서실,${at},${card === 'another place' ? '가야분식' : dress(place)},승인,,${paid},신용카드`);
        // One without a time may be that of any hour.
        if (card === 'same' || (card === 'another hour' && hour === null)) pairs += 1;
        else all += paid;
      }

      const taken = await take(db, 'card.csv', rows);
      expect(taken).toMatchObject({ imported: rows.length, twins: { correction: 0, maybe_same: pairs } });
      const twins = await findTwins(db, {}, { offset: 0, limit: 50 });
      expect(twins).toHaveLength(pairs);
      for (const { id } of twins) expect(await decide(db, id, 'keep_earlier')).toBe('done');
      expect(await spent(db)).toBe(all);
      expect(await take(db, 'card.csv', rows)).toMatchObject({ imported: 0, twins: { maybe_same: 0 } });
      await db.destroy();
    }),
    { numRuns: 6 },
  );
});

test('two departments, two places and two hours are two spends', () => {
  const one = {
    spentOn: '2026-03-02',
    spentTime: '12:10',
    amount: 85_000,
    place: '미진',
    purpose: '간담회',
    spender: null,
    department: null,
    payment: null,
    isImported: true,
  };
  const same = (change: object) => twinKind(one, { ...one, purpose: '오찬 간담회', ...change });
  expect(same({})).toBe('correction');
  expect(same({ isImported: false })).toBe('maybe_same');
  expect(same({ place: '다온' })).toBeNull();
  expect(same({ spentTime: '18:30' })).toBeNull();
  expect(same({ amount: 85_001 })).toBeNull();
  expect(twinKind({ ...one, department: '총무과' }, { ...one, department: '세무과' })).toBeNull();
});

test('a place agrees with itself under any company form and branch, and with no other place', () => {
  const name = fc.constantFrom('미진', '가온식당', '다온', '한빛떡집', '소나무집');
  const form = fc.constantFrom(
    (it: string) => it,
    (it: string) => `(주)${it}`,
    (it: string) => `㈜${it}`,
    (it: string) => `주식회사 ${it}`,
  );
  const branch = fc.constantFrom('', ' 광화문점', ' 시청지점', '(종로구 세종로)');
  fc.assert(
    fc.property(name, form, branch, name, (one, dress, at, other) => {
      expect(placesAgree(one, dress(one) + at)).toBe(true);
      expect(placesAgree(other, dress(one) + at)).toBe(one === other);
    }),
  );
});

test('undoing an import takes all of it back at once, and the file may come again as if it never had', async () => {
  const db = await register();
  await take(db, 'other.csv', ['시장,2026-01-05,미진,간담회,4명,10000,카드']);
  const head = `${HEAD},연간예산`;
  const rows = [
    '시장,2026-02-09,가나식당,간담회,4명,100000,카드,5000000',
    '시장,모름,가나식당,간담회,4명,70000,카드,',
    '시장,2026-02-11,다라식당,간담회,4명,30000,카드,',
  ];
  const { importId } = await take(db, 'wrong.csv', rows, head);
  expect((await findStatus(db, 2026)).status).toMatchObject({ budget: 5_000_000, spent: 140_000, held: { rows: 1 } });

  expect(await undoImport(db, importId ?? 0, { keep: false, ...BY })).toEqual({
    gone: 2,
    won: 130_000,
    held: 1,
    kept: [],
  });
  expect((await findStatus(db, 2026)).status).toMatchObject({
    budget: null,
    spent: 10_000,
    count: 1,
    held: { rows: 0 },
  });
  for (const filter of [{}, { months: { from: 1, to: 9999 * 12 } }])
    expect(await findExpenses(db, filter, { offset: 0, limit: 9 })).toMatchObject({ count: 1, voided: 0, won: 10_000 });
  expect(await undoImport(db, importId ?? 0, { keep: false, ...BY })).toEqual({ refusal: 'undone' });
  expect((await findImports(db, { offset: 0, limit: 9 })).imports[0]).toMatchObject({
    name: 'wrong.csv',
    undone: { by: 'U1' },
  });

  expect(await take(db, 'wrong.csv', rows, head)).toMatchObject({ imported: 2, held: 1, duplicates: 0, won: 130_000 });
  expect(await spent(db)).toBe(140_000);
});

test('what people changed since is named, and stays where they say so', async () => {
  for (const keep of [true, false]) {
    const db = await register();
    const { importId } = await take(db, 'a.csv', [
      '시장,2026-02-09,가나식당,간담회,4명,100000,카드',
      '시장,2026-02-11,다라식당,간담회,4명,30000,카드',
    ]);
    const before = await findExpense(db, 1);
    if (!before) throw new Error('no record');
    const { id, origin, flags, createdBy, version, voided, approval, ...spend } = before;
    await changeExpense(db, { id: 1, version: 1 }, { ...spend, amount: 90_000 }, { ...BY, receipts: [] });

    expect(await findWorkedOn(db, importId ?? 0)).toEqual([1]);
    expect(await undoImport(db, importId ?? 0, { keep, ...BY })).toMatchObject({
      gone: keep ? 1 : 2,
      kept: keep ? [1] : [],
    });
    expect(await spent(db)).toBe(keep ? 90_000 : 0);
  }
});

/** Rows of days that no other has, and whether a later list gives another purpose. */
const published = fc.array(fc.record({ won: fc.integer({ min: 1, max: 900 }), isChanged: fc.boolean() }), {
  minLength: 1,
  maxLength: 12,
});
type Published = { won: number; isChanged: boolean };
const rowOf = ({ won }: Published, index: number, purpose: string) =>
  `시장,2026-02-${String(index + 1).padStart(2, '0')},가나식당,${purpose},4명,${won}000,카드`;
const wonOf = (list: readonly Published[]) => list.reduce((sum, { won }) => sum + won * 1000, 0);

test('whichever rows a list corrects, they are named, and replacing them all leaves each spend once', async () => {
  await fc.assert(
    fc.asyncProperty(published, async (list) => {
      const db = await openDatabase(await newPlace());
      const changed = list.filter(({ isChanged }) => isChanged);
      const second = list.map((it, index) => rowOf(it, index, it.isChanged ? '오찬 간담회' : '업무협의'));
      await take(
        db,
        'a.csv',
        list.map((it, index) => rowOf(it, index, '업무협의')),
      );
      const again = await take(db, 'b.csv', second);
      expect(again).toMatchObject({
        imported: changed.length,
        duplicates: list.length - changed.length,
        twins: { correction: changed.length, maybe_same: 0 },
      });
      expect(await findDoubled(db, 2026)).toEqual({ pairs: changed.length, won: wonOf(changed) });
      for (const { id } of await findTwins(db, {}, { offset: 0, limit: 50 })) await decide(db, id, 'keep_later');
      expect(await spent(db)).toBe(wonOf(list));
      expect(await findDoubled(db, 2026)).toEqual({ pairs: 0, won: 0 });
      expect(await take(db, 'b.csv', second)).toMatchObject({ imported: 0, twins: { correction: 0 } });
      await db.destroy();
    }),
    { numRuns: 8 },
  );
});

test('whatever the register holds of a list, a rehearsal tells what the import then does, and changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(published, published, async (first, second) => {
      const db = await openDatabase(await newPlace());
      const rows = [...second, ...second.slice(0, 2)].map((it, index) =>
        rowOf(it, index % second.length, it.isChanged ? '다과 구입' : '업무협의'),
      );
      const list = [...rows, '시장,모름,가나식당,간담회,4명,70000,카드'];
      await take(
        db,
        'a.csv',
        first.map((it, index) => rowOf(it, index, '업무협의')),
      );
      const before = await findStatus(db, 2026);
      const rehearsed = await take(db, 'b.csv', list, HEAD, true);
      expect(await findStatus(db, 2026)).toEqual(before);
      expect(await countTwins(db)).toBe(0);
      expect(await take(db, 'b.csv', list)).toEqual({ ...rehearsed, importId: expect.any(Number) });
      await db.destroy();
    }),
    { numRuns: 8 },
  );
});

test('what an import only compares with is a look at nobody', async () => {
  const db = await register();
  await take(db, 'a.csv', ['시장,2026-02-09,가나식당,간담회,의원 등 4명,100000,카드']);
  const { db: watched, sights } = watch(db);
  const again = ['시장,2026-02-09,가나식당,오찬 간담회,의원 등 4명,100000,카드'];
  expect((await take(watched, 'b.csv', again)).twins.correction).toBe(1);
  expect(sights(true)).toEqual([]);
});

test('a rehearsal waits for nobody who writes, and nobody for it', async () => {
  const db = await register();
  const writing = await db.startTransaction().execute();
  const rows = ['시장,2026-02-09,가나식당,간담회,4명,100000,카드'];
  expect(await take(db, 'a.csv', rows, HEAD, true)).toMatchObject({ imported: 1, importId: null });
  await writing.rollback().execute();
});

test('whatever two files share, undoing the later one leaves the register as the first one left it', async () => {
  await fc.assert(
    fc.asyncProperty(published, published, async (first, second) => {
      const db = await openDatabase(await newPlace());
      await take(
        db,
        'a.csv',
        first.map((it, index) => rowOf(it, index, '업무협의')),
      );
      const before = await findStatus(db, 2026);
      const rows = second.map((it, index) => rowOf(it, index, it.isChanged ? '다과 구입' : '업무협의'));
      const taken = await take(db, 'b.csv', [...rows, '시장,모름,가나식당,간담회,4명,70000,카드']);
      expect(await undoImport(db, taken.importId ?? 0, { keep: false, ...BY })).toMatchObject({
        gone: taken.imported,
        won: taken.won,
        held: 1,
      });
      expect(await findStatus(db, 2026)).toEqual(before);
      expect(await findDoubled(db, 2026)).toEqual({ pairs: 0, won: 0 });
      const { imported, duplicates, held, won } = taken;
      expect(await take(db, 'b.csv', [...rows, '시장,모름,가나식당,간담회,4명,70000,카드'])).toMatchObject({
        ...{ imported, duplicates, held, won },
      });
      await db.destroy();
    }),
    { numRuns: 8 },
  );
});

/** How often each of two spends, and a row that is held, stand in a file. */
const copies = fc.integer({ min: 0, max: 3 });
const file = fc.record({ lunch: copies, dinner: copies, unread: copies });
type Copies = { lunch: number; dinner: number; unread: number };
const KINDS = ['lunch', 'dinner', 'unread'] as const;
const ROWS = {
  lunch: '시장,2026-02-09,가나식당,간담회,4명,100000,카드',
  dinner: '시장,2026-02-10,다라식당,간담회,4명,30000,카드',
  unread: '시장,모름,가나식당,간담회,4명,70000,카드',
};
const WON = { lunch: 100_000, dinner: 30_000, unread: 0 };
const written = (it: Copies) => KINDS.flatMap((kind) => Array.from({ length: it[kind] }, () => ROWS[kind]));

const step = fc.oneof(
  fc.record({ does: fc.constant('import' as const), which: fc.nat({ max: 1 }) }),
  fc.record({ does: fc.constant('undo' as const), which: fc.nat({ max: 9 }) }),
  fc.record({ does: fc.constant('void' as const), which: fc.nat({ max: 9 }) }),
);

test('however files with equal rows come, go and come again, the register has what each brought and no row twice', async () => {
  await fc.assert(
    fc.asyncProperty(file, file, fc.array(step, { maxLength: 8 }), async (first, second, steps) => {
      const db = await openDatabase(await newPlace());
      const files = [first, second] as const;
      /** What has to be there: each with the import that brought it. */
      let there: { kind: keyof Copies; by: number; voided: boolean }[] = [];
      let imports: number[] = [];
      const count = (kind: keyof Copies) => there.filter((it) => it.kind === kind).length;
      const comes = async (which: number) => {
        const given = files[which] ?? first;
        const news = KINDS.flatMap((kind) =>
          Array.from({ length: Math.max(0, given[kind] - count(kind)) }, () => kind),
        );
        const taken = await take(db, `${which}.csv`, written(given));
        const held = news.filter((kind) => kind === 'unread').length;
        expect(taken).toMatchObject({ imported: news.length - held, held, rows: written(given).length });
        const by = taken.importId ?? 0;
        imports.push(by);
        there.push(...news.map((kind) => ({ kind, by, voided: false })));
      };
      const does = async ({ does, which }: { does: 'import' | 'undo' | 'void'; which: number }) => {
        if (does === 'import') return comes(which);
        if (does === 'undo') {
          const by = imports[which % imports.length];
          if (by === undefined) return;
          await undoImport(db, by, { keep: false, ...BY });
          imports = imports.filter((it) => it !== by);
          there = there.filter((it) => it.by !== by || it.voided);
          return;
        }
        const spends = await db
          .selectFrom('expense')
          .select(['id', 'import_id', 'amount'])
          .where('voided_at', 'is', null)
          .orderBy('id')
          .execute();
        const row = spends[which % spends.length];
        if (!row) return;
        await voidExpense(db, row.id, { ...BY, reason: '중복' });
        const gone = there.find(({ kind, by, voided }) => !voided && by === row.import_id && WON[kind] === row.amount);
        if (gone) gone.voided = true;
      };
      const asIs = async () => {
        const inForce = there.filter(({ kind, voided }) => kind !== 'unread' && !voided);
        expect((await findStatus(db, 2026)).status).toMatchObject({
          spent: inForce.reduce((sum, { kind }) => sum + WON[kind], 0),
          count: inForce.length,
          held: { rows: count('unread') },
        });
      };

      for (const it of steps) {
        await does(it);
        await asIs();
      }
      await comes(0);
      await comes(1);
      await asIs();
      for (const kind of KINDS) expect(count(kind)).toBeGreaterThanOrEqual(Math.max(first[kind], second[kind]));
      await db.destroy();
    }),
    { numRuns: 40 },
  );
});
