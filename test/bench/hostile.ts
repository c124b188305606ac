import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { textFor } from '../../src/text/index.ts';
import { arrivals, CROWD, closeForms, makeOffice, type Side, startOurs, type } from './apps.ts';
import { type Line, percentile, type Sizes } from './figures.ts';
import { ME } from './register.ts';

const MOST_MS = 2_000;
const MOST_MEMORY = 400;
const MOST_WAIT_MS = 1_000;

const HEAD = '집행일시,집행장소,집행목적,집행금액,결제방법';
const ROW = '2016-03-02 12:10,미진,업무협의 간담회,85000,카드';

/** Files that were made to do harm, or that broke on their way: each is refused in words, and nobody else waits for it. */
export async function measureHostile(folder: string, { quick }: Sizes): Promise<Line[]> {
  await makeOffice(folder);
  const app = await startOurs(folder);
  const before = residentOf(app.app.pid);
  const lines: Line[] = [];
  const waits: number[] = [];
  for (const [name, bytes] of Object.entries(hostileFiles(quick))) {
    const { took, answer } = await refusedOne(app, name, bytes, waits);
    lines.push({ name: `${name}: ${answer}`, unit: 'ms', ours: took, baseline: MOST_MS, aim: { atMost: 1 } });
  }
  const peak = peakSoFar(app.app.pid);
  await app.stop();
  return [
    ...lines,
    figure(
      `the longest that another's form took meanwhile (${waits.length} of them)`,
      'ms',
      Math.max(...waits),
      MOST_WAIT_MS,
    ),
    figure('half of them took no more than', 'ms', percentile(waits, 0.5), MOST_WAIT_MS),
    figure(`memory of the app at its most (${Math.round(before)} MB before)`, 'MB', peak, MOST_MEMORY),
  ];
}

const figure = (name: string, unit: string, ours: number, baseline: number): Line => ({
  name: `${name} : ${baseline} ${unit}`,
  unit,
  ours,
  baseline,
  aim: { atMost: 1 },
});

function hostileFiles(quick: boolean): Record<string, Uint8Array> {
  const many = quick ? 4 : 32;
  const megabytes = (letter: string, count: number) => letter.repeat(count * 2 ** 20);
  const list = (...more: string[]) => strToU8([HEAD, ROW, ...more].join('\n'));
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const rowOf = (cells: string[]) => `<row>${cells.map(cell).join('')}</row>`;
  const heading = rowOf(HEAD.split(','));
  return {
    'a cell of a million letters.csv': list(`2016-03-02,${'가'.repeat(1_000_000)},간담회,1,카드`),
    'a line of many megabytes.csv': list(megabytes('x', many)),
    'quotes that never close.csv': list(megabytes('"', many)),
    'a million commas.csv': list(','.repeat(1_000_000)),
    'a heading and no end.csv': strToU8(HEAD + megabytes(' ', many)),
    'nothing but line ends.csv': strToU8(megabytes('\n', many)),
    'a cell of megabytes.xlsx': workbook({ sheet: heading + rowOf([megabytes('가', 2)]) }),
    'ten thousand columns.xlsx': workbook({ sheet: heading + rowOf(Array.from({ length: 10_000 }, () => '1')) }),
    'strings of 100 MB.xlsx': workbook({ sheet: heading, strings: megabytes('a', quick ? 70 : 100) }),
    'a sheet of a gigabyte.xlsx': saying(workbook({ sheet: heading + megabytes(' ', 64) }), 2 ** 30),
    'a sheet that says it is small.xlsx': saying(workbook({ sheet: heading + megabytes(' ', 64) }), 100),
    'a sheet of blanks.xlsx': workbook({ sheet: heading + megabytes(' ', quick ? 200 : 400) }),
    'cut in the middle.xlsx': workbook({ sheet: heading + rowOf(ROW.split(',')) }).subarray(0, 500),
  };
}

const TYPES = 'http://schemas.openxmlformats.org';
const workbook = ({ sheet, strings }: { sheet: string; strings?: string }): Uint8Array =>
  zipSync(
    {
      '[Content_Types].xml': strToU8(
        `<Types xmlns="${TYPES}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `<Relationships xmlns="${TYPES}/package/2006/relationships"><Relationship Id="r1" Type="${TYPES}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${TYPES}/spreadsheetml/2006/main" xmlns:r="${TYPES}/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="${TYPES}/package/2006/relationships"><Relationship Id="r1" Type="${TYPES}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>${
          strings === undefined
            ? ''
            : `<Relationship Id="r2" Type="${TYPES}/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>`
        }</Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="${TYPES}/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
      ),
      ...(strings === undefined
        ? {}
        : {
            'xl/sharedStrings.xml': strToU8(
              `<sst xmlns="${TYPES}/spreadsheetml/2006/main"><si><t>${strings}</t></si></sst>`,
            ),
          }),
    },
    { level: 1 },
  );

/** The same, but its table of contents says that the sheet unpacks to so many bytes. */
const saying = (bytes: Uint8Array, size: number): Uint8Array => {
  const it = Buffer.from(bytes);
  it.writeUInt32LE(size, it.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 24);
  return it;
};

/** Sends the file as the manager, and meanwhile lets others open forms; gives when it was answered, and how. */
async function refusedOne(app: Side, name: string, bytes: Uint8Array, waits: number[]) {
  const me = app.slack.as(ME);
  const { files } = textFor('ko');
  await me.type('/지출', '가져오기');
  await me.seesView();
  const began = performance.now();
  let end = 0;
  const answered = (async () => {
    await me.submit({ file: { name, bytes } });
    return app.slack.until(
      () => me.messages().find(({ text }) => text.includes(name) && !text.startsWith(files.started(name))),
      `an answer to ${name}`,
    );
  })().finally(() => {
    end = performance.now();
  });
  do waits.push(await openOne(app, CROWD[waits.length % CROWD.length] ?? ''));
  while (end === 0);
  const { text } = await answered;
  return { took: end - began, answer: text.replace(/\s+/g, ' ').slice(name.length, name.length + 60) };
}

async function openOne(app: Side, userId: string): Promise<number> {
  const open = arrivals(app.slack, 'views.open', 1);
  const began = performance.now();
  await type(app, userId);
  const took = ((await open)[0] ?? performance.now()) - began;
  await closeForms(app, [userId]);
  return took;
}

const memoryOf = (pid: number, what: 'VmHWM' | 'VmRSS'): number =>
  Number(new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
const peakSoFar = (pid: number): number => memoryOf(pid, 'VmHWM');
const residentOf = (pid: number): number => memoryOf(pid, 'VmRSS');
