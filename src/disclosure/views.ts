import type { types } from '@slack/bolt';
import { FORMATS } from '../documents/model.ts';
import { formatWon } from '../korean/won.ts';
import { type Block, button, clip, context, escaped, header, section } from '../slack/blocks.ts';
import { fiveAtMost } from '../slack/more.ts';
import { pager } from '../slack/pager.ts';
import type { Message } from '../slack/privately.ts';
import { CHECK_OPEN } from '../spending/check/ids.ts';
import { booksQuery } from '../spending/check/scope.ts';
import { expenseName } from '../spending/expense/rules.ts';
import { wonWords } from '../spending/expense/words.ts';
import type { Text } from '../text/index.ts';
import { earlierKey, printOf } from './earlier.ts';
import type { Choice, Decision } from './mask.ts';
import { countParts, groupParts, type PartGroup } from './parts.ts';
import { type DisclosurePeriod, hasEnded } from './period.ts';
import type { Release } from './release/store.ts';
import type { Pending } from './store.ts';
import type { Draft } from './table.ts';
import { dueWords, periodWords, warningLines } from './words.ts';

export const DISCLOSURE_OPEN = 'disclosure_open';
export const DISCLOSURE_PAGE = 'disclosure_page';
export const DISCLOSURE_MASK = 'disclosure_mask';
export const DISCLOSURE_KEEP = 'disclosure_keep';
export const DISCLOSURE_AS_BEFORE = 'disclosure_as_before';
export const DISCLOSURE_RELEASE = 'disclosure_release_open';
export const DISCLOSURE_DRAFT = 'disclosure_draft';
export const DISCLOSURE_HIDE = 'disclosure_hide_open';
export const DISCLOSURE_ELECTED = 'disclosure_elected_open';
export const DISCLOSURE_FILE = 'disclosure_file';
export const DISCLOSURE_CHANGES = 'disclosure_changes';

export const PARTS_ON_A_PAGE = 6;
const LONGEST_TEXT = 280;
const LONGEST_FOUND = 120;
const RECORDS_NAMED = 4;

export type Preview = {
  period: DisclosurePeriod;
  draft: Draft;
  pending: Pending;
  /** What the register says of the same months, and of the year to their end. */
  register: { count: number; won: number };
  year: { count: number; won: number };
  latest: Release | null;
  /** How many rows differ from the newest release. */
  changed: number;
  /** What was decided about the same words in the same field of other records, by `earlierKey`. */
  earlier: ReadonlyMap<string, Decision>;
  names: ReadonlyMap<string, string>;
  when(at: Date): string;
  today: string;
  /** The buttons are only an offer: the right is checked when they are pressed. */
  mayDecide: boolean;
};

/** What will be masked and what has to be decided, beside what the table says in all; a page at a time. */
export function previewMessage(preview: Preview, offset: number, text: Text, lead?: string): Message {
  const { period, draft } = preview;
  const words = text.disclosure;
  const groups = groupParts(draft.parts);
  const from = offset < groups.length ? offset : 0;
  const page = groups.slice(from, from + PARTS_ON_A_PAGE);
  const name = periodWords(period, text);
  const facts = factLines(preview, text);
  const warnings = warningLines(preview, text);
  const range =
    groups.length > PARTS_ON_A_PAGE ? words.page(from + 1, from + page.length, formatWon(groups.length)) : null;

  return {
    text: escaped(
      [
        ...(lead ? [lead] : []),
        words.title(name),
        ...facts,
        ...warnings,
        ...page.map((it) => partWords(it, preview, text)),
      ].join('\n'),
    ),
    blocks: [
      ...(lead ? [section(lead)] : []),
      header(words.title(name)),
      section(facts.join('\n')),
      ...(warnings.length > 0 ? [context(warnings.join('\n'))] : []),
      ...actionBlocks(preview, text),
      ...(preview.latest ? [{ type: 'actions' as const, elements: fileButtons(preview.latest, text) }] : []),
      ...asBeforeBlocks(page, preview, from, text),
      ...(page.length > 0 ? [{ type: 'divider' as const }] : []),
      ...page.flatMap((group, i) => partBlocks(group, { preview, offset: from, nth: from + i }, text)),
      ...(range ? [context(range)] : []),
      ...pager(
        DISCLOSURE_PAGE,
        { query: period.key, offset: from },
        { count: groups.length, size: PARTS_ON_A_PAGE },
        text,
      ),
    ],
  };
}

function factLines(preview: Preview, text: Text): string[] {
  const { period, draft, register, year, latest, changed, names, when, today } = preview;
  const words = text.disclosure;
  if (isEmpty(preview)) return [words.releaseForm.refusals.no_records];
  const same = register.count === draft.rows.length && register.won === draft.won;
  const [masked, open, kept] = (['masked', 'open', 'kept'] as const).map((state) => countParts(draft.parts, state));
  return [
    ...(latest
      ? [
          words.released(latest.version, {
            count: formatWon(latest.count),
            won: wonWords(latest.won, text),
            by: names.get(latest.releasedBy) ?? latest.releasedBy,
            when: when(latest.releasedAt),
          }),
          changed > 0 ? words.changedSince(formatWon(changed)) : words.unchanged,
        ]
      : [words.notReleased, dueWords(period, today, text)]),
    ...(hasEnded(period, today) ? [] : [words.notOver(periodWords(period, text))]),
    words.rows(formatWon(draft.rows.length), wonWords(draft.won, text)),
    `${words.register(formatWon(register.count), wonWords(register.won, text))} · ${same ? words.same : words.differs}`,
    words.yearToDate(period.year, period.first + period.count - 1, formatWon(year.count), wonWords(year.won, text)),
    draft.parts.length === 0
      ? words.nothingPersonal
      : [
          words.parts(formatWon(masked ?? 0), formatWon(open ?? 0)),
          ...(kept ? [words.kept(formatWon(kept))] : []),
        ].join(' · '),
    ...(open ? [words.decideFirst] : []),
  ];
}

