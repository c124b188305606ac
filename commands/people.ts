import type { App, BlockButtonAction, Context, ViewSubmitAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../src/base/deps.ts';
import { strangerView } from '../src/desk/home/views.ts';
import { formatMoment } from '../src/korean/day-words.ts';
import { todayIn } from '../src/korean/days.ts';
import { fetchProfile } from '../src/people/access.ts';
import { isAdministrator } from '../src/people/rules.ts';
import { changeRole, dismissAccessRequest, findPeople, findPerson } from '../src/people/store.ts';
import {
  ACCESS_ADD,
  ACCESS_DISMISS,
  PEOPLE_PAGE,
  PEOPLE_SHOW,
  PERSON_CHANGE,
  PERSON_FORM,
  peopleMessage,
  personForm,
} from '../src/people/views.ts';
import { button, section } from '../src/slack/blocks.ts';
import type { Command } from '../src/slack/command.ts';
import { openOrOffer } from '../src/slack/open-form.ts';
import { turnsOf } from '../src/slack/pager.ts';
import { plainMessage, tellPrivately } from '../src/slack/privately.ts';
import { settle } from '../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../src/slack/visitor.ts';
import { textFor } from '../src/text/index.ts';
import type { Person } from '../src/vocabulary/person.ts';
import { isRole, type Role } from '../src/vocabulary/person.ts';

/** The buttons of a request for access, and the form behind `/biseo people`. */
export const people = {
  listen(app: App, deps: Deps) {
    app.action<BlockButtonAction>(ACCESS_ADD, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const userId = action.value ?? '';
      const known = await findPerson(deps.db, userId);
      const given = known
        ? { before: known, name: known.name }
        : await giveRole(userId, 'member', visitor, client, context, deps);
      const refused = isAdministrator(visitor.person) ? null : visitor.text.access.notAdministrator;
      if (refused || typeof given === 'string') {
        const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
        await tellPrivately({ client, log: deps.log }, reach, { text: refused ?? String(given) });
        return;
      }
      const { added, addedBefore } = visitor.text.access;
      const said = given.before
        ? addedBefore(given.name)
        : added(given.name, visitor.person.name, moment(deps, visitor));
      await settleQuestion(client, body, said, visitor, deps);
      if (given.before) return;
      const theirs = textFor((await findPerson(deps.db, userId))?.language ?? deps.config.language);
      await client.chat.postMessage({ channel: userId, text: theirs.access.welcome });
    });

    app.action<BlockButtonAction>(ACCESS_DISMISS, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const { addedBefore, dismissed, notAdministrator } = visitor.text.access;
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      if (!isAdministrator(visitor.person)) {
        await tellPrivately({ client, log: deps.log }, reach, { text: notAdministrator });
        return;
      }
      const known = await findPerson(deps.db, action.value ?? '');
      const { name } = known ?? (await fetchProfile(client, action.value ?? ''));
      const said = known ? addedBefore(name) : dismissed(name, visitor.person.name, moment(deps, visitor));
      if (!known) {
        await dismissAccessRequest(deps.db, action.value ?? '', { actor: visitor.person.userId, at: deps.now() });
      }
      await settleQuestion(client, body, said, visitor, deps);
    });

    for (const actionId of [PEOPLE_SHOW, ...turnsOf(PEOPLE_PAGE)]) {
      app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
        const { person, text } = visitorOf(context);
        const { offset } = Turn.parse(JSON.parse(action.value?.trim() || '{}'));
        const reach = { userId: person.userId, responseUrl: body.response_url };
        const list = peopleMessage(await findPeople(deps.db), isAdministrator(person), text, offset);
        await tellPrivately({ client, log: deps.log }, reach, list, { replace: actionId !== PEOPLE_SHOW });
      });
    }

    app.action<BlockButtonAction>(PERSON_CHANGE, async ({ action, body, client, context }) => {
      const { person, text } = visitorOf(context);
      const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
      const again = button(PERSON_CHANGE, text.access.openAgain, action.value ?? 'new', 'primary');
      const subject = await findPerson(deps.db, action.value ?? '');
      const said = isAdministrator(person)
        ? await openOrOffer(click, personForm(subject, text), again, text)
        : { text: text.access.notAdministrator };
      const reach = { userId: person.userId, responseUrl: body.response_url };
      if (said) await tellPrivately({ client, log: deps.log }, reach, said);
    });

    app.view<ViewSubmitAction>(PERSON_FORM, async ({ ack, view, client, context }) => {
      const visitor = visitorOf(context);
      const { text } = visitor;
      const state = State.parse(view.state.values);
      const chosen = state.role.value.selected_option?.value;
      const userId = state.person.value.selected_user ?? '';
      const role = isRole(chosen) ? chosen : null;
      const giving = giveRole(userId, role, visitor, client, context, deps).then((given) => {
        if (typeof given === 'string') return { errors: { person: given } };
        const { personSaved, personRemoved, roles } = text.office;
        return { done: role ? personSaved(given.name, roles[role]) : personRemoved(given.name), before: given.before };
      });
      const settled = await settle({ ack, client, view }, giving, {
        text,
        log: deps.log,
        again: (said) => personForm({ userId, role: role ?? 'member' }, text, said),
      });
      if ('errors' in settled) return;
      const reach = { userId: visitor.person.userId };
      await tellPrivately({ client, log: deps.log }, reach, plainMessage(settled.done));
      if (!role) await clearHome(userId, client, deps);
      if (settled.before || !role) return;
      const theirs = textFor((await findPerson(deps.db, userId))?.language ?? deps.config.language);
      await client.chat.postMessage({ channel: userId, text: theirs.access.welcome });
    });
  },
} satisfies Command;

