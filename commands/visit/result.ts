import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { formatWon } from '../../src/korean/won.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { settle, type Verdict } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import type { Text } from '../../src/text/index.ts';
import type { Program } from '../../src/visit/programs/rules.ts';
import { findPrograms } from '../../src/visit/programs/store.ts';
import { draftResult, type ResultForm } from '../../src/visit/result/rules.ts';
import { findAgenda, putResult } from '../../src/visit/result/store.ts';
import { resultForm, VISIT_RESULT, VISIT_RESULT_OPEN } from '../../src/visit/result/views.ts';
import { mayChangeVisit, parseVisitName, type Visit, visitName } from '../../src/visit/rules.ts';
import { findVisit } from '../../src/visit/store.ts';
import { savedMessage } from '../../src/visit/views.ts';
import type { Kind } from '../../src/vocabulary/followup.ts';

/** `V12` opens the form for what came of it. */
export async function openResult(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const { text } = visitor;
  const id = parseVisitName(typed);
  if (id === null) return { text: text.visit.which };
  const today = todayIn(deps.config.timezone, deps.now());
  const visit = await findVisit(deps.db, id);
  const refusal = refuseResult(visit, id, visitor, today);
  if (!visit || refusal) return { text: refusal ?? '' };
  const known = (await findAgenda(deps.db, id)).map(({ title }) => title);
  const participants = visit.participants === null ? null : String(visit.participants);
  const form = { participants, summary: visit.summary, agenda: null };
  const metadata = { key: randomUUID(), id, version: visit.version, responseUrl: click.responseUrl };
  const again = button(VISIT_RESULT_OPEN, text.visit.result, String(id), 'primary');
  return openOrOffer(click, resultForm(visit, form, known, JSON.stringify(metadata), text, today), again, text);
}

function refuseResult(visit: Visit | null, id: number, { person, text }: Visitor, today: string): string | null {
  if (!visit) return text.visit.notFound(visitName(id));
  if (!mayChangeVisit(person, visit)) return text.visit.form.notYours;
  if (visit.cancelled) return text.visit.form.alreadyCancelled;
  return visit.startsOn > today ? text.visit.resultForm.notYet(visitName(id)) : null;
}

const Metadata = z.object({
  key: z.string().min(8),
  id: z.number(),
  version: z.number(),
  responseUrl: z.string().optional(),
});
type Metadata = z.infer<typeof Metadata>;

export function listenForResults(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(VISIT_RESULT_OPEN, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openResult(action.value ?? '', visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(VISIT_RESULT, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const metadata = Metadata.parse(JSON.parse(view.private_metadata));
    const fields = readFields(view.state.values);
    const form = {
      participants: fields.one('participants'),
      summary: fields.one('summary'),
      agenda: fields.one('agenda'),
    };
    const today = todayIn(deps.config.timezone, deps.now());
    const visit = await findVisit(deps.db, metadata.id);
    const settled = await settle<Submitted>({ ack, client, view }, submit(form, metadata, visitor, deps, today), {
      text,
      log: deps.log,
      again: (said) => {
        if (!visit) throw new Error(said);
        return resultForm(visit, form, [], view.private_metadata, text, today);
      },
    });
    const reach = { userId: person.userId, responseUrl: metadata.responseUrl };
    if ('message' in settled) await tellPrivately({ client, log: deps.log }, reach, settled.message);
  });
}

type Submitted = Exclude<Verdict, { done: string }> | { done: string; message: Message };

async function submit(
  form: ResultForm,
  { id, key, version }: Metadata,
  visitor: Visitor,
  deps: Deps,
  today: string,
): Promise<Submitted> {
  const { person, text } = visitor;
  const words = text.visit.resultForm;
  const before = await findVisit(deps.db, id);
  const refusal = refuseResult(before, id, visitor, today);
  if (!before || refusal) return { errors: { summary: refusal ?? '' } };
  const drafted = draftResult(form);
  if ('refusals' in drafted) return { errors: worded(drafted.refusals, text) };

  const program = (await findPrograms(deps.db)).find((it) => it.id === before.programId);
  const by = { actor: person.userId, at: deps.now(), formKey: key, followupKind: followupKind(program) };
  const put = await putResult(deps.db, { id, version }, drafted.result, by);
  if (!put || 'refusal' in put) {
    const cancelled = put?.refusal === 'cancelled';
    return { errors: { summary: cancelled ? text.visit.form.alreadyCancelled : text.visit.form.changedMeanwhile } };
  }
  const name = visitName(id);
  const title = put.again ? words.savedAgain(name) : words.saved(name, formatWon(drafted.result.participants));
  const lines = put.followups > 0 ? [words.followups(formatWon(put.followups))] : [];
  return { done: title, message: savedMessage(title, [put.visit], lines, text, today) };
}

/** Two programs' items have a name of their own in the register of follow-ups. */
function followupKind(program: Program | undefined): Kind {
  if (program?.name === '현장시장실') return 'field_office';
  return program?.name === '주말데이트' ? 'weekend_date' : 'visit_agenda';
}

const worded = (
  refusals: Partial<Record<keyof ResultForm, keyof Text['visit']['resultForm']['refusals']>>,
  text: Text,
) => Object.fromEntries(Object.entries(refusals).map(([field, code]) => [field, text.visit.resultForm.refusals[code]]));
