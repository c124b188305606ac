import { isManager } from '../../src/people/rules.ts';
import { ACCEPT_FORM, acceptForm } from '../../src/report/forms.ts';
import { gapWords } from '../../src/report/gap-views.ts';
import { gapKey, isAcceptable } from '../../src/report/gaps.ts';
import { putAcceptance } from '../../src/report/store.ts';
import { checkMessage, REPORT_ACCEPT, REPORT_CHECK } from '../../src/report/views.ts';
import { type Heard, press, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { gapHash, reportOf } from './open.ts';
import { WordPressed, YearPressed } from './pressed.ts';

export const checking: Heard[] = [
  press(REPORT_CHECK, YearPressed, (turn) => showCheck(turn.pressed, turn), 'in_place'),
  press(REPORT_ACCEPT, WordPressed, (turn) => openAcceptance(turn.pressed, turn), 'form_in_place'),
  submission(ACCEPT_FORM, accept),
];

export async function showCheck(year: number, turn: Turn): Promise<Exclude<Answer, null>> {
  return checkMessage(await reportOf(year, turn), isManager(turn.person), gapHash, turn.text);
}

async function openAcceptance({ year, word }: { year: number; word: string }, turn: Turn): Promise<Answer> {
  const { person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const gap = (await reportOf(year, turn)).gaps.find((it) => gapHash(it) === word);
  if (!gap) return { text: text.report.acceptForm.gone };
  const view = acceptForm(year, word, gapWords(gap, text), text);
  return turn.open(view, { press: REPORT_ACCEPT, value: `${year}/${word}` });
}

async function accept(sent: Submitted<typeof ACCEPT_FORM.empty, { year: number; gap: string }>): Promise<Outcome> {
  const { db, person, text, values, metadata, now } = sent;
  if (!isManager(person)) return refuse(text.access.notManager);
  const gap = (await reportOf(metadata.year, sent)).gaps.find((it) => gapHash(it) === metadata.gap);
  if (!gap || !isAcceptable(gap)) return refuse(text.report.acceptForm.gone, 'reason');
  const by = { actor: person.userId, at: now() };
  await putAcceptance(db, metadata.year, { gap: gapKey(gap), reason: (values.reason ?? '').trim() }, by);
  return { done: text.report.acceptForm.saved, say: () => showCheck(metadata.year, sent) };
}
