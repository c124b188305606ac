import { z } from 'zod';
import { formatWon } from '../../src/korean/won.ts';
import { isManager, mayChange } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { ending } from '../../src/register/ending.ts';
import { clip } from '../../src/slack/blocks.ts';
import { type Heard, jsonOf, press, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import { turnsOf } from '../../src/slack/pager.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Pressed, Turn } from '../../src/slack/turn.ts';
import { refresh } from '../../src/spending/approval/jobs.ts';
import { findEvidence } from '../../src/spending/check/evidence/store.ts';
import {
  CHECK_ACCEPT,
  CHECK_LIST,
  CHECK_OPEN,
  CHECK_PAGE,
  CHECK_RULE,
  CHECK_TODO,
} from '../../src/spending/check/ids.ts';
import { judgeDue, MONTHS_AT_A_TIME } from '../../src/spending/check/jobs.ts';
import { judgeRecords } from '../../src/spending/check/judging/store.ts';
import { valuesOf } from '../../src/spending/check/limit/known.ts';
import { findLimits } from '../../src/spending/check/limit/store.ts';
import { refuseAcceptance } from '../../src/spending/check/rights.ts';
import type { Finding } from '../../src/spending/check/rule.ts';
import { RULES } from '../../src/spending/check/rules/all.ts';
import { type Asked, askedOf } from '../../src/spending/check/scope.ts';
import {
  countByRule,
  countOpenRecords,
  findFinding,
  findOfRule,
  settleFinding,
} from '../../src/spending/check/store.ts';
import { countTodos, findTodos } from '../../src/spending/check/todo/store.ts';
import { TODOS_ON_A_PAGE, todoMessage } from '../../src/spending/check/todo/views.ts';
import { overviewMessage, PAGE_SIZE, type Row, ruleMessage } from '../../src/spending/check/views.ts';
import { findingWords, ruleTitle } from '../../src/spending/check/words.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { countTwins } from '../../src/spending/twin/store.ts';

const LONGEST_QUERY = 100;

/** `2018-03`: what is open about the spends of a period, by what is to be done; of this quarter where none is said. */
export const checkExpenses = (typed: string, turn: Turn): Promise<Message> =>
  checkTodos({ query: clip(typed.trim(), LONGEST_QUERY), offset: 0 }, turn);

async function checkTodos({ query, offset }: z.infer<typeof Todo>, turn: Turn): Promise<Message> {
  const { db, person, text, today } = turn;
  const asked = askedOf(query, turn);
  if (!asked) return plainMessage(text.check.list.notAPeriod(query));
  const notes = await judgedNotes(asked, turn);
  const counts = await countTodos(db, asked.scope);
  const findings = await findTodos(db, asked.scope, { offset, limit: TODOS_ON_A_PAGE });
  const rows = await rowsOf(findings, turn);
  const records = await countOpenRecords(db, asked.scope);
  const about = { rows, counts, offset, records, twins: await countTwins(db), notes, mayAccept: isManager(person) };
  return todoMessage(about, asked, text, today);
}

async function checkRules(typed: string, turn: Turn): Promise<Message> {
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

async function showRule({
  pressed: { rule, query, offset },
  ...turn
}: Pressed<z.infer<typeof Rule>>): Promise<Message> {
  const { db, person, text } = turn;
  const asked = askedOf(query, turn) ?? { query: '', period: text.check.list.all, scope: null };
  const counts = (await countByRule(db, asked.scope)).find((it) => it.rule === rule);
  const count = (counts?.open ?? 0) + (counts?.answered ?? 0) + (counts?.accepted ?? 0);
  const findings = await findOfRule(db, rule, asked.scope, { offset, limit: PAGE_SIZE });
  const rows = await rowsOf(findings, turn);
  const names = await findNames(db, [...new Set(findings.flatMap(({ settledBy }) => settledBy ?? []))]);
  return ruleMessage(rule, rows, { ...asked, offset, count, names, mayAccept: isManager(person) }, turn);
}

async function rowsOf(findings: readonly Finding[], { db, person }: Turn): Promise<Row[]> {
  const ids = findings.map(({ expenseId }) => expenseId);
  const evidence = await findEvidence(db, ids);
  const rows: Row[] = [];
  for (const finding of findings) {
    const expense = await findExpense(db, finding.expenseId);
    if (!expense) continue;
    rows.push({ finding, expense, given: evidence.get(expense.id) ?? {}, mayGive: mayChange(person, expense) });
  }
  return rows;
}

const Todo = z.object({ query: z.string(), offset: z.number().int().min(0) });
const Rule = z.object({
  rule: z.enum(RULES.map(({ id }) => id)),
  query: z.string(),
  offset: z.number().int().min(0),
});

const accepting = ending<Finding>({
  open: CHECK_ACCEPT,
  form: 'check_accept',
  place: 'below',
  async find(named, { db, person, text }) {
    const finding = await findFinding(db, Number(named));
    const expense = finding && (await findExpense(db, finding.expenseId));
    const refusal = refuseAcceptance(person, finding, expense);
    if (refusal || !finding) return { refused: text.check.accept[refusal ?? 'gone'] };
    return { subject: finding };
  },
  words(finding, text) {
    const { title, submit, reason, explain } = text.check.accept;
    const { rule, expenseId } = finding;
    const what = explain(expenseName(expenseId), ruleTitle(rule, text), findingWords(finding, text));
    return { title, submit, label: reason, explain: clip(what, 2000) };
  },
  end: accept,
});

async function accept({ id, expenseId }: Finding, reason: string, turn: Turn): Promise<Outcome> {
  const { person, text } = turn;
  const words = text.check.accept;
  const at = turn.now();
  return turn.db.transaction().execute(async (db): Promise<Outcome> => {
    const first = await findFinding(db, id);
    if (first) await judgeRecords(db, [first.expenseId], at);
    const finding = await findFinding(db, id);
    const expense = finding && (await findExpense(db, finding.expenseId));
    const refusal = refuseAcceptance(person, finding, expense);
    if (refusal || !finding) return refuse(words[refusal ?? 'gone'], 'reason');
    await settleFinding(db, finding, 'accepted', { actor: person.userId, at, reason });
    return {
      done: words.done(expenseName(finding.expenseId), ruleTitle(finding.rule, text)),
      after: () => refresh(turn, turn.client, expenseId),
    };
  });
}

export const checks: Heard[] = [
  press(CHECK_LIST, Words, (turn) => checkRules(turn.pressed, turn), 'in_place'),
  press(CHECK_OPEN, Words, (turn) => checkExpenses(turn.pressed, turn)),
  press(CHECK_TODO, Words, (turn) => checkExpenses(turn.pressed, turn), 'in_place'),
  ...turnsOf(CHECK_TODO).map((id) => press(id, jsonOf(Todo), (turn) => checkTodos(turn.pressed, turn), 'in_place')),
  press(CHECK_RULE, jsonOf(Rule), showRule, 'in_place'),
  ...turnsOf(CHECK_PAGE).map((id) => press(id, jsonOf(Rule), showRule, 'in_place')),
  ...accepting.hears,
];
