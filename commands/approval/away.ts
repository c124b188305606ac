import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { formatDay } from '../../src/korean/day-words.ts';
import { todayIn } from '../../src/korean/days.ts';
import { updateSent } from '../../src/outbox/update.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames, findPeople, findPerson } from '../../src/people/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { type Away, draftAway } from '../../src/spending/approval/away/rules.ts';
import { awayKey, endAway, findAway, insertAway } from '../../src/spending/approval/away/store.ts';
import { AWAY_END, AWAY_FORM, AWAY_OPEN, awayForm, deputyMessage } from '../../src/spending/approval/away/views.ts';
import { askLate } from '../../src/spending/approval/jobs.ts';
import { textFor } from '../../src/text/index.ts';

const Metadata = z.object({ key: z.string().min(8), responseUrl: z.string().optional() });

/** A manager's days away, and who decides in their place. */
export function listenForAway(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(AWAY_OPEN, async ({ body, client, context }) => {
    const { person, text } = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const metadata = JSON.stringify({ key: randomUUID(), responseUrl: body.response_url });
    const today = todayIn(deps.config.timezone, deps.now());
    const again = button(AWAY_OPEN, text.access.openAgain, ' ', 'primary');
    const said = isManager(person)
      ? await openOrOffer(click, awayForm({ from: today, to: today, deputy: null }, metadata, text), again, text)
      : { text: text.access.notManager };
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(AWAY_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const { key, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const fields = readFields(view.state.values);
    const form = { from: fields.one('from'), to: fields.one('to'), deputy: fields.one('deputy') };
    const settled = await settle({ ack, client, view }, save(form, key, visitor, deps), {
      text,
      log: deps.log,
      again: (said) => awayForm(form, view.private_metadata, text, said),
    });
    if ('errors' in settled) return;
    await tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl }, plainMessage(settled.done));
    await askLate(deps);
  });

  app.action<BlockButtonAction>(AWAY_END, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const words = text.approval.away;
    const ended = await endAway(deps.db, Number(action.value), { actor: person.userId, at: deps.now() });
    const said = ended ? words.ended(...daysOf(ended.away, visitor, deps)) : words.notYours;
    const reach = { userId: person.userId, responseUrl: body.response_url };
    await tellPrivately({ client, log: deps.log }, reach, plainMessage(said));
    if (!ended || ended.again) return;
    await askLate(deps);
    const deputy = await findPerson(deps.db, ended.away.deputy);
    const theirs = textFor(deputy?.language ?? deps.config.language);
    await updateSent(deps, client, awayKey(ended.away.id), deputyMessage(ended.away, person.name, theirs));
  });
}

type Saved = { errors: Record<string, string> } | { done: string };

async function save(form: Parameters<typeof draftAway>[0], key: string, visitor: Visitor, deps: Deps): Promise<Saved> {
  const { person, text } = visitor;
  const { db, config, now } = deps;
  const words = text.approval.away;
  if (!isManager(person)) return { errors: { from: text.access.notManager } };
  const today = todayIn(config.timezone, now());
  const people = new Set((await findPeople(db)).map(({ userId }) => userId));
  const known = await findAway(db, today);
  const own = known.filter(({ userId, key: first }) => userId === person.userId && first !== key);
  const around = { userId: person.userId, today, own, isOfOffice: (id: string) => people.has(id) };
  const drafted = draftAway(form, around);
  if ('refusals' in drafted) {
    const wrong = Object.entries(drafted.refusals);
    return { errors: Object.fromEntries(wrong.map(([field, refusal]) => [field, words.refusals[refusal]])) };
  }
  const away = await insertAway(db, drafted.away, { formKey: key, actor: person.userId, at: now() });
  const name = (await findNames(db, [away.deputy])).get(away.deputy) ?? away.deputy;
  return { done: words.saved(...daysOf(away, visitor, deps), name) };
}

function daysOf({ from, to }: Away, { text }: Visitor, { config, now }: Deps): [string, string] {
  const today = todayIn(config.timezone, now());
  return [formatDay(from, text.language, today), formatDay(to, text.language, today)];
}
