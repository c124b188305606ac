import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { type IRBlock, type IRTable, parse } from 'kordoc';
import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/base/db/database.ts';
import { FORMATS } from '../../src/documents/model.ts';
import { linesOf } from '../../src/report/changes.ts';
import { gapKey } from '../../src/report/gaps.ts';
import { releaseReport } from '../../src/report/release.ts';
import { findReport, ORGANISATION } from '../../src/report/report.ts';
import { findReleasedFile, putAcceptance, putLook } from '../../src/report/store.ts';
import { addEverySample } from '../../src/samples/index.ts';
import { copyTemplate, registerIn, temporaryFolder } from '../support/database.ts';
import { onlyObject, runTerminal } from '../support/terminal.ts';

/**
 * The report that the city printed in November 2016, line by line, as the text of its file reads. What does not come out as it stands there:
 */
const NOT_AS_PRINTED: Record<string, string> = {
  '- ▶ 이달의 우수간부상 선정 및 부서방문 5회(16.5월~), 직원 생일 축하 등':
    'the dash is the text file’s; the mark is ▶',
  '- ▶ 광역(1) : 세종특별자치시': 'the dash is the text file’s; the mark is ▶',
  '- ▶ 기초(7) : 안동시, 양평군, 전주시, 가평군, 창녕군, 영동군, 보은군': 'the dash is the text file’s; the mark is ▶',
  '○ 2015년은 대시민 · 의회 · 지방 및 중앙정부 등과 원활한 업무협약의와 시정 정책추진을 위해 노력하여, 2014년보다 집행율이 16% 상향되어 예산 380,200천원의 73.9%인 280,843천원이 집행되었음':
    'a difference of two rates is %p',
  '주요안전(건) 308 62 30': 'misread in the text file: 주요안건',
};
/** As they come out instead. */
const INSTEAD = [
  '▶ 이달의 우수간부상 선정 및 부서방문 5회(16.5월~), 직원 생일 축하 등',
  '▶ 광역(1) : 세종특별자치시',
  '▶ 기초(7) : 안동시, 양평군, 전주시, 가평군, 창녕군, 영동군, 보은군',
  '2014년보다 집행율이 16%p 상향되어 예산 380,200천원의 73.9%인 280,843천원이 집행되었음',
  '주요안건(건) 308 62 30',
  '※ 붙임 22 = 6+2+14; 본문 29 = 22 + 당정협의 7',
];

const source = readFileSync(path.join(import.meta.dirname, 'fixtures/main-work-report-2016.txt'), 'utf8')
  .split('\n')
  .filter(Boolean);
/** White space is layout; Ⅰ and I are one letter to whoever typed them. */
const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const NOW = new Date('2026-11-30T03:00:00Z');
const OFFICE = { timezone: 'Asia/Seoul', organisation: ORGANISATION };
const AS_OF = '2016-10-31';

async function officeFile(change: (db: Database) => Promise<unknown> = async () => undefined) {
  const folder = temporaryFolder();
  await copyTemplate(await registerIn(folder), 'every sample', (db) => addEverySample(db, NOW, '2026-11-30'));
  const db = await openDatabase(await registerIn(folder));
  await change(db);
  await db.destroy();
  return folder;
}

const textsIn = (blocks: readonly IRBlock[]): string =>
  blocks
    .map(
      ({ text, table }) =>
        `${text ?? ''}${
          table
            ? table.cells
                .flat()
                .map((cell) => (cell.blocks ? textsIn(cell.blocks) : cell.text))
                .join('')
            : ''
        }`,
    )
    .join('');

const tablesIn = (blocks: readonly IRBlock[]): IRTable[] =>
  blocks.flatMap(({ table }) =>
    table ? [table, ...table.cells.flat().flatMap((cell) => tablesIn(cell.blocks ?? []))] : [],
  );