const Turn = z.object({ offset: z.number().int().min(0).default(0) });
const State = z.object({
  person: z.object({ value: z.object({ selected_user: z.string().nullish() }) }),
  role: z.object({ value: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) }),
});

/** Gives a role, or takes the person off the list (`null`). Returns their name and what they were before, or why not. */
async function giveRole(
  userId: string,
  role: Role | null,
  { person, text }: Visitor,
  client: webApi.WebClient,
  { teamId }: Context,
  { db, now }: Deps,
): Promise<{ name: string; before: Person | null } | string> {
  if (!isAdministrator(person)) return text.office.personRefusals.not_administrator;
  const known = await findPerson(db, userId);
  const profile = known ?? (await fetchProfile(client, userId, teamId));
  if ('guest' in profile && profile.guest) return text.access.guestNotAdded;
  const { name, language } = profile;
  const changed = await changeRole(db, { userId, name, language }, role, { actor: person.userId, at: now() });
  return 'refusal' in changed ? text.office.personRefusals[changed.refusal] : { name, before: changed.before };
}

/** What stood on the Home of somebody who has left is not theirs to see any more. */
async function clearHome(userId: string, client: webApi.WebClient, { config, log }: Deps): Promise<void> {
  const view = strangerView('stranger', textFor(config.language));
  await client.views.publish({ user_id: userId, view }).catch((error) => {
    log.warn({ err: error, user: userId }, 'The Home of somebody who has left could not be cleared.');
  });
}

/** The decision stands where the question was, and its buttons are gone; Home, where it can be asked too, is drawn again. */
async function settleQuestion(
  client: webApi.WebClient,
  body: unknown,
  said: string,
  { person }: Visitor,
  { log }: Deps,
): Promise<void> {
  const asked = Body.safeParse(body).data;
  if (!asked) return tellPrivately({ client, log }, { userId: person.userId }, plainMessage(said));
  const { channel, message } = asked;
  await client.chat.update({ channel: channel.id, ts: message.ts, ...plainMessage(said), blocks: [section(said)] });
}

const Body = z.object({ channel: z.object({ id: z.string() }), message: z.object({ ts: z.string() }) });

function moment({ config, now }: Deps, { text }: Visitor): string {
  const today = todayIn(config.timezone, now());
  return formatMoment(now(), config.timezone, text.language, today);
}