/** What was released, as a spreadsheet and as a document to hand in. */
export const fileButtons = ({ period, version }: { period: string; version: number }, text: Text): types.Button[] =>
  ['xlsx', 'csv', ...FORMATS].map((format) => {
    const words = text.disclosure.buttons;
    const label = format === 'xlsx' ? words.xlsx : text.files.get(format.toUpperCase());
    return button(`${DISCLOSURE_FILE}_${format}`, label, JSON.stringify({ period, version }));
  });

/** A period without records has nothing to be masked or released. */
function actionBlocks(preview: Preview, text: Text): Block[] {
  const elements = isEmpty(preview) ? [] : fiveAtMost(actionsOf(preview, text));
  return elements.length > 0 ? [{ type: 'actions', block_id: 'disclosure_actions', elements }] : [];
}

const isEmpty = ({ draft, latest }: Preview): boolean => latest === null && draft.rows.length === 0;

function actionsOf({ period, draft, pending, latest, changed, today, mayDecide }: Preview, text: Text) {
  const words = text.disclosure.buttons;
  const open = countParts(draft.parts, 'open') > 0;
  const any = latest !== null || draft.rows.length > 0;
  const ready = mayDecide && any && !open && hasEnded(period, today) && (latest === null || changed > 0);
  return [
    ...(ready ? [button(DISCLOSURE_RELEASE, latest ? words.correct : words.release, period.key, 'primary')] : []),
    ...(latest && changed > 0 ? [button(DISCLOSURE_CHANGES, words.changes, period.key)] : []),
    ...(pending.findings > 0
      ? [button(CHECK_OPEN, words.findings(formatWon(pending.findings)), booksQuery(period.key))]
      : []),
    button(DISCLOSURE_DRAFT, words.draft, period.key),
    ...(mayDecide
      ? [button(DISCLOSURE_HIDE, words.hide, period.key), button(DISCLOSURE_ELECTED, words.elected, period.key)]
      : []),
  ];
}

/** The parts of a page that were decided before elsewhere: offered together, since the person sees each of them. */
export const decidedBefore = (page: readonly PartGroup[], earlier: ReadonlyMap<string, Decision>) =>
  page.flatMap((group) => {
    const decision = group.state === 'open' ? earlier.get(earlierKey(group)) : undefined;
    return decision ? [{ group, choice: decision.choice }] : [];
  });

function asBeforeBlocks(
  page: readonly PartGroup[],
  { period, earlier, mayDecide }: Preview,
  offset: number,
  text: Text,
) {
  const offered = decidedBefore(page, earlier);
  if (!mayDecide || offered.length < 2) return [];
  const value = JSON.stringify({ period: period.key, offset, print: printOf(offered) });
  const label = text.disclosure.asBefore(formatWon(offered.length));
  const elements = [button(DISCLOSURE_AS_BEFORE, label, value)];
  return [{ type: 'actions' as const, block_id: 'disclosure_as_before', elements }];
}

/** What a button decides: the words, in the record where they stand first, for every record that says the same. */
export type PartValue = { period: string; offset: number; expense: number; field: string; found: string };

type At = { preview: Preview; offset: number; nth: number };

function partBlocks(group: PartGroup, { preview, offset, nth }: At, text: Text): Block[] {
  const words = text.disclosure;
  const value = JSON.stringify({
    period: preview.period.key,
    offset,
    expense: group.expenses[0] ?? 0,
    field: group.field,
    found: group.found,
  } satisfies PartValue);
  const fits = [...value].length <= 1900;
  const before = group.state === 'open' ? preview.earlier.get(earlierKey(group))?.choice : undefined;
  const style = (choice: Choice) => (before === choice ? ('primary' as const) : undefined);
  const elements = [
    ...(group.state !== 'masked' ? [button(DISCLOSURE_MASK, words.mask, value, style('mask'))] : []),
    ...(group.state !== 'kept' && !group.fixed ? [button(DISCLOSURE_KEEP, words.keep, value, style('keep'))] : []),
  ];
  return [
    section(partWords(group, preview, text)),
    ...(preview.mayDecide && fits && elements.length > 0
      ? [{ type: 'actions' as const, block_id: `disclosure_part_${nth}`, elements }]
      : []),
  ];
}

function partWords(group: PartGroup, { names, when, earlier }: Preview, text: Text): string {
  const { state, field, kind, found, before, after, expenses, decision } = group;
  const last = state === 'open' ? earlier.get(earlierKey(group)) : undefined;
  const words = text.disclosure;
  const what = `${words.fields[field] ?? field} · ${words.kinds[kind]}`;
  const say = { open: words.partOpen, masked: words.partMasked, kept: words.partKept }[state];
  const records = expenses.slice(0, RECORDS_NAMED).map(expenseName).join(', ');
  return [
    say(what, clip(found, LONGEST_FOUND)),
    state === 'kept'
      ? clip(before, LONGEST_TEXT)
      : words.beforeAfter(clip(before, LONGEST_TEXT), clip(after, LONGEST_TEXT)),
    [
      words.where(records, Math.max(0, expenses.length - RECORDS_NAMED)),
      ...(decision ? [words.decidedBy(names.get(decision.by) ?? decision.by, when(decision.at))] : []),
      ...(last
        ? [words.decidedBefore[last.choice](expenseName(last.expenseId), names.get(last.by) ?? last.by, when(last.at))]
        : []),
    ].join(' · '),
  ].join('\n');
}