const spansOf = ({ cells }: IRTable): string =>
  cells
    .flat()
    .filter(({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1)
    .map(({ colSpan, rowSpan }) => `${colSpan}×${rowSpan}`)
    .join(' ');
/** Columns × rows of the merged cells: 인력, 분야별, 공약 평가, 감사 총괄. */
const SPANS = ['1×2 1×2 5×1 5×1', '1×2 1×2 4×1 1×2', '1×2 3×1 1×2 1×2', '2×1 1×4'];

test('the report of 2016 comes out of the records line by line, in three files', async () => {
  const folder = await officeFile();
  const made = await runTerminal('report', ['2016', '--as-of', AS_OF, '--json'], { folder });
  expect(made).toMatchObject({ code: 0, err: '' });
  const told = onlyObject(made) as { files: { format: string; file: string }[]; gaps: { severity: string }[] };
  expect(told.files.map(({ format }) => format)).toEqual(['hwpx', 'docx', 'pdf']);

  const db = await openDatabase(await registerIn(folder));
  const report = await findReport(db, 2016, AS_OF, OFFICE);
  await db.destroy();
  const printed = squeezed(linesOf(report.document).join('').replaceAll(' | ', ''));
  for (const line of source) {
    if (NOT_AS_PRINTED[line]) continue;
    expect.soft(printed.includes(squeezed(line)), line).toBe(true);
  }
  for (const line of INSTEAD) expect.soft(printed, line).toContain(squeezed(line));
  for (const line of Object.keys(NOT_AS_PRINTED)) expect(source).toContain(line);

  const texts: Record<string, string> = {};
  for (const { format } of told.files) {
    const bytes = readFileSync(path.join(folder, `report-2016.${format}`));
    const read = await parse(new Uint8Array(bytes).buffer);
    if (!read.success) throw new Error(read.error);
    const text = squeezed(textsIn(read.blocks));
    texts[format] = text;
    // A reader of PDF sees lines and not spans: a merged cell is one cell there.
    if (format !== 'pdf') expect(tablesIn(read.blocks).map(spansOf).filter(Boolean), format).toEqual(SPANS);
    const lines = linesOf(report.document).flatMap((line) => line.split(' | '));
    // A cell that goes on overleaf stands below its table's head again there.
    for (const line of format === 'pdf' ? lines.filter((it) => it.length < 300) : lines)
      expect.soft(text, `${format} ${line}`).toContain(squeezed(line));
    for (const number of source.join(' ').match(/\d[\d,.]*\d/g) ?? [])
      expect.soft(text, `${format} ${number}`).toContain(number);
  }
  // The running head is read with the text of an HWPX only.
  expect(texts.hwpx?.replace("2016주요업무보고('16.10.31기준)", '')).toBe(texts.docx);
});

/** A spend as the register keeps it. */
const spend = (db: Database, spentOn: string | null, amount: number, month = 11) =>
  db
    .insertInto('expense')
    .values({
      ...{ year: 2016, month, spent_on: spentOn, amount, account: '203-01', category: '간담회 등', purpose: '간담회' },
      ...{
        flags: '',
        origin: 'form',
        fingerprint: `${spentOn} ${amount}`,
        nth: 1,
        created_by: 'U0',
        created_at: NOW.toISOString(),
        version: 1,
      },
    })
    .execute();

type Told = {
  state: string;
  figures: { key: string; value: number; records: string[] }[];
  gaps: { code: string; section: string; severity: string; records: string[]; detail: string | null }[];
};
async function check(folder: string, asOf: string) {
  const ended = await runTerminal('report', ['2016', '--as-of', asOf, '--check', '--json'], { folder });
  const told = onlyObject(ended) as unknown as Told;
  return { code: ended.code, ...told, value: (key: string) => told.figures.find((it) => it.key === key)?.value };
}

test('a spend of November changes the report of November and leaves that of October as it was', async () => {
  const folder = await officeFile(async (db) => {
    await spend(db, '2016-11-05', 1_000_000);
    await spend(db, null, 55_000, 11);
  });
  const before = await check(await officeFile(), AS_OF);
  const [october, november] = [await check(folder, AS_OF), await check(folder, '2016-11-15')];
  const end = await check(folder, '2016-11-30');

  expect(october.value('spending.2016.spent')).toBe(203_672_000);
  expect(october).toEqual({ ...before, value: expect.any(Function) });
  expect(november.value('spending.2016.spent')).toBe(203_672_000 + 1_000_000);
  expect(november.gaps).toContainEqual(
    expect.objectContaining({ code: 'spends_without_day', severity: 'warn', detail: '55000' }),
  );
  // By its last day a month is over, and with it whatever was spent in it on an unknown day.
  expect(end.value('spending.2016.spent')).toBe(203_672_000 + 1_000_000 + 55_000);
  expect(end.gaps.map(({ code }) => code)).not.toContain('spends_without_day');
});

test('without 현원 the report is refused by the name of its section, and a draft says so on the page', async () => {
  const folder = await officeFile((db) => db.deleteFrom('staffing').where('measure', '=', 'actual').execute());
  const refused = await runTerminal('report', ['2016', '--as-of', AS_OF, '--format', 'hwpx'], { folder });
  expect(refused.code).toBe(1);
  expect(refused.out).toContain('[막힘] 인력 현황');
  expect(() => readFileSync(path.join(folder, 'report-2016.hwpx'))).toThrow();

  const draft = await runTerminal('report', ['2016', '--as-of', AS_OF, '--draft', '--out', 'draft.hwpx'], { folder });
  expect(draft.code).toBe(0);
  const read = await parse(new Uint8Array(readFileSync(path.join(folder, 'draft.hwpx'))).buffer);
  expect(read.success && read.markdown).toContain('초안');
  expect(read.success && read.markdown).toContain('［미입력］');
});

test('with --evidence every figure is followed to its records, and a draft carries its word in the running head', async () => {
  const folder = await officeFile();
  const flags = ['--as-of', AS_OF, '--evidence', '--draft', '--out', 'proved.docx'];
  expect((await runTerminal('report', ['2016', ...flags], { folder })).code).toBe(0);
  const bytes = readFileSync(path.join(folder, 'proved.docx'));
  const read = await parse(new Uint8Array(bytes).buffer);
  const evidence = read.success ? (textsIn(read.blocks).split('산출 기준').at(-1) ?? '') : '';
  const db = await openDatabase(await registerIn(folder));
  const { figures } = await findReport(db, 2016, AS_OF, OFFICE);
  await db.destroy();
  const proved = figures.filter(({ sources, from }) => sources.length > 0 || from.length > 0);
  expect(proved.length).toBeGreaterThan(100);
  for (const { key, sources } of proved) {
    expect.soft(evidence, key).toContain(key);
    expect.soft(evidence, key).toContain(sources[0]?.record ?? '');
  }
  const heads = Object.entries(unzipSync(bytes)).filter(([name]) => /^word\/header\d*\.xml$/.test(name));
  expect(heads.length).toBeGreaterThan(0);
  for (const [name, xml] of heads) expect(strFromU8(xml), name).toContain('초안');
});

test('what every figure rests on adds up to it, and what the report prints twice is explained', async () => {
  const folder = await officeFile();
  const db = await openDatabase(await registerIn(folder));
  const { figures, document } = await findReport(db, 2016, AS_OF, OFFICE);
  await db.destroy();
  expect(figures.length).toBeGreaterThan(140);
  const summed = figures.filter(({ sums }) => sums);
  expect(summed.length).toBeGreaterThan(100);
  for (const { key, value, sources } of summed) {
    expect
      .soft(
        sources.reduce((sum, { adds }) => sum + adds, 0),
        key,
      )
      .toBe(value);
    expect.soft(new Set(sources.map(({ record }) => record)).size, key).toBe(sources.length);
  }
  expect(linesOf(document)).toContain('※ 붙임 22 = 6+2+14; 본문 29 = 22 + 당정협의 7');
});

test('a released version is kept as it was, and the next one says what changed', async () => {
  const folder = await officeFile();
  const db = await openDatabase(await registerIn(folder));
  const release = async (reason: string, releaser = 'U0OHMANAGE') => {
    const { gaps, sha256 } = await findReport(db, 2016, AS_OF, OFFICE);
    for (const it of gaps)
      await putAcceptance(db, 2016, { gap: gapKey(it), reason: '확인함' }, { actor: 'U0HANADMIN', at: NOW });
    await putLook(db, 2016, { sha256, asOf: AS_OF }, { actor: 'U0HANADMIN', at: NOW });
    return releaseReport(db, { year: 2016, asOf: AS_OF }, { actor: releaser, at: NOW, seen: sha256, reason }, OFFICE);
  };

  expect(await release('', 'U0HANADMIN')).toMatchObject({ refusal: 'alone' });
  const first = await release('');
  expect(first).toMatchObject({ release: { version: 1, changes: [] }, again: false });
  expect(await release('')).toMatchObject({ release: { version: 1 }, again: true });
  const filesOfFirst = () => Promise.all(FORMATS.map((format) => findReleasedFile(db, 2016, 1, format)));
  const kept = await filesOfFirst();
  for (const file of kept) expect(file?.length).toBeGreaterThan(10_000);

  await spend(db, '2016-10-05', 1_000_000, 10);
  expect(await findReport(db, 2016, AS_OF, OFFICE)).toMatchObject({ state: 'draft', version: 1 });
  expect(await release('')).toMatchObject({ refusal: 'reason_missing' });
  const second = await release('10월 집행 1건 추가');
  expect(second).toMatchObject({ release: { version: 2, reason: '10월 집행 1건 추가' } });
  expect('release' in second && second.release.changes).toContainEqual({
    ...{ kind: 'figure', key: 'spending.2016.spent', before: '203,672', after: '204,672' },
  });
  expect(await filesOfFirst()).toEqual(kept);
  await db.destroy();

  for (const [i, format] of FORMATS.entries()) {
    const out = ['--out', `one.${format}`, '--format', format];
    expect((await runTerminal('report', ['2016', '--release', '1', ...out], { folder })).code).toBe(0);
    expect(readFileSync(path.join(folder, `one.${format}`)), format).toEqual(kept[i]);
  }
});

test.each([
  [[]],
  [['16']],
  [['2016', '--format', 'hwp']],
  [['2016', '--as-of', '2015-12-31']],
  [['2016', '--release', 'x']],
])('%j is wrong usage', async (args) => {
  expect((await runTerminal('report', args, { folder: temporaryFolder() })).code).toBe(2);
});
