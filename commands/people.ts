import type { App, BlockButtonAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import { clockIn, formatDay, todayIn } from '../src/days.ts';
import type { Command, Deps } from '../src/deps.ts';
import { fetchProfile } from '../src/person/access.ts';
import { isAdministrator, isRole, type Role, refuseRoleChange } from '../src/person/rules.ts';
import { findAdministrators, findPeople, findPerson, markRemoved, putPerson } from '../src/person/store.ts';
import {
  ACCESS_ADD,
  ACCESS_DISMISS,
  PEOPLE_SHOW,
  PERSON_CHANGE,
  PERSON_FORM,
  peopleMessage,
  personForm,
} from '../src/person/views.ts';
import { escaped } from '../src/slack/blocks.ts';
import { openForm } from '../src/slack/open-form.ts';
import { tellPrivately } from '../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../src/slack/visitor.ts';
import { textFor } from '../src/text/index.ts';

/** The buttons of a request for access, and the form behind `/biseo people`. */
export const people = {
  listen(app: App, deps: Deps) {
    app.action<BlockButtonAction>(ACCESS_ADD, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const userId = action.value ?? '';
      const refused = await setRole(userId, 'member', visitor, client, deps);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      if (typeof refused === 'string') {
        await tellPrivately({ client, log: deps.log }, reach, { text: refused });
        return;
      }
      const said = visitor.text.access.added(refused.name, visitor.person.name, moment(deps, visitor));
      await settle(client, body, said);
      const theirs = textFor(refused.language ?? deps.config.language);
      await client.chat.postMessage({ channel: userId, text: theirs.access.welcome });
    });

    app.action<BlockButtonAction>(ACCESS_DISMISS, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      if (!isAdministrator(visitor.person)) {
        await tellPrivately({ client, log: deps.log }, reach, { text: visitor.text.access.notAdministrator });
        return;
      }
      const { name } = await fetchProfile(client, action.value ?? '');
      await settle(client, body, visitor.text.access.dismissed(name, visitor.person.name, moment(deps, visitor)));
    });

    app.action<BlockButtonAction>(PEOPLE_SHOW, async ({ body, client, context }) => {
      const { person, text } = visitorOf(context);
      const reach = { userId: person.userId, responseUrl: body.response_url };
      const list = peopleMessage(await findPeople(deps.db), isAdministrator(person), text);
      await tellPrivately({ client, log: deps.log }, reach, list);
    });

    app.action<BlockButtonAction>(PERSON_CHANGE, async ({ action, body, client, context }) => {
      const { person, text } = visitorOf(context);
      const reach = { userId: person.userId, responseUrl: body.response_url };
      if (!isAdministrator(person)) {
        await tellPrivately({ client, log: deps.log }, reach, { text: text.access.notAdministrator });
        return;
      }
      await openForm(client, body.trigger_id, personForm(await findPerson(deps.db, action.value ?? ''), text));
    });

    app.view(PERSON_FORM, async ({ ack, view, client, context }) => {
      const visitor = visitorOf(context);
      const { text } = visitor;
      const state = State.parse(view.state.values);
      const chosen = state.role.value.selected_option?.value;
      const userId = state.person.value.selected_user ?? '';
      const role = isRole(chosen) ? chosen : null;
      const refused = await setRole(userId, role, visitor, client, deps);
      if (typeof refused === 'string') {
        await ack({ response_action: 'errors', errors: { person: refused } });
        return;
      }
      await ack();
      const said = role
        ? text.office.personSaved(refused.name, text.office.roles[role])
        : text.office.personRemoved(refused.name);
      await tellPrivately({ client, log: deps.log }, { userId: visitor.person.userId }, { text: escaped(said) });
    });
  },
} satisfies Command;

const State = z.object({
  person: z.object({ value: z.object({ selected_user: z.string().nullish() }) }),
  role: z.object({ value: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) }),
});

/** Gives a role, or takes the person off the list (`null`). Returns the person, or why not. */
async function setRole(
  userId: string,
  role: Role | null,
  { person, text }: Visitor,
  client: webApi.WebClient,
  { db, now }: Deps,
): Promise<{ name: string; language: 'ko' | 'en' | null } | string> {
  const by = { actor: person.userId, at: now() };
  const before = await findPerson(db, userId);
  const subject = before ?? { userId, name: userId, role: 'member' as const, language: null };
  const refusal = refuseRoleChange(person, subject, role, (await findAdministrators(db)).length);
  if (refusal) return text.office.personRefusals[refusal];
  if (role === null) {
    await markRemoved(db, userId, by);
    return subject;
  }
  const profile = before ? null : await fetchProfile(client, userId);
  if (profile?.guest) return text.access.guest;
  const { name, language } = before ?? profile ?? subject;
  await putPerson(db, { userId, name, role, language }, by);
  return { name, language };
}

/** The decision stands where the question was, and its buttons are gone. */
async function settle(client: webApi.WebClient, body: unknown, said: string): Promise<void> {
  const { channel, message } = Body.parse(body);
  await client.chat.update({
    channel: channel.id,
    ts: message.ts,
    text: escaped(said),
    blocks: [{ type: 'section', text: { type: 'plain_text', text: said } }],
  });
}

const Body = z.object({ channel: z.object({ id: z.string() }), message: z.object({ ts: z.string() }) });

function moment({ config, now }: Deps, { text }: Visitor): string {
  const today = todayIn(config.timezone, now());
  return `${formatDay(today, text.language, today)} ${clockIn(config.timezone, now())}`;
}
