import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { isManager } from '../../src/people/rules.ts';
import {
  EVALUATION_FORM,
  evaluationForm,
  readForm,
  readMetadata,
  wordedRefusals,
} from '../../src/pledge/evaluations/form.ts';
import { draftEvaluation, formOf } from '../../src/pledge/evaluations/rules.ts';
import { findEvaluation, findEvaluations, putEvaluation } from '../../src/pledge/evaluations/store.ts';
import {
  EVALUATION_EDIT,
  EVALUATION_NEW,
  HISTORY_PAGE,
  type HistoryItem,
  historyMessage,
} from '../../src/pledge/evaluations/views.ts';
import { resultOf } from '../../src/pledge/reviews/rules.ts';
import { findAnswers, findRounds } from '../../src/pledge/reviews/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { turnsOf } from '../../src/slack/pager.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';

/** Our own half-yearly evaluations and the outside ones, newest first. */
export async function showHistory(offset: number, { person, text }: Visitor, { db }: Deps): Promise<Message> {
  const items: HistoryItem[] = [];
  for (const round of await findRounds(db)) {
    const result = round.state === 'frozen' ? resultOf(await findAnswers(db, round.id)) : null;
    items.push({ kind: 'round', at: round.publishedOn ?? round.asOf, round, result });
  }
  for (const evaluation of await findEvaluations(db)) {
    items.push({ kind: 'evaluation', at: evaluation.announcedOn ?? `${evaluation.year}-12-31`, evaluation });
  }
  items.sort((a, b) => b.at.localeCompare(a.at));
  return historyMessage(items, offset, isManager(person), text);
}

/** The form for a new outside evaluation; managers keep them. */
export async function openEvaluation({ person, text }: Visitor, click: Click): Promise<Message | null> {
  if (!isManager(person)) return { text: text.access.notManager };
  const metadata = { key: randomUUID(), ...(click.responseUrl ? { responseUrl: click.responseUrl } : {}) };
  const again = button(EVALUATION_NEW, text.access.openAgain, ' ', 'primary');
  return openOrOffer(click, evaluationForm(formOf(null), metadata, text), again, text);
}

const Turn = z.object({ offset: z.number().int().min(0) });

export function listenForHistory(app: App, deps: Deps): void {
  for (const actionId of turnsOf(HISTORY_PAGE)) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const { offset } = Turn.parse(JSON.parse(action.value ?? ''));
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      const message = await showHistory(offset, visitor, deps);
      await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
    });
  }

  app.action<BlockButtonAction>(EVALUATION_NEW, async ({ body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openEvaluation(visitor, click);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.action<BlockButtonAction>(EVALUATION_EDIT, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const evaluation = await findEvaluation(deps.db, Number(action.value));
    if (!isManager(person) || !evaluation) {
      const reach = { userId: person.userId, responseUrl: body.response_url };
      const said = evaluation ? text.access.notManager : text.pledge.review.notFound;
      await tellPrivately({ client, log: deps.log }, reach, { text: said });
      return;
    }
    const editing = { id: evaluation.id, version: evaluation.version };
    const metadata = { key: randomUUID(), editing, ...(body.response_url ? { responseUrl: body.response_url } : {}) };
    const again = button(EVALUATION_EDIT, text.access.openAgain, String(evaluation.id), 'primary');
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openOrOffer(click, evaluationForm(formOf(evaluation), metadata, text), again, text);
    if (said)
      await tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl: body.response_url }, said);
  });

  app.view(EVALUATION_FORM, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const metadata = readMetadata(view.private_metadata);
    const { key, editing, responseUrl } = metadata;
    const form = readForm(view.state.values);
    const words = text.pledge.evaluation;
    if (!isManager(person)) {
      await ack({ response_action: 'errors', errors: { year: text.access.notManager } });
      return;
    }
    const now = deps.now();
    const drafted = draftEvaluation(form, todayIn(deps.config.timezone, now));
    if ('refusals' in drafted) {
      await ack({ response_action: 'errors', errors: wordedRefusals(drafted.refusals, text) });
      return;
    }
    const by = { actor: person.userId, at: now, formKey: key };
    const save = async () => {
      const saved = await putEvaluation(deps.db, drafted.evaluation, editing ?? null, by);
      if (!('refusal' in saved)) return { done: words.saved(drafted.evaluation.year, drafted.evaluation.grade) };
      return { errors: { year: saved.refusal === 'exists' ? words.form.exists : words.form.changedMeanwhile } };
    };
    const saved = await settle({ ack, client, view }, save(), {
      text,
      log: deps.log,
      again: (said) => evaluationForm(form, metadata, text, said),
    });
    if ('errors' in saved) return;
    const reach = { userId: person.userId, responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, plainMessage(saved.done));
  });
}
