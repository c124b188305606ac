import { normaliseLines } from '../../src/korean/typed.ts';
import { readable } from '../../src/people/mentions.ts';
import { clip } from '../../src/slack/blocks.ts';
import { type Heard, Id, jsonOf, press, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import { plainMessage } from '../../src/slack/privately.ts';
import type { Answer, Turn } from '../../src/slack/turn.ts';
import { decide, mayNot, requestOf, settledMessage } from '../../src/spending/approval/deciding.ts';
import { DECISION_FORMS, decisionForm, Seen } from '../../src/spending/approval/form.ts';
import { redraw } from '../../src/spending/approval/jobs.ts';
import { findApproval } from '../../src/spending/approval/store.ts';
import { APPROVAL_OPEN, APPROVE, ASK_CHANGES, REFUSE } from '../../src/spending/approval/views.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { DECISIONS, type Decision } from '../../src/vocabulary/approval.ts';

const BUTTONS = { approved: APPROVE, changes: ASK_CHANGES, refused: REFUSE } as const satisfies Record<
  Decision,
  string
>;

/** Sentences stand under one field of a form on a phone. */
const LONGEST_REASON = 300;

const SeenThen = jsonOf(Seen);

export const deciding: Heard[] = [
  press(APPROVAL_OPEN, Id, (turn) => requestOf(turn.pressed, turn)),
  press(APPROVE, SeenThen, (turn) => approve(turn.pressed, turn), 'form_in_place'),
  ...(['changes', 'refused'] as const).map((decision) =>
    press(BUTTONS[decision], SeenThen, (turn) => openDecision(decision, turn.pressed, turn), 'form_in_place'),
  ),
  ...DECISIONS.map((decision) =>
    submission(DECISION_FORMS[decision], ({ values, metadata, ...turn }) =>
      submitted(metadata, decision, values.reason ?? '', turn),
    ),
  ),
];

async function approve(seen: Seen, turn: Turn): Promise<Answer> {
  const came = await decide(seen, { decision: 'approved', words: null }, turn);
  if ('over' in came) return openDecision('approved', seen, turn);
  if ('refused' in came) await turn.tell(plainMessage(came.refused));
  else await turn.tell(came.ended, 'in_place');
  await redrawSoon(seen.id, turn);
  return null;
}

/** The form for the words of a decision; what to say instead where nothing can be decided any more. */
async function openDecision(decision: Decision, seen: Seen, turn: Turn): Promise<Answer> {
  const { db, text } = turn;
  const refusal = await mayNot(seen, turn);
  if (refusal) return plainMessage(refusal);
  const expense = await findExpense(db, seen.id);
  const approval = await findApproval(db, seen.id);
  if (!expense || !approval) return { text: text.approval.refusals.gone };
  const event = approval.events.find((it) => it.version === seen.version + 1);
  if (event) return settledMessage({ expense, approval }, event, turn);
  const again = { press: BUTTONS[decision], value: JSON.stringify(seen) };
  return turn.open(decisionForm(decision, expense, seen, text), again);
}

async function submitted(seen: Seen, decision: Decision, typed: string, turn: Turn): Promise<Outcome> {
  const { db, text } = turn;
  const words = normaliseLines(await readable(db, typed));
  if (words === '') return refuse(text.conversation.missing, 'reason');
  const came = await decide(seen, { decision, words, over: decision === 'approved' }, turn);
  if ('ended' in came) return { done: came.ended.text, say: came.ended, after: () => redrawSoon(seen.id, turn) };
  return refuse(clip('refused' in came ? came.refused : text.approval.refusals.over, LONGEST_REASON), 'reason');
}

/** The decision stands whatever becomes of the messages; the next tick tries again. */
async function redrawSoon(id: number, turn: Turn): Promise<void> {
  await redraw(turn, turn.client, id).catch((error) => {
    turn.log.warn({ err: error, record: expenseName(id) }, 'Messages about an approval wait for the next tick.');
  });
}
