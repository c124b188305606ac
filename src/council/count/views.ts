import { z } from 'zod';
import { formatWon } from '../../korean/won.ts';
import { type Block, button, capital, context, escaped, header, section, type View } from '../../slack/blocks.ts';
import { choice, drawForm, form } from '../../slack/form.ts';
import type { Message } from '../../slack/privately.ts';
import { tableBlock } from '../../slack/table.ts';
import type { Text } from '../../text/index.ts';
import { type ContactKind, HEADINGS, type Heading, KINDS, type Tally } from '../../vocabulary/council.ts';
import type { CountRules } from '../kinds.ts';
import { type Counted, differencesOf, kindsUnder, tallyYears, type YearTally } from '../tally.ts';

/** Columns of a phone; every year stands below. */
const YEARS_SHOWN = 3;
export const COUNT_CHANGE = 'council_count_open';

/** The years in both counts of the report, what each is the sum of, and why they differ. */
export function statsMessage(
  counted: readonly Counted[],
  rules: CountRules,
  span: { from: string; to: string },
  text: Text,
): Message {
  const words = text.council.stats;
  if (counted.length === 0) return { text: words.none };
  const title = words.title(span.from, span.to);
  const annex = tallyYears(counted, rules, 'annex');
  const body = tallyYears(counted, rules, 'text');
  const parts = [
    { tally: 'annex' as const, years: annex },
    { tally: 'text' as const, years: body },
  ].map(({ tally, years }) => ({ tally, years, sums: years.map((year) => sumWords(year, text)) }));
  const why = annex.map((year, i) => differenceWords({ annex: year, body: body[i] }, counted, rules, text));
  const newest = annex.toReversed().slice(0, YEARS_SHOWN);
  const table = [
    [words.heading, ...newest.map(({ year }) => words.year(year))],
    [words.total, ...newest.map(({ total }) => formatWon(total))],
    ...rows(newest).map((heading) => [text.council.headings[heading], ...newest.map((year) => countOf(year, heading))]),
  ];
  const ruleLines = parts.map(({ tally }) => ruleWords(tally, rules, text));
  const blocks: Block[] = [
    header(title),
    section(words.tally(text.council.tallies.annex)),
    tableBlock(table),
    ...parts.map(({ tally, sums }) => section([words.tally(text.council.tallies[tally]), ...sums].join('\n'))),
    section(why.join('\n')),
    context(...ruleLines),
  ];
  const told = [
    title,
    ...parts.flatMap(({ tally, sums }) => [words.tally(text.council.tallies[tally]), ...sums]),
    ...why,
    ...ruleLines,
  ];
  return { text: escaped(told.join('\n')), blocks };
}

const rows = (years: readonly YearTally[]): Heading[] =>
  HEADINGS.filter((heading) => years.some((year) => year.headings.some((it) => it.heading === heading)));

const countOf = (year: YearTally, heading: Heading): string =>
  formatWon(year.headings.find((it) => it.heading === heading)?.count ?? 0);

/** `2016년 29회 = 의장단·상임위원장단 간담회 6 + 당정·정책협의회 등 9 + 시장면담 14` */
function sumWords(year: YearTally, text: Text): string {
  const parts = year.headings.map(({ heading, count }) => `${text.council.headings[heading]} ${formatWon(count)}`);
  return text.council.stats.sum(year.year, formatWon(year.total), parts.join(' + ') || '0');
}

function differenceWords(
  { annex, body }: { annex: YearTally; body: YearTally | undefined },
  counted: readonly Counted[],
  rules: CountRules,
  text: Text,
): string {
  const words = text.council.stats;
  if (body?.total === annex.total) return words.same(annex.year);
  const totals = [
    words.totalOf(text.council.tallies.text, formatWon(body?.total ?? 0)),
    words.totalOf(text.council.tallies.annex, formatWon(annex.total)),
  ];
  const reasons = differencesOf(counted, rules, annex.year).map(({ kind, count, countedBy }) =>
    words.onlyIn(text.council.kinds[kind], formatWon(count), text.council.tallies[countedBy]),
  );
  return words.differs(annex.year, totals.join(', '), reasons.join(' '));
}

function ruleWords(tally: Tally, rules: CountRules, text: Text): string {
  const words = text.council.stats;
  const gathers = HEADINGS.flatMap((heading) => {
    const kinds = kindsUnder(rules, tally, heading).map((kind) => text.council.kinds[kind]);
    return kinds.length > 0 ? [words.gathers(text.council.headings[heading], kinds.join(', '))] : [];
  });
  const out = KINDS.filter((kind) => rules[tally][kind] === null).map((kind) => text.council.kinds[kind]);
  return [
    words.rule(text.council.tallies[tally]),
    ...gathers,
    ...(out.length > 0 ? [words.leavesOut(out.join(', '))] : []),
  ].join('\n');
}

/** `first`: what was just done. */
export function rulesMessage(rules: CountRules, mayChange: boolean, text: Text, first?: string): Message {
  const words = text.council.rules;
  const heading = (tally: Tally, kind: ContactKind): string => {
    const under = rules[tally][kind];
    return under === null ? words.none : text.council.headings[under];
  };
  const lines = KINDS.map((kind) =>
    words.line(text.council.kinds[kind], heading('text', kind), heading('annex', kind)),
  );
  return {
    text: escaped([...(first ? [first] : []), words.title, words.lead, ...lines].join('\n')),
    blocks: [
      ...(first ? [section(first)] : []),
      header(words.title),
      section(words.lead),
      section(lines.join('\n')),
      ...(mayChange
        ? [{ type: 'actions' as const, elements: [button(COUNT_CHANGE, words.change, ' ', 'primary')] }]
        : []),
    ],
  };
}

const NOT_COUNTED = 'none';
export const COUNT = form({
  id: 'council_count',
  metadata: z.object({}),
  fields: { kind: choice(), text: choice(), annex: choice() },
});

export function countForm(text: Text): View {
  const words = text.council.rules;
  const headings = HEADINGS.map((heading) => ({ label: text.council.headings[heading], value: heading as string }));
  const counted = [...headings, { label: capital(words.none), value: NOT_COUNTED }];
  const look = {
    title: words.formTitle,
    submit: text.council.form.save,
    labels: { kind: words.kind, text: words.inText, annex: words.inAnnex },
    choices: {
      kind: KINDS.map((kind) => ({ label: text.council.kinds[kind], value: kind })),
      text: counted,
      annex: counted,
    },
    show: [section(words.lead), ...(['kind', 'text', 'annex'] as const)],
  };
  return drawForm(COUNT, {}, {}, look, text);
}
