import type { Audience } from '../../council/policies/rules.ts';
import { formatDay, formatSpan } from '../../korean/day-words.ts';
import { formatWon, percent, thousands } from '../../korean/won.ts';
import { groupWords, statusWords } from '../../pledge/words.ts';
import { clip } from '../../slack/blocks.ts';
import { accountWords, wonWords } from '../../spending/expense/words.ts';
import { doubledLines } from '../../spending/twin/views.ts';
import type { Text } from '../../text/index.ts';
import { placeWords } from '../../visit/words.ts';
import { STATUSES } from '../../vocabulary/followup.ts';
import {
  type Audit,
  type BudgetLine,
  type Council,
  type Digest,
  isMoreRegistered,
  type Owed,
  type Pledges,
  rateOf,
  type Spending,
  type Standing,
  type Visits,
} from './rules.ts';

/** The words of each part; what was typed is cut so that all of them together fit one message. */

/** How many of a list are told; the rest are counted. */
const MOST = { visits: 25, owners: 15, changed: 10, troubled: 10, briefings: 5, audits: 3 } as const;
const LONGEST = { title: 60, place: 30, name: 20, days: 7 } as const;

const oneLine = (typed: string, longest: number): string => clip(typed.replace(/\s+/g, ' '), longest);

/** The first of a list as lines, and how many more there are. */
function some<Item>(items: readonly Item[], most: number, line: (item: Item) => string, text: Text, count?: number) {
  const left = (count ?? items.length) - Math.min(items.length, most);
  return [
    ...items.slice(0, most).map((item) => `• ${line(item)}`),
    ...(left > 0 ? [`• ${text.digest.more(formatWon(left))}`] : []),
  ];
}

export function visitLines({ visits, count, resultless }: Visits, { asOf }: Digest, text: Text): string[] {
  const shown = visits.slice(0, MOST.visits);
  const day = (it: string) => formatDay(it, text.language, asOf);
  let heading = '';
  const lines = shown.flatMap((visit) => {
    const when =
      visit.startsOn === visit.endsOn
        ? day(visit.startsOn)
        : text.digest.visits.span(...formatSpan({ from: visit.startsOn, to: visit.endsOn }, text.language, asOf));
    const place = oneLine(visit.place, LONGEST.place);
    const where = placeWords({ place, district: oneLine(visit.district, LONGEST.name) }, text);
    const line = `• ${visit.startTime} ${oneLine(visit.title, LONGEST.title)} · ${where}`;
    if (when === heading) return [line];
    heading = when;
    return [when, line];
  });
  return [
    ...lines,
    ...(count > shown.length ? [text.digest.more(formatWon(count - shown.length))] : []),
    ...(resultless ? [text.digest.visits.resultless(formatWon(resultless))] : []),
  ];
}

const thousand = (won: number): string => formatWon(thousands([won])[0] ?? 0);

export const accountName = (line: BudgetLine, text: Text): string =>
  line.account === undefined ? text.digest.spending.total : accountWords(line.account, text);

