import { z } from 'zod';
import { isManager } from '../../src/people/rules.ts';
import { findNames, findPeople, findPerson } from '../../src/people/store.ts';
import { whoseAmong } from '../../src/people/whose.ts';
import { momentIn } from '../../src/pledge/compose.ts';
import {
  decideProposal,
  findNotices,
  findOpenProposals,
  findProposal,
  insertNotice,
  type Proposal,
  reopenProposal,
} from '../../src/pledge/proposal/store.ts';
import {
  decidedMessage,
  PROPOSAL_CONFIRM,
  PROPOSAL_DECLINE,
  PROPOSAL_PAGE,
  PROPOSAL_REOPEN,
  proposalMessage,
  proposalsMessage,
} from '../../src/pledge/proposal/views.ts';
import { type Pledge, pledgeName } from '../../src/pledge/rules.ts';
import { searchPledges } from '../../src/pledge/search.ts';
import { findPledge } from '../../src/pledge/store.ts';
import { doneMessage } from '../../src/pledge/views.ts';
import { ending } from '../../src/register/ending.ts';
import { type Heard, Id, jsonOf, pages, press } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import { asTyped } from '../../src/slack/references.ts';
import type { Answer, Turn } from '../../src/slack/turn.ts';
import { type Text, textFor } from '../../src/text/index.ts';

const Asked = jsonOf(z.object({ id: z.number(), version: z.number() }));

const declining = ending<{ proposal: Proposal; pledge: Pledge }>({
  open: PROPOSAL_DECLINE,
  form: 'pledge_decline_form',
  async find(named, { db, person, text }) {
    if (!isManager(person)) return { refused: text.access.notManager };
    const proposal = await findProposal(db, Asked.parse(named).id);
    const pledge = proposal && (await findPledge(db, proposal.pledgeId));
    if (!pledge || proposal.state !== 'open') return { ended: text.pledge.proposal.settled };
    return { subject: { proposal, pledge } };
  },
  words({ pledge }, text) {
    const { declineForm } = text.pledge.proposal;
    return { ...declineForm, explain: declineForm.explain(pledgeName(pledge)) };
  },
  async end({ proposal: { id } }, reason, turn) {
    const by = { actor: turn.person.userId, at: turn.now() };
    const { said, after } = await settled(await decideProposal(turn.db, id, { confirm: false, reason }, by), turn);
    return { done: said.text, say: said, after };
  },
});

export const proposals: Heard[] = [
  ...pages(PROPOSAL_PAGE, (turn) => showProposals(turn.query, turn.offset, turn)),
  press(PROPOSAL_CONFIRM, Asked, (turn) => confirm(turn.pressed, turn), 'in_place'),
  press(PROPOSAL_REOPEN, Id, (turn) => reopen(turn.pressed, turn), 'in_place'),
  ...declining.hears,
];

/** Asks every manager about a proposal; the messages are remembered, so that one decision settles all of them. */
export async function askManagers(proposal: Proposal, pledge: Pledge, turn: Turn): Promise<void> {
  const { db, person, client, config, log } = turn;
  for (const manager of (await findPeople(db)).filter(isManager)) {
    const text = textFor(manager.language ?? config.language);
    try {
      const message = proposalMessage({ proposal, pledge, who: person.name }, text);
      const { channel = '', ts = '' } = await client.chat.postMessage({ channel: manager.userId, ...message });
      await insertNotice(db, proposal.id, { userId: manager.userId, channel, ts });
    } catch (error) {
      // The proposal is saved and stands in `/pledge proposals`.
      log.warn({ err: error, user: manager.userId }, 'A manager could not be asked about a proposal.');
    }
  }
}

