import { ending } from '../../src/register/ending.ts';
import { clip } from '../../src/slack/blocks.ts';
import { type Heard, jsonOf, press, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import { turnsOf } from '../../src/slack/pager.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { refresh } from '../../src/spending/approval/jobs.ts';
import { checkExpenses, checkRules, checkTodos, Rule, showRule, Todo } from '../../src/spending/check/compose.ts';
import {
  CHECK_ACCEPT,
  CHECK_LIST,
  CHECK_OPEN,
  CHECK_PAGE,
  CHECK_RULE,
  CHECK_TODO,
} from '../../src/spending/check/ids.ts';
import { judgeRecords } from '../../src/spending/check/judging/store.ts';
import { refuseAcceptance } from '../../src/spending/check/rights.ts';
import type { Finding } from '../../src/spending/check/rule.ts';
import { findFinding, settleFinding } from '../../src/spending/check/store.ts';
import { findingWords, ruleTitle } from '../../src/spending/check/words.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';

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
