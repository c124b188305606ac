import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction, ViewSubmitAction, webApi } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import {
  EMPTY_FORM,
  FOLLOWUP_ADD,
  type Metadata,
  owedForm,
  readMetadata,
  readOwedForm,
} from '../../src/followup/form.ts';
import { readOwed } from '../../src/followup/line.ts';
import { type Followup, followupName, LONGEST } from '../../src/followup/rules.ts';
import { insertEntered, NOTHING_YET } from '../../src/followup/store.ts';
import { FOLLOWUP_NEW } from '../../src/followup/views.ts';
import { draftOwed, type OwedForm } from '../../src/followup/work.ts';
import { todayIn } from '../../src/korean/days.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { readable } from '../../src/people/mentions.ts';
import { findNames, findPeople, findPerson } from '../../src/people/store.ts';
import { button, clip, LONGEST as LONGEST_TEXT } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { mentionedIn } from '../../src/slack/references.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { textFor } from '../../src/text/index.ts';
import { cardOf } from './show.ts';
import { refusalWords, typedWords } from './words.ts';

const FROM_MESSAGE = 'followup_from_message';

/** Opens the form, filled with what a typed line says; the first person mentioned has it. */
export async function openAdd(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const { person, text } = visitor;
  const [mentioned] = mentionedIn(typed);
  const people = await findPeople(deps.db);
  const named = people.find(({ name }) => typed.split(' ').includes(`@${name}`));
  const without = typed.replace(/<@[UW][A-Z0-9]+(?:\|[^<>]*)?>/g, ' ').replace(named ? `@${named.name}` : /$^/, ' ');
  const line = readOwed(await readable(deps.db, without), { today: todayIn(deps.config.timezone, deps.now()) });
  const known = people.find(({ userId }) => userId === mentioned) ?? named;
  const form = {
    ...EMPTY_FORM,
    source: line.kind ?? 'own_task',
    title: line.title,
    due: line.due,
    requester: line.requester,
    owner: known?.userId ?? person.userId,
  };
  const view = owedForm(form, { key: randomUUID(), ...withUrl(click.responseUrl) }, text);
  const again = button(FOLLOWUP_NEW, text.followup.form.add, clip(typed, LONGEST_TEXT.value) || ' ', 'primary');
  return openOrOffer(click, view, again, text);
}

export function listenForAdding(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(FOLLOWUP_NEW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openAdd(action.value?.trim() ?? '', visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.shortcut({ type: 'message_action', callback_id: FROM_MESSAGE }, async ({ shortcut, client, context }) => {
    if (shortcut.type !== 'message_action') return;
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const said = normaliseLines(await readable(deps.db, shortcut.message.text ?? ''));
    const author = shortcut.message.user;
    const requester = author && author !== person.userId ? (await findNames(deps.db, [author])).get(author) : undefined;
    const form: OwedForm = {
      ...EMPTY_FORM,
      source: 'own_task',
      title: clip(said, LONGEST.title) || null,
      owner: person.userId,
      requester: requester ?? null,
    };
    const click = { client, triggerId: shortcut.trigger_id, responseUrl: shortcut.response_url };
    const view = owedForm(form, { key: randomUUID(), ...withUrl(shortcut.response_url) }, text);
    const again = button(FOLLOWUP_NEW, text.followup.form.add, clip(said, LONGEST_TEXT.value) || ' ', 'primary');
    const late = await openOrOffer(click, view, again, text);
    const reach = { userId: person.userId, responseUrl: shortcut.response_url };
    if (late) await tellPrivately({ client, log: deps.log }, reach, late);
  });

  app.view<ViewSubmitAction>(FOLLOWUP_ADD, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const metadata = readMetadata(view.private_metadata);
    const form = readOwedForm(view.state.values);
    const people = new Set((await findPeople(deps.db)).map(({ userId }) => userId));
    const today = todayIn(deps.config.timezone, deps.now());
    const nothing = { ...NOTHING_YET, kind: 'own_task' as const, title: '', owner: null };
    const drafted = draftOwed(form, nothing, { today, isOfOffice: (id) => people.has(id) });
    const refusals =
      'refusals' in drafted ? drafted.refusals : form.owner === null ? { owner: 'missing' as const } : null;
    if (refusals || 'refusals' in drafted) {
      await ack({ response_action: 'errors', errors: refusalWords(refusals ?? {}, text) });
      return;
    }
    const saving = insertEntered(deps.db, drafted.owed, {
      actor: person.userId,
      at: deps.now(),
      formKey: metadata.key,
    });
    const settled = await settle(
      { ack, client, view },
      saving.then((saved) => ({ ...saved, done: text.followup.saved(followupName(saved.followup.id)) })),
      {
        text,
        log: deps.log,
        again: (said) => owedForm(form, metadata, text, said),
        keep: (said) => keep(said, form, metadata, visitor, client, deps),
      },
    );
    if (!('followup' in settled)) return;
    const { followup, again } = settled;
    const first = text.followup[again ? 'savedAgain' : 'saved'](followupName(followup.id));
    const reach = { userId: person.userId, responseUrl: metadata.responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, await cardOf(followup, visitor, deps, first));
    if (!again) await tellOwner(followup, visitor, client, deps);
  });
}

/** Whoever is given something by somebody else hears of it, in their own language. */
export async function tellOwner(
  followup: Followup,
  { person }: Visitor,
  client: webApi.WebClient,
  deps: Deps,
): Promise<void> {
  if (followup.owner === null || followup.owner === person.userId) return;
  const owner = await findPerson(deps.db, followup.owner);
  if (!owner) return;
  const text = textFor(owner.language ?? deps.config.language);
  const message = await cardOf(followup, { person: owner, text }, deps, text.followup.givenToYou(person.name));
  await client.chat.postMessage({ channel: owner.userId, ...message }).catch((error) => {
    deps.log.error(
      { err: error, record: followup.id },
      'A follow-up is handed over, but its new owner could not be told.',
    );
  });
}

/** What was typed into a form that is gone, so that it is not lost with it. */
export async function keep(
  said: string,
  form: Readonly<Record<string, string | null>>,
  { responseUrl }: Metadata,
  { person, text }: Visitor,
  client: webApi.WebClient,
  { log }: Deps,
): Promise<void> {
  const words = clip([said, text.followup.form.kept, ...typedWords(form, text)].filter(Boolean).join('\n'), 2900);
  await tellPrivately({ client, log }, { userId: person.userId, responseUrl }, plainMessage(words));
}

export const withUrl = (responseUrl: string | undefined) => (responseUrl ? { responseUrl } : {});
