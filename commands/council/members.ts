import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { findContacts, findMemberContacts, findOpenRequestIds } from '../../src/council/list/store.ts';
import { type CouncilMember, districtNamed, LONGEST_FIELD } from '../../src/council/members/rules.ts';
import { searchMembers } from '../../src/council/members/search/store.ts';
import { changeMember, findMember } from '../../src/council/members/store.ts';
import {
  CONTACTS_SHOWN,
  MEMBER_CONTACTS_PAGE,
  MEMBER_EDIT,
  MEMBER_EDIT_FORM,
  MEMBER_SHOW,
  memberForm,
  memberMessage,
  membersMessage,
  REQUESTS_SHOWN,
  readMemberMetadata,
} from '../../src/council/members/views.ts';
import { findFollowup } from '../../src/followup/store.ts';
import { todayIn } from '../../src/korean/days.ts';
import { isManager } from '../../src/people/rules.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { turnsOf } from '../../src/slack/pager.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';

/** Members listed at once; a word more narrows a longer list down. */
const SHOWN = 20;

/** The members whom the words find; a single one's own page. */
export async function showMembers(typed: string, visitor: Visitor, deps: Deps): Promise<Message> {
  const { text } = visitor;
  const found = await searchMembers(deps.db, typed, SHOWN + 1);
  const [only] = found;
  if (!only)
    return typed === '' ? { text: text.council.members.empty } : plainMessage(text.council.members.none(typed));
  if (found.length === 1) return memberPage(only, 0, visitor, deps);
  const shown = found.slice(0, SHOWN);
  const met = await findMemberContacts(
    deps.db,
    shown.map(({ id }) => id),
  );
  const standing = [];
  for (const member of shown) {
    const { open } = await findOpenRequestIds(deps.db, member.id);
    standing.push({ member, standing: { contacts: met.get(member.id) ?? null, open: open.length } });
  }
  return membersMessage(standing, found.length > SHOWN, text, todayIn(deps.config.timezone, deps.now()));
}

async function memberPage(
  member: CouncilMember,
  offset: number,
  { person, text }: Visitor,
  deps: Deps,
): Promise<Message> {
  const { db } = deps;
  const contacts = await findContacts(db, { memberId: member.id }, { offset, limit: CONTACTS_SHOWN });
  const { open, ended } = await findOpenRequestIds(db, member.id);
  const load = async (ids: readonly number[]) => {
    const followups = await Promise.all(ids.slice(0, REQUESTS_SHOWN).map((id) => findFollowup(db, id)));
    return followups.filter((followup) => followup !== null);
  };
  const page = {
    member,
    contacts: contacts.contacts,
    contactCount: contacts.count,
    open: await load(open),
    openCount: open.length,
    ended: await load(ended),
    endedCount: ended.length,
    mayEdit: isManager(person),
  };
  return memberMessage(page, offset, text, todayIn(deps.config.timezone, deps.now()));
}

const Turn = z.object({ query: z.string(), offset: z.number().int().min(0) });

export function listenForMembers(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(MEMBER_SHOW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const member = await findMember(deps.db, Number(action.value));
    const said = member ? await memberPage(member, 0, visitor, deps) : { text: visitor.text.council.members.gone };
    await tellPrivately(
      { client, log: deps.log },
      { userId: visitor.person.userId, responseUrl: body.response_url },
      said,
    );
  });

  for (const actionId of turnsOf(MEMBER_CONTACTS_PAGE)) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const { query, offset } = Turn.parse(JSON.parse(action.value ?? ''));
      const member = await findMember(deps.db, Number(query));
      const said = member
        ? await memberPage(member, offset, visitor, deps)
        : { text: visitor.text.council.members.gone };
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, said, { replace: true });
    });
  }

  app.action<BlockButtonAction>(MEMBER_EDIT, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const member = await findMember(deps.db, Number(action.value));
    const refusal = !member ? text.council.members.gone : isManager(person) ? null : text.access.notManager;
    const again = button(MEMBER_EDIT, text.council.members.edit, action.value ?? '', 'primary');
    const said =
      refusal || !member
        ? { text: refusal ?? '' }
        : await openOrOffer(
            click,
            memberForm(member.name, member, metadataOf(member, body.response_url), text),
            again,
            text,
          );
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(MEMBER_EDIT_FORM, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const { id, version, responseUrl } = readMemberMetadata(view.private_metadata);
    const { one } = readFields(view.state.values);
    const words = (field: string) => one(field)?.trim() || null;
    const district = words('district');
    const form = {
      party: words('party'),
      district: district && districtNamed(district),
      committee: words('committee'),
      post: words('post'),
    };
    const long = Object.entries(form).filter(([, value]) => [...(value ?? '')].length > LONGEST_FIELD);
    const errors = Object.fromEntries(long.map(([field]) => [field, text.council.members.tooLong]));
    const before = await findMember(deps.db, id);
    if (!isManager(person)) errors.party = text.access.notManager;
    else if (!before) errors.party = text.council.members.gone;
    if (Object.keys(errors).length > 0 || !before) {
      await ack({ response_action: 'errors', errors });
      return;
    }
    const by = { actor: person.userId, at: deps.now() };
    const changed = await changeMember(deps.db, id, version, { ...before, ...form }, by);
    if (changed && 'refusal' in changed) {
      const again = metadataOf(changed.member, responseUrl);
      const form_ = memberForm(before.name, form, again, text, text.council.members.changedMeanwhile);
      await ack({ response_action: 'update', view: form_ });
      return;
    }
    await ack();
    const said = plainMessage(text.council.members.saved(before.name));
    await tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl }, said);
  });
}

const metadataOf = ({ id, version }: CouncilMember, responseUrl: string | undefined) => ({
  id,
  version,
  ...(responseUrl ? { responseUrl } : {}),
});
