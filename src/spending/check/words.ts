import { formatDay } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import type { Text } from '../../text/index.ts';
import type { Figures, RuleId, SourceId, Worded } from '../../vocabulary/check.ts';
import { expenseName } from '../expense/rules.ts';
import { wonWords } from '../expense/words.ts';
import type { Rule } from './rule.ts';
import { findRule } from './rules/all.ts';
import { SOURCES } from './rules/sources.ts';

/** How many other records one sentence names. */
const MOST_NAMED = 5;

export function worded(figures: Figures, rule: string, text: Text): Worded {
  const { won, cap, people, count, days, time, day, year, word, others } = figures;
  const won_ = (value: number | undefined) => (value === undefined ? '' : wonWords(value, text));
  const named = (others ?? []).slice(0, MOST_NAMED).map(expenseName).join(', ');
  const rest = (others?.length ?? 0) - MOST_NAMED;
  return {
    won: won_(won),
    cap: won_(cap),
    people: people === undefined ? '' : text.spending.people(formatWon(people)),
    count:
      count === undefined
        ? ''
        : text.check.counted(rule === 'E08' ? 'bills' : rule === 'E35' ? 'people' : 'uses', count),
    days: days === undefined ? '' : text.check.counted('days', days),
    time: time ?? '',
    day: day === undefined ? '' : formatDay(day, text.language, ''),
    year: year === undefined ? '' : text.check.year(year),
    word: rule === 'E01' ? lackWords(word ?? '', text) : (word ?? ''),
    others: rest > 0 ? `${named} ${text.check.more(rest)}` : named,
  };
}

const lackWords = (fields: string, text: Text): string => {
  const labels: Record<string, string> = text.expense.form.labels;
  return fields
    .split(',')
    .map((field) => labels[field] ?? field)
    .join(', ');
};

export const ruleWords = (rule: string, text: Text) => text.check.rules[rule as RuleId];

/** `규칙 12 관할 밖 집행`: what people read of a rule's id, the one place, since `E12` is a record. */
export const ruleTitle = (rule: string, text: Text): string =>
  `${ruleNumber(rule, text)} ${ruleWords(rule, text).name}`;

const ruleNumber = (rule: string, text: Text): string => text.check.ruleNumber(Number(rule.slice(1)));

/** The reason that history keeps of a finding that was settled begins with the rule's id. */
export const settledReason = (reason: string, text: Text): string =>
  reason.replace(/^E\d\d(?= )/, (rule) => ruleNumber(rule, text));

/** The sentence about what a rule found. */
export function findingWords(
  found: { rule: string; how?: string | null | undefined; figures: Figures },
  text: Text,
): string {
  return ruleWords(found.rule, text).why(worded(found.figures, found.rule, text), found.how ?? null);
}

/** `1인당 한도 초과: 1인당 45,000원 …` */
export const findingLine = (found: Parameters<typeof findingWords>[0], text: Text): string =>
  `${ruleWords(found.rule, text).name}: ${findingWords(found, text)}`;

/** The clause, what it says, since when, and where it was looked up on which day. */
export function basisLines(rule: Pick<Rule<RuleId>, 'id' | 'sources'>, text: Text): string[] {
  const { basis, says } = ruleWords(rule.id, text);
  const { list } = text.check;
  return [
    text.check.basis(basis),
    list.says(says),
    list.sinceWhen(sinceWords(rule.id, text)),
    ...rule.sources.map((id) => sourceWords(id, text)),
  ];
}

function sourceWords(id: SourceId, text: Text): string {
  const { link, checked } = SOURCES[id];
  const month = checked.length === 7;
  const when = month ? text.check.list.month(checked) : formatDay(checked, text.language, '');
  return text.check.list.source(text.check.sources[id], link, when);
}

/** Since when a rule is known to hold. */
export function sinceWords(rule: string, text: Text): string {
  const { since } = findRule(rule) ?? { since: null };
  return ruleWords(rule, text).since || (since === null ? text.check.list.noSince : text.check.list.since(since));
}
