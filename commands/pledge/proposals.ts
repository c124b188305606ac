import { z } from 'zod';
import { findSent } from '../../src/outbox/store.ts';
import { updateSent } from '../../src/outbox/update.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { whoseAmong } from '../../src/people/whose.ts';
import { proposalAsItStands } from '../../src/pledge/proposal/compose.ts';
import {
  decideProposal,
  findOpenProposals,
  findProposal,
  type Proposal,
  reopenProposal,
} from '../../src/pledge/proposal/store.ts';
import { askedKey } from '../../src/pledge/proposal/told.ts';
import {
  PROPOSAL_CONFIRM,
  PROPOSAL_DECLINE,
  PROPOSAL_PAGE,
  PROPOSAL_REOPEN,
  proposalMessage,
  proposalsMessage,
} from '../../src/pledge/proposal/views.ts';
import { type Pledge, pledgeName } from '../../src/pledge/rules.ts';
import { searchPledges } from '../../src/pledge/search/rules.ts';
import { findPledge } from '../../src/pledge/store.ts';
import { ending } from '../../src/register/ending.ts';
import { type Heard, jsonOf, pages, press } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import { asTyped } from '../../src/slack/references.ts';
import type { Answer, Turn } from '../../src/slack/turn.ts';
import { textFor } from '../../src/text/index.ts';

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

/** What was declined waits for a decision again. */
const reopening = ending<{ proposal: Proposal; pledge: Pledge }>({
  open: PROPOSAL_REOPEN,
  form: 'pledge_reopen_form',
  async find(named, { db, person, text }) {
    if (!isManager(person)) return { refused: text.access.notManager };
    const proposal = await findProposal(db, Number(named));
    const pledge = proposal && (await findPledge(db, proposal.pledgeId));
    if (!pledge || pledge.voided || proposal.state !== 'declined') return { ended: text.pledge.proposal.settled };
    return { subject: { proposal, pledge } };
  },
  words({ pledge }, text) {
    const { reopenForm } = text.pledge.proposal;
    return { ...reopenForm, explain: reopenForm.explain(pledgeName(pledge)) };
  },
  async end({ proposal: { id }, pledge }, reason, turn) {
    const { db, person, text } = turn;
    const proposal = await reopenProposal(db, id, { actor: person.userId, at: turn.now(), reason });
    if (!proposal) return { done: text.pledge.proposal.settled };
    const who = (await findNames(db, [proposal.proposedBy])).get(proposal.proposedBy) ?? proposal.proposedBy;
    const done = text.pledge.proposal.reopened;
    const say = proposalMessage({ proposal, pledge, who }, text, done);
    return { done, say, after: () => showManagers({ proposal, pledge }, turn) };
  },
});

export const proposals: Heard[] = [
  ...pages(PROPOSAL_PAGE, (turn) => showProposals(turn.query, turn.offset, turn)),
  press(PROPOSAL_CONFIRM, Asked, (turn) => confirm(turn.pressed, turn), 'in_place'),
  ...declining.hears,
  ...reopening.hears,
];

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

type Decided = Awaited<ReturnType<typeof decideProposal>>;

/** What is said where a proposal was decided; `after`: every manager's message says so, too. */
async function settled(decided: Decided, turn: Turn): Promise<{ said: Message; after(): Promise<void> }> {
  const { text } = turn;
  if (!decided) return { said: { text: text.pledge.proposal.settled, below: true }, after: async () => {} };
  if (decided.proposal.state === 'open')
    return { said: { text: text.pledge.form.gone, below: true }, after: async () => {} };
  return { said: await proposalAsItStands(decided, text, turn), after: () => showManagers(decided, turn) };
}

/** The message of every manager who was asked says how the proposal stands now. */
async function showManagers(found: { proposal: Proposal; pledge: Pledge }, turn: Turn): Promise<void> {
  const { db, client, config } = turn;
  for (const { userId, language } of await findPeople(db)) {
    const key = askedKey(found.proposal.id, userId);
    if (!(await findSent(db, key))) continue;
    await updateSent(turn, client, key, await proposalAsItStands(found, textFor(language ?? config.language), turn));
  }
}