export function spendingLines(spending: Spending, { asOf }: Digest, text: Text): string[] {
  const words = text.digest.spending;
  const { lastWeek, whole, accounts, held, doubled, findings } = spending;
  const day = (it: string) => formatDay(it, text.language, asOf);
  const year = String(spending.year);

  const parts = thousands(lastWeek.spent.map(({ won }) => won));
  const told = lastWeek.spent.map(({ account, count }, i) =>
    words.account(accountWords(account, text), words.spent(formatWon(count), formatWon(parts[i] ?? 0))),
  );
  const [count, won] = [sum(lastWeek.spent.map((it) => it.count)), sum(lastWeek.spent.map((it) => it.won))];
  const sums = words.spent(formatWon(count), thousand(won));
  const last = told.length === 0 ? words.nothing : told.length === 1 ? (told[0] ?? '') : `${sums}: ${told.join(' · ')}`;

  const state =
    whole.budget === null
      ? words.stateWithoutBudget(year, day(asOf), thousand(whole.spent))
      : words.state(
          year,
          day(asOf),
          thousand(whole.budget),
          words.amount(thousand(whole.spent), percent(rateOf(whole, whole.spent))),
        );
  const registered = [whole, ...accounts].map((line) =>
    words.registeredLine(accountName(line, text), thousand(line.registered), percent(rateOf(line, line.registered))),
  );
  return [
    words.lastWeek(...formatSpan(lastWeek, text.language, asOf), last),
    [state, words.gone(percent(spending.gone))].join(' · '),
    ...(isMoreRegistered(spending) ? [words.registered(year, registered.join(' · '))] : []),
    ...(findings ? [words.findings(formatWon(findings))] : []),
    ...(held.rows > 0 ? [text.expense.list.held(formatWon(held.rows), wonWords(held.won, text))] : []),
    ...doubledLines(doubled, text),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** In 천원; each column adds up to its printed total. */
export function spendingRows(spending: Spending, { asOf }: Digest, text: Text): string[][] {
  const words = text.digest.spending;
  const more = isMoreRegistered(spending);
  const lines = [spending.whole, ...spending.accounts];
  const column = (won: (line: BudgetLine) => number) => {
    const [whole = 0] = thousands([won(spending.whole)]);
    return [whole, ...thousands(spending.accounts.map(won))].map(formatWon);
  };
  const [budgets, spents, registereds, balances] = [
    column((line) => line.budget ?? 0),
    column((line) => line.spent),
    column((line) => line.registered),
    column((line) => (line.budget ?? 0) - line.registered),
  ];
  const day = formatDay(asOf, text.language, asOf);
  const rows = lines.map((line, i) => {
    const rate = percent(rateOf(line, line.spent));
    const spent = spents[i] ?? '';
    return [
      accountName(line, text),
      line.budget === null ? '–' : (budgets[i] ?? ''),
      more && line.budget !== null ? words.figure(spent, rate) : spent,
      more ? words.figure(registereds[i] ?? '', percent(rateOf(line, line.registered))) : rate,
      line.budget === null ? '–' : (balances[i] ?? ''),
    ];
  });
  return [more ? words.columnsWithRegistered(day) : words.columns(day), ...rows];
}

/** The same where a phone shows it: what is left first, in four columns. */
export function rowsOnPhone(rows: readonly (readonly string[])[], spending: Spending, text: Text): string[][] {
  const more = isMoreRegistered(spending);
  return rows.map(([name = '', budget = '', spent = '', beside = '', balance = ''], at) => {
    const figure = more || at === 0 || beside === '–' ? spent : text.digest.spending.figure(spent, beside);
    return [name, balance, figure, more ? beside : budget];
  });
}

export function owedLines({ owners }: Owed, text: Text): string[] {
  const words = text.digest.followups;
  const name = (it: string | null) => (it === null ? words.nobody : oneLine(it, LONGEST.name));
  const news = owners.filter(({ fresh, due }) => fresh + due > 0);
  const old = owners.filter(({ fresh, due }) => fresh + due === 0);
  const shown = news.slice(0, MOST.owners);
  const left = news.slice(MOST.owners);
  const count = sum(left.map(({ overdue, due }) => overdue + due));
  return [
    ...shown.map(
      (it) => `• ${words.owner(name(it.name), formatWon(it.overdue), formatWon(it.fresh), formatWon(it.due))}`,
    ),
    ...(left.length > 0 ? [`• ${words.moreOwners(formatWon(left.length), formatWon(count))}`] : []),
    ...(old.length > 0
      ? [`• ${words.unchanged(formatWon(old.length), formatWon(sum(old.map(({ overdue }) => overdue))))}`]
      : []),
  ];
}

const standingWords = ({ status, progress }: Standing, text: Text): string =>
  [statusWords(status, text), ...(progress === null ? [] : [`${progress}%`])].join(' ');

export function pledgeLines({ state, changed, troubled }: Pledges, text: Text): string[] {
  const words = text.digest.pledges;
  const news = troubled.filter(({ isNew }) => isNew);
  const title = (it: { title: string }) => oneLine(it.title, LONGEST.title);
  const name = (it: { name: string }) => oneLine(it.name, LONGEST.name);
  return [
    state.groups
      .map((it) => words.group(groupWords(it.group, text), formatWon(it.count), percent(it.share)))
      .join(' · '),
    ...(changed.length > 0 ? [words.changed(formatWon(changed.length))] : []),
    ...some(
      changed,
      MOST.changed,
      (it) => words.change(name(it), title(it), standingWords(it.before, text), standingWords(it.after, text)),
      text,
    ),
    ...(troubled.length > 0 ? [words.troubled(formatWon(troubled.length), formatWon(news.length))] : []),
    ...some(news, MOST.troubled, (it) => words.trouble(name(it), title(it), statusWords(it.status, text)), text),
  ];
}

export function councilLines(council: Council, { asOf }: Digest, text: Text): string[] {
  const words = text.digest.council;
  const day = (it: string) => formatDay(it, text.language, asOf);
  const { counts, lastWeek, thisWeek, unanswered, unexplained } = council;
  const year = String(council.year);
  const contacts = (all: Council['lastWeek']) =>
    all
      .map((it) => words.contact(text.council.kinds[it.kind], it.days.slice(0, LONGEST.days).map(day).join(', ')))
      .join(' · ');
  return [
    counts.text === counts.annex
      ? words.count(year, formatWon(counts.text))
      : words.counts(year, formatWon(counts.text), formatWon(counts.annex)),
    ...(lastWeek.length > 0 ? [words.lastWeek(contacts(lastWeek))] : []),
    ...(thisWeek.length > 0 ? [words.thisWeek(contacts(thisWeek))] : []),
    ...(unanswered ? [words.unanswered(formatWon(unanswered))] : []),
    ...(unexplained && unexplained.count > 0
      ? [words.unexplained(formatWon(unexplained.count), formatWon(unexplained.fresh.length))]
      : []),
    ...some(
      unexplained?.fresh ?? [],
      MOST.briefings,
      (it) => words.announced(it.name, oneLine(it.policy, LONGEST.title), day(it.announcedOn)),
      text,
    ),
  ];
}

export function briefingLines({ briefings }: Council, { asOf }: Digest, text: Text): string[] {
  return some(
    briefings,
    MOST.briefings,
    ({ name, policy, announcedOn, announcedTime, missing }) => {
      const when = [formatDay(announcedOn, text.language, asOf), announcedTime].filter(Boolean).join(' ');
      const who = clip(missing.map((audience) => audienceWords(audience, text)).join(', '), LONGEST.title * 2);
      return text.digest.council.briefing(name, oneLine(policy, LONGEST.title), when, who);
    },
    text,
  );
}

function audienceWords(audience: Audience, text: Text): string {
  const words = text.council.brief.audiences;
  return audience.of === 'leaders' ? words.leaders : words[audience.of](audience.name);
}

export const openOf = ({ counts }: Audit): number => counts.in_progress + counts.under_review;

export function auditLines(audits: readonly Audit[], text: Text): string[] {
  const words = text.digest.audit;
  const left = audits.length - MOST.audits;
  return [
    ...audits.slice(0, MOST.audits).map(({ year, counts }) => {
      const states = STATUSES.map((it) => words.status(text.followup.statuses[it], formatWon(counts[it])));
      return words.line(String(year), formatWon(sum(Object.values(counts))), states.join(' · '));
    }),
    ...(left > 0 ? [words.moreYears(formatWon(left))] : []),
  ];
}
