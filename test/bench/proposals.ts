import { createReadStream } from 'node:fs';
import path from 'node:path';
import { openExpenses } from '../../src/spending/expense/files.ts';
import type { Spend } from '../../src/spending/expense/rules.ts';
import { emptyProfile, learn, type Profile } from '../../src/spending/proposal/profile.ts';
import { propose } from '../../src/spending/proposal/rules.ts';
import type { Activity } from '../../src/vocabulary/expense.ts';

/**
 * `node test/bench/proposals.ts FILE.csv`: how often the first activity that a form proposes is of the right group (1 to 9), on a ledger
 * as it was published. Each month is left out in turn: what is proposed for its rows was learned from the other months.
 *
 * A published ledger bears no activity codes. What a row's purpose says of its group is read here as a clerk would, by the nouns of the
 * regulation's headings alone and apart from the rules that are tried; a row whose purpose has none of them, or those of two groups, does
 * not say it. Beside it stands the ledger's own 구분 (meetings or encouragement), which knows nothing of our rules.
 */
const HEADINGS: readonly (readonly [group: string, noun: RegExp])[] = [
  ['1', /성금|이재민|위문금/],
  ['2', /(?:언론|기자).*(?:간담회|브리핑|설명회)/],
  ['3', /선수단|자원봉사/],
  ['4', /간담회|협의|회의|자문|차담|의견 ?(?:수렴|청취)|오찬|조찬|인터뷰/],
  ['5', /(?:경찰서|소방서|군부대|장병|기동대).*격려|유관 ?기관 격려/],
  [
    '6',
    /^(?!.*(?:소방서|경찰서|장병|기동대|선수단|유관|성금|다과|물품)).*격려|(?:직원|근무자).*격려|생일|유족|퇴직|공로연수/,
  ],
  [
    '7',
    /(?:의회|의장단|국회|유관 ?기관|구청장|시의원|시도지사).*(?:간담회|협의|기념품)|(?<!근조)화환|(?<!근)조화|영결식|현충원/,
  ],
  ['8', /접대용품|결혼축하|근조화환|내방객.*음료|다과 ?구입/],
];
/** What is said by a narrower heading is not said by the wider one, too. */
const NARROWER: Readonly<Record<string, readonly string[]>> = { '4': ['2', '6', '7', '5'], '7': ['5'], '8': ['6'] };
/** One activity of each group, to learn by. */
const OF_GROUP: Readonly<Record<string, Activity>> = {
  '1': '1-다',
  '2': '2-라',
  '3': '3-가',
  '4': '4-나',
  '5': '5-가',
  '6': '6-마',
  '7': '7-가',
  '8': '8-가',
};
const MEETINGS = new Set(['2', '4', '7']);

type Row = { spend: Spend; month: string; group: string | null };

const [file] = process.argv.slice(2);
if (!file) {
  process.stderr.write('Usage: node test/bench/proposals.ts FILE.csv\n');
  process.exit(2);
}
const rows = await read(file);
const months = [...new Set(rows.map(({ month }) => month))].sort();
const says = rows.filter(({ group }) => group !== null);

print('rows', rows.length);
print('months', months.length);
print('rows whose purpose says its group', says.length);
for (const [name, learnFrom] of [
  ['by the regulation alone', () => emptyProfile()],
  ['learned from the other months', (month: string) => learned(rows.filter((row) => row.month !== month))],
] as const) {
  process.stdout.write(`\n${name}\n`);
  const proposed = months.flatMap((month) => proposedIn(month, learnFrom(month)));
  const said = proposed.filter(({ row }) => row.group !== null);
  const right = said.filter(({ row, activity }) => activity?.[0] === row.group);
  const unsaid = proposed.filter(({ row, activity }) => row.group === null && activity !== null);
  const judged = proposed.filter(({ row, activity }) => activity !== null && row.spend.category !== null);
  const agreeing = judged.filter(({ row, activity }) => isMeeting(row.spend) === MEETINGS.has(activity?.[0] ?? ''));
  share('first proposal of the right group', right.length, said.length);
  share('none made', said.filter(({ activity }) => activity === null).length, said.length);
  share('made where the purpose does not say it', unsaid.length, rows.length - says.length);
  share('agrees with the ledger’s own 구분', agreeing.length, judged.length);
  for (const { row, activity } of unsaid.slice(0, 20)) process.stdout.write(`    ${activity}  ${row.spend.purpose}\n`);
}

const started = performance.now();
const whole = learned(rows);
print('\nmilliseconds to learn all', Math.round(performance.now() - started));
const asked = performance.now();
for (const { spend } of rows) proposalFor(whole, spend);
print('milliseconds for one proposal', ((performance.now() - asked) / rows.length).toFixed(3));

function proposedIn(month: string, profile: Profile): { row: Row; activity: Activity | null }[] {
  return rows.filter((row) => row.month === month).map((row) => ({ row, activity: proposalFor(profile, row.spend) }));
}

function proposalFor(profile: Profile, { purpose, place }: Spend): Activity | null {
  return propose(profile, { userId: '', purpose, place, activity: null, headcount: null }).activity;
}

function learned(from: readonly Row[]): Profile {
  const profile = emptyProfile();
  for (const [id, { spend, group }] of from.entries()) {
    learn(profile, {
      ...spend,
      id,
      createdBy: '',
      typed: false,
      activity: group === null ? null : (OF_GROUP[group] ?? null),
    });
  }
  return profile;
}

function isMeeting({ category }: Spend): boolean {
  return category?.includes('간담회') ?? false;
}

function groupIn(purpose: string): string | null {
  const found = HEADINGS.filter(([, noun]) => noun.test(purpose)).map(([group]) => group);
  const narrow = found.filter((group) => !NARROWER[group]?.some((other) => found.includes(other)));
  return narrow.length === 1 ? (narrow[0] ?? null) : null;
}

async function read(name: string): Promise<Row[]> {
  const opened = await openExpenses(createReadStream(name), path.basename(name), { today: '2100-01-01' });
  if ('refusal' in opened) throw new Error(`This file can’t be read: ${opened.refusal}`);
  const found: Row[] = [];
  for await (const { result } of opened.rows) {
    if (!('spend' in result)) continue;
    const { spend } = result;
    found.push({ spend, month: `${spend.year}-${spend.month ?? 0}`, group: groupIn(spend.purpose) });
  }
  return found;
}

function print(what: string, figure: number | string): void {
  process.stdout.write(`${what.padEnd(46)}${figure}\n`);
}

function share(what: string, part: number, whole: number): void {
  print(`  ${what}`, `${part} of ${whole} (${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)} %)`);
}
