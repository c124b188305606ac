import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { findToldOf } from '../../src/council/list/store.ts';
import { findGroups } from '../../src/council/members/store.ts';
import {
  type AudienceState,
  type Briefing,
  briefingName,
  draftPolicy,
  type PolicyForm,
  parseBriefingName,
  stateOf,
} from '../../src/council/policies/rules.ts';
import {
  changeBriefing,
  findBriefing,
  findBriefings,
  findMembership,
  insertBriefing,
} from '../../src/council/policies/store.ts';
import {
  BRIEF_EDIT,
  BRIEF_FORM,
  BRIEF_NEW,
  BRIEF_PAGE,
  BRIEF_SHOW,
  type BriefMetadata,
  briefingMessage,
  briefingsMessage,
  PAGE_SIZE,
  policyForm,
  readBriefMetadata,
} from '../../src/council/policies/views.ts';
import { todayIn } from '../../src/korean/days.ts';
import { rest, takeDayTime, tokensOf } from '../../src/korean/tokens.ts';
import { readable } from '../../src/people/mentions.ts';
import { mayChange } from '../../src/people/rules.ts';
import { button, clip, LONGEST as LONGEST_TEXT } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { turnsOf } from '../../src/slack/pager.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';

const ALL = /^(?:전체|모두|all)$/i;

/** `B3` one policy, nothing the ones to come, `전체` all of them; anything else is a policy to enter. */
export async function brief(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  if (typed === '' || ALL.test(typed)) return listBriefings(typed === '' ? '' : 'all', 0, visitor, deps);
  if (/^b?\d+$/i.test(typed)) {
    const id = parseBriefingName(typed) ?? 0;
    const briefing = await findBriefing(deps.db, id);
    return briefing
      ? briefingCard(briefing, visitor, deps)
      : { text: visitor.text.council.brief.notFound(briefingName(id)) };
  }
  return openPolicy(typed, visitor, click, deps);
}

async function listBriefings(query: string, offset: number, { text }: Visitor, deps: Deps): Promise<Message> {
  const today = todayIn(deps.config.timezone, deps.now());
  const span = query === 'all' ? {} : { from: today };
  const { briefings, count } = await findBriefings(deps.db, span, { offset, limit: PAGE_SIZE });
  const items = [];
  for (const briefing of briefings) items.push({ briefing, states: await statesOf(briefing, deps) });
  return briefingsMessage({ items, count }, { query, offset }, text, today);
}

async function statesOf(briefing: Briefing, { db }: Deps): Promise<AudienceState[]> {
  const contacts = await findToldOf(db, briefing.id);
  const told = contacts.map(({ id, heldOn, heldTime, memberIds }) => ({ contactId: id, heldOn, heldTime, memberIds }));
  return stateOf(briefing, await findMembership(db, briefing), told);
}

async function briefingCard(
  briefing: Briefing,
  { person, text }: Visitor,
  deps: Deps,
  first?: string,
): Promise<Message> {
  const states = await statesOf(briefing, deps);
  const contacts = await findToldOf(deps.db, briefing.id);
  const today = todayIn(deps.config.timezone, deps.now());
  return briefingMessage(briefing, states, contacts, mayChange(person, briefing), text, today, first);
}

/** Opens the form with what a line says: `청년수당 발표 11/30 10:00 보건복지위원회 강남구`. */
async function openPolicy(typed: string, { text }: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const today = todayIn(deps.config.timezone, deps.now());
  const tokens = tokensOf(await readable(deps.db, typed));
  const { day, time } = takeDayTime(tokens, { today, towards: 'future' });
  const words = rest(tokens).split(' ');
  const groups = await groupsOf(deps);
  const named = (of: readonly { name: string }[]) => of.map(({ name }) => name).filter((name) => words.includes(name));
  const form: PolicyForm = {
    policy: words.join(' ') || null,
    date: day,
    time,
    leaders: true,
    committees: named(groups.committees),
    districts: named(groups.districts),
  };
  const metadata = { key: randomUUID(), ...(click.responseUrl ? { responseUrl: click.responseUrl } : {}) };
  const again = button(BRIEF_NEW, text.council.brief.add, clip(typed, LONGEST_TEXT.value) || ' ', 'primary');
  return openOrOffer(click, policyForm(form, groups, metadata, text), again, text);
}

