import type { App, BlockButtonAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames, findPeople, findPerson } from '../../src/people/store.ts';
import {
  decideProposal,
  findNotices,
  findOpenProposals,
  findProposal,
  insertNotice,
  type Proposal,
} from '../../src/pledge/proposal/store.ts';
import {
  decidedMessage,
  PROPOSAL_CONFIRM,
  PROPOSAL_DECLINE,
  PROPOSAL_DECLINE_FORM,
  PROPOSAL_PAGE,
  proposalMessage,
  proposalsMessage,
} from '../../src/pledge/proposal/views.ts';
import { type Pledge, pledgeName } from '../../src/pledge/rules.ts';
import { findPledge } from '../../src/pledge/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { turnsOf } from '../../src/slack/pager.ts';
import { type Message, plainMessage, type Reach, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { reasonForm } from '../../src/spending/expense/views.ts';
import { textFor } from '../../src/text/index.ts';
import type { Person } from '../../src/vocabulary/person.ts';
import { momentIn } from './find.ts';

/** Asks every manager about a proposal; the messages are remembered, so that one decision settles all of them. */
export async function askManagers(
  proposal: Proposal,
  pledge: Pledge,
  person: Person,
  client: webApi.WebClient,
  deps: Deps,
): Promise<void> {
  for (const manager of (await findPeople(deps.db)).filter(isManager)) {
    const text = textFor(manager.language ?? deps.config.language);
    try {
      const message = proposalMessage(proposal, pledge, person.name, text);
      const { channel = '', ts = '' } = await client.chat.postMessage({ channel: manager.userId, ...message });
      await insertNotice(deps.db, proposal.id, { userId: manager.userId, channel, ts });
    } catch (error) {
      // The proposal is saved and stands in `/pledge proposals`.
      deps.log.warn({ err: error, user: manager.userId }, 'A manager could not be asked about a proposal.');
    }
  }
}

/** What waits for managers. */
export async function showProposals(offset: number, { person, text }: Visitor, { db }: Deps): Promise<Message> {
  const proposals = await findOpenProposals(db);
  const names = await findNames(db, [...new Set(proposals.map((proposal) => proposal.proposedBy))]);
  const waiting = [];
  for (const proposal of proposals) {
    const pledge = await findPledge(db, proposal.pledgeId);
    const who = names.get(proposal.proposedBy) ?? proposal.proposedBy;
    if (pledge && !pledge.voided) waiting.push({ proposal, pledge, who });
  }
  return proposalsMessage(waiting, offset, isManager(person), text);
}

const Turn = z.object({ offset: z.number().int().min(0) });
const Asked = z.object({ id: z.number(), version: z.number() });
const Metadata = z.object({ id: z.number(), responseUrl: z.string().optional() });
const Reason = z.object({ reason: z.object({ value: z.object({ value: z.string().nullish() }) }) });

export function listenForProposals(app: App, deps: Deps): void {
  for (const actionId of turnsOf(PROPOSAL_PAGE)) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const { offset } = Turn.parse(JSON.parse(action.value ?? ''));
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      const message = await showProposals(offset, visitor, deps);
      await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
    });
  }

  app.action<BlockButtonAction>(PROPOSAL_CONFIRM, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (!isManager(person)) {
      await tellPrivately({ client, log: deps.log }, reach, { text: text.access.notManager });
      return;
    }
    const { id, version } = Asked.parse(JSON.parse(action.value ?? ''));
    const by = { actor: person.userId, at: deps.now() };
    const decided = await decideProposal(deps.db, id, { confirm: true, version }, by);
    if (decided?.outcome === 'changed_meanwhile') {
      const { proposal, pledge } = decided;
      const who = (await findNames(deps.db, [proposal.proposedBy])).get(proposal.proposedBy) ?? proposal.proposedBy;
      const again = proposalMessage(proposal, pledge, who, text, text.pledge.proposal.changedMeanwhile);
      await tellPrivately({ client, log: deps.log }, reach, again, { replace: true });
      return;
    }
    await settle(decided, visitor, reach, client, deps);
  });

  app.action<BlockButtonAction>(PROPOSAL_DECLINE, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const { id } = Asked.parse(JSON.parse(action.value ?? ''));
    const proposal = await findProposal(deps.db, id);
    const pledge = proposal && (await findPledge(deps.db, proposal.pledgeId));
    const words = text.pledge.proposal;
    const refusal = !isManager(person) ? text.access.notManager : proposal?.state !== 'open' ? words.settled : null;
    if (refusal || !pledge) {
      const reach = { userId: person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, { text: refusal ?? words.settled });
      return;
    }
    const form = { ...words.declineForm, explain: words.declineForm.explain(pledgeName(pledge)) };
    const metadata = JSON.stringify({ id, responseUrl: body.response_url });
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const again = button(PROPOSAL_DECLINE, text.access.openAgain, action.value ?? '', 'primary');
    const late = await openOrOffer(click, reasonForm(PROPOSAL_DECLINE_FORM, form, metadata, text), again, text);
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (late) await tellPrivately({ client, log: deps.log }, reach, late);
  });

  app.view(PROPOSAL_DECLINE_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const { id, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const reason = (Reason.parse(view.state.values).reason.value.value ?? '').trim();
    if (!isManager(person) || reason === '') {
      const said = reason === '' ? text.pledge.form.refusals.missing : text.access.notManager;
      await ack({ response_action: 'errors', errors: { reason: said } });
      return;
    }
    const by = { actor: person.userId, at: deps.now() };
    const decided = await decideProposal(deps.db, id, { confirm: false, reason }, by);
    await ack();
    await settle(decided, visitor, { userId: person.userId, responseUrl }, client, deps);
  });
}