/** What waits for managers: of everyone, or of whom and about what the words say. */
export async function showProposals(typed: string, offset: number, turn: Turn): Promise<Message> {
  const { db, person, text } = turn;
  const { whose, words } = whoseAmong(typed, { me: person.userId, people: await findPeople(db) });
  const about = asTyped(words.join(' '));
  const open = await findOpenProposals(db);
  const names = await findNames(db, [...new Set(open.map((proposal) => proposal.proposedBy))]);
  const waiting = [];
  for (const proposal of open.filter(({ proposedBy }) => whose.every((it) => it === proposedBy))) {
    const pledge = await findPledge(db, proposal.pledgeId);
    const who = names.get(proposal.proposedBy) ?? proposal.proposedBy;
    if (!pledge || pledge.voided) continue;
    if (about === '' || searchPledges([pledge], about, () => null).length > 0) waiting.push({ proposal, pledge, who });
  }
  return proposalsMessage(waiting, { query: typed, offset }, isManager(person), text);
}

async function confirm({ id, version }: z.infer<typeof Asked>, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager, below: true };
  const by = { actor: person.userId, at: turn.now() };
  const decided = await decideProposal(db, id, { confirm: true, version }, by);
  if (decided?.outcome === 'changed_meanwhile') {
    const { proposal, pledge } = decided;
    const who = (await findNames(db, [proposal.proposedBy])).get(proposal.proposedBy) ?? proposal.proposedBy;
    return proposalMessage({ proposal, pledge, who }, text, text.pledge.proposal.changedMeanwhile);
  }
  const { said, after } = await settled(decided, turn);
  await turn.tell(said, 'in_place');
  await after();
  return null;
}

async function reopen(id: number, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager, below: true };
  const proposal = await reopenProposal(db, id, { actor: person.userId, at: turn.now() });
  const pledge = proposal && (await findPledge(db, proposal.pledgeId));
  if (!proposal || !pledge) return { text: text.pledge.proposal.settled, below: true };
  const who = (await findNames(db, [proposal.proposedBy])).get(proposal.proposedBy) ?? proposal.proposedBy;
  return proposalMessage({ proposal, pledge, who }, text, text.pledge.proposal.reopened);
}

type Decided = Awaited<ReturnType<typeof decideProposal>>;

/** What is said where a proposal was decided; `after`: every manager's message says so, too, and whoever proposed it hears of it. */
async function settled(decided: Decided, turn: Turn): Promise<{ said: Message; after(): Promise<void> }> {
  const { db, person, text, config, client, log } = turn;
  const nothing = async () => {};
  if (!decided) return { said: { text: text.pledge.proposal.settled, below: true }, after: nothing };
  const { proposal, pledge, outcome } = decided;
  if (proposal.state === 'open') return { said: { text: text.pledge.form.gone, below: true }, after: nothing };
  const ids = [proposal.proposedBy, proposal.decidedBy ?? person.userId];
  const names = await findNames(db, ids);
  const [who = '', by = ''] = ids.map((id) => names.get(id) ?? id);
  const say = (reader: Text) => {
    const when = momentIn(turn, reader)(proposal.decidedAt ?? turn.now());
    return decidedMessage(proposal, pledge, { who, by, when }, reader);
  };

  async function after(): Promise<void> {
    for (const { userId, channel, ts } of await findNotices(db, proposal.id)) {
      const reader = await findPerson(db, userId);
      const theirs = say(textFor(reader?.language ?? config.language));
      await client.chat.update({ channel, ts, ...theirs }).catch((error) => {
        log.warn({ err: error, user: userId }, 'A manager’s message still asks about a settled proposal.');
      });
    }
    if (outcome !== 'decided' || proposal.proposedBy === person.userId) return;
    const proposer = await findPerson(db, proposal.proposedBy);
    if (!proposer) return;
    const theirs = textFor(proposer.language ?? config.language);
    const { yoursConfirmed, yoursDeclined } = theirs.pledge.proposal;
    const name = pledgeName(pledge);
    const told =
      proposal.state === 'confirmed' ? yoursConfirmed(name, by) : yoursDeclined(name, by, proposal.reason ?? '');
    const failure = 'A proposal is decided, but whoever proposed it could not be told.';
    await turn.write(proposer.userId, doneMessage(told, pledge, theirs), failure);
  }
  return { said: say(text), after };
}
