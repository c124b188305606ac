import { z } from 'zod';
import { formatWon } from '../../korean/won.ts';
import { mayChange } from '../../people/rules.ts';
import { findNames } from '../../people/store.ts';
import { clip } from '../../slack/blocks.ts';
import { type Message, plainMessage } from '../../slack/privately.ts';
import type { Pressed, Turn } from '../../slack/turn.ts';
import { findExpense } from '../expense/store.ts';
import { countTwins } from '../twin/store.ts';
import { findEvidence } from './evidence/store.ts';
import { judgeDue, MONTHS_AT_A_TIME } from './jobs.ts';
import { valuesOf } from './limit/known.ts';
import { findLimits } from './limit/store.ts';
import { refuseAcceptance } from './rights.ts';
import type { Finding } from './rule.ts';
import { RULES } from './rules/all.ts';
import { type Asked, askedOf } from './scope.ts';
import { countByRule, countOpenRecords, findOfRule } from './store.ts';
import { countTodos, findTodos } from './todo/store.ts';
import { TODOS_ON_A_PAGE, todoMessage } from './todo/views.ts';
import { overviewMessage, PAGE_SIZE, type Row, ruleMessage } from './views.ts';
import { ruleTitle } from './words.ts';

const LONGEST_QUERY = 100;

/** What the buttons of the lists carry. */
export const Todo = z.object({ query: z.string(), offset: z.number().int().min(0) });

export const Rule = z.object({
  rule: z.enum(RULES.map(({ id }) => id)),
  query: z.string(),
  offset: z.number().int().min(0),
});

/** `2018-03`: what is open about the spends of a period, by what is to be done; of this quarter where none is said. */
export const checkExpenses = (typed: string, turn: Turn): Promise<Message> =>
  checkTodos({ query: clip(typed.trim(), LONGEST_QUERY), offset: 0 }, turn);

export async function checkTodos({ query, offset }: z.infer<typeof Todo>, turn: Turn): Promise<Message> {
  const { db, text, today } = turn;
  const asked = askedOf(query, turn);
  if (!asked) return plainMessage(text.check.list.notAPeriod(query));
  const notes = await judgedNotes(asked, turn);
  const counts = await countTodos(db, asked.scope);
  const findings = await findTodos(db, asked.scope, { offset, limit: TODOS_ON_A_PAGE });
  const rows = await rowsOf(findings, turn);
  const records = await countOpenRecords(db, asked.scope);
  const about = { rows, counts, offset, records, twins: await countTwins(db), notes };
  return todoMessage(about, asked, text, today);
}

/** The same by rule, with the rules that do not apply to the period. */
export async function checkRules(typed: string, turn: Turn): Promise<Message> {
  const { db, text } = turn;
  const asked = askedOf(clip(typed, LONGEST_QUERY), turn);
  if (!asked) return plainMessage(text.check.list.notAPeriod(clip(typed, LONGEST_QUERY)));
  const notes = await judgedNotes(asked, turn);
  const counts = await countByRule(db, asked.scope);
  const records = await countOpenRecords(db, asked.scope);
  const { scope } = asked;
  const notApplied = scope && 'to' in scope ? await notAppliedUntil(scope.to, turn) : [];
  return overviewMessage(counts, asked, { records, twins: await countTwins(db), notes, notApplied }, text);
}

/** Judges what was not judged yet. What a disclosure counted is shown as it counted it. */
async function judgedNotes({ scope }: Asked, turn: Turn): Promise<string[]> {
  if (scope && 'first' in scope) return [];
  const judged = await judgeDue(turn, { most: MONTHS_AT_A_TIME, leavesLarge: true });
  const words = turn.text.check.list;
  return [
    ...(judged.records > 0 ? [words.judged(formatWon(judged.records))] : []),
    ...(judged.more ? [words.more] : []),
  ];
}

/** The rules that say nothing about spends before a day that is after the whole period. */
async function notAppliedUntil(to: string, { db, text }: Turn): Promise<string[]> {
  const set = await findLimits(db);
  const firstOf = { E05: 'meal_general', E06: 'meal_public_official', E23: 'condolence' } as const;
  return RULES.flatMap(({ id, since }) => {
    const limit = id in firstOf ? valuesOf(firstOf[id as keyof typeof firstOf], set)[0]?.from : undefined;
    const first = limit ?? since;
    return first && first > to ? [`${ruleTitle(id, text)} (${text.check.list.since(first)})`] : [];
  });
}

/** What one rule finds, a page at a time. */
export async function showRule({
  pressed: { rule, query, offset },
  ...turn
}: Pressed<z.infer<typeof Rule>>): Promise<Message> {
  const { db, text } = turn;
  const asked = askedOf(query, turn) ?? { query: '', period: text.check.list.all, scope: null };
  const counts = (await countByRule(db, asked.scope)).find((it) => it.rule === rule);
  const count = (counts?.open ?? 0) + (counts?.answered ?? 0) + (counts?.accepted ?? 0);
  const findings = await findOfRule(db, rule, asked.scope, { offset, limit: PAGE_SIZE });
  const rows = await rowsOf(findings, turn);
  const names = await findNames(db, [...new Set(findings.flatMap(({ settledBy }) => settledBy ?? []))]);
  return ruleMessage(rule, rows, { ...asked, offset, count, names }, turn);
}

async function rowsOf(findings: readonly Finding[], { db, person }: Turn): Promise<Row[]> {
  const ids = findings.map(({ expenseId }) => expenseId);
  const evidence = await findEvidence(db, ids);
  const rows: Row[] = [];
  for (const finding of findings) {
    const expense = await findExpense(db, finding.expenseId);
    if (!expense) continue;
    const mayAccept = refuseAcceptance(person, finding, expense) === null;
    const given = evidence.get(expense.id) ?? {};
    rows.push({ finding, expense, given, mayGive: mayChange(person, expense), mayAccept });
  }
  return rows;
}