type Decided = Awaited<ReturnType<typeof decideProposal>>;

/** Tells the decision where it was asked for, in every manager's message, and to whoever proposed it. */
async function settle(
  decided: Decided,
  { person, text }: Visitor,
  reach: Reach,
  client: webApi.WebClient,
  deps: Deps,
): Promise<void> {
  const { db, log, config } = deps;
  const words = text.pledge.proposal;
  if (!decided) {
    await tellPrivately({ client, log }, reach, { text: words.settled });
    return;
  }
  const { proposal, pledge, outcome } = decided;
  if (proposal.state === 'open') {
    await tellPrivately({ client, log }, reach, { text: text.pledge.form.gone });
    return;
  }
  const ids = [proposal.proposedBy, proposal.decidedBy ?? person.userId];
  const names = await findNames(db, ids);
  const [who = '', by = ''] = ids.map((id) => names.get(id) ?? id);
  const said = (reader: typeof text) => {
    const when = momentIn(deps, reader)(proposal.decidedAt ?? deps.now());
    return decidedMessage(proposal, pledge, { who, by, when }, reader);
  };
  const notices = await findNotices(db, proposal.id);
  await tellPrivately({ client, log }, reach, said(text), { replace: true });
  for (const { userId, channel, ts } of notices) {
    const reader = await findPerson(db, userId);
    const theirs = said(textFor(reader?.language ?? config.language));
    await client.chat.update({ channel, ts, ...theirs }).catch((error) => {
      log.warn({ err: error, user: userId }, 'A manager’s message still asks about a settled proposal.');
    });
  }
  if (outcome !== 'decided' || proposal.proposedBy === person.userId) return;
  const proposer = await findPerson(db, proposal.proposedBy);
  if (!proposer) return;
  const theirs = textFor(proposer.language ?? config.language).pledge.proposal;
  const name = pledgeName(pledge);
  const told =
    proposal.state === 'confirmed'
      ? theirs.yoursConfirmed(name, by)
      : theirs.yoursDeclined(name, by, proposal.reason ?? '');
  await tellPrivately({ client, log }, { userId: proposer.userId }, plainMessage(told));
}