async function groupsOf({ db }: Deps) {
  return { committees: await findGroups(db, 'committee'), districts: await findGroups(db, 'district') };
}

const Turn = z.object({ query: z.string(), offset: z.number().int().min(0) });

export function listenForBriefings(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(BRIEF_NEW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openPolicy(action.value?.trim() ?? '', visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.action<BlockButtonAction>(BRIEF_SHOW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await brief(action.value ?? '0', visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  for (const actionId of turnsOf(BRIEF_PAGE)) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const { query, offset } = Turn.parse(JSON.parse(action.value ?? ''));
      const message = await listBriefings(query, offset, visitor, deps);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
    });
  }

  app.action<BlockButtonAction>(BRIEF_EDIT, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const briefing = await findBriefing(deps.db, Number(action.value));
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const again = button(BRIEF_EDIT, text.council.brief.edit, action.value ?? '', 'primary');
    const said = !briefing
      ? { text: text.council.brief.notFound(briefingName(Number(action.value))) }
      : mayChange(person, briefing)
        ? await openOrOffer(
            click,
            policyForm(formOf(briefing), await groupsOf(deps), editing(briefing, body.response_url), text),
            again,
            text,
          )
        : { text: text.council.form.notYours };
    if (said)
      await tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl: body.response_url }, said);
  });

  app.view<ViewSubmitAction>(BRIEF_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const metadata = readBriefMetadata(view.private_metadata);
    const { one, many } = readFields(view.state.values);
    const form: PolicyForm = {
      policy: one('policy'),
      date: one('date'),
      time: one('time'),
      leaders: many('leaders').length > 0,
      committees: many('committees'),
      districts: many('districts'),
    };
    const drafted = draftPolicy(form);
    if ('refusals' in drafted) {
      const { refusals } = text.council.brief;
      const errors = Object.entries(drafted.refusals).flatMap(([field, refusal]) =>
        refusal ? [[field, refusals[refusal]]] : [],
      );
      await ack({ response_action: 'errors', errors: Object.fromEntries(errors) });
      return;
    }
    const by = { actor: person.userId, at: deps.now() };
    const { editing: from } = metadata;
    const before = from ? await findBriefing(deps.db, from.id) : null;
    if (from && !(before && mayChange(person, before))) {
      const reason = before ? text.council.form.notYours : text.council.brief.notFound(briefingName(from.id));
      await ack({ response_action: 'errors', errors: { policy: reason } });
      return;
    }
    const saved = from
      ? await changeBriefing(deps.db, from.id, from.version, drafted.policy, by)
      : await insertBriefing(deps.db, drafted.policy, { ...by, formKey: metadata.key, origin: 'form' });
    if (saved && 'refusal' in saved) {
      const again = editing(saved.briefing, metadata.responseUrl);
      const said = text.council.members.changedMeanwhile;
      await ack({ response_action: 'update', view: policyForm(form, await groupsOf(deps), again, text, said) });
      return;
    }
    await ack();
    if (!saved) return;
    const first = text.council.brief[from ? 'changed' : 'saved'](briefingName(saved.briefing.id));
    const reach = { userId: person.userId, responseUrl: metadata.responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, await briefingCard(saved.briefing, visitor, deps, first));
  });
}

const formOf = (briefing: Briefing): PolicyForm => ({
  policy: briefing.policy,
  date: briefing.announcedOn,
  time: briefing.announcedTime,
  leaders: briefing.leaders,
  committees: briefing.committees,
  districts: briefing.districts,
});

const editing = ({ id, version }: Briefing, responseUrl: string | undefined): BriefMetadata => ({
  key: randomUUID(),
  editing: { id, version },
  ...(responseUrl ? { responseUrl } : {}),
});
