import { z } from 'zod';
import type { Deps } from '../../base/deps.ts';
import { formatMoment } from '../../korean/day-words.ts';
import { todayIn } from '../../korean/days.ts';
import type { Compose, Kinds } from '../../outbox/compose.ts';
import { isManager } from '../../people/rules.ts';
import { findNames, findPerson } from '../../people/store.ts';
import type { Message } from '../../slack/privately.ts';
import { type Text, textFor } from '../../text/index.ts';
import { type Pledge, pledgeName } from '../rules.ts';
import { findPledge } from '../store.ts';
import { doneMessage } from '../views.ts';
import { findProposal, type Proposal } from './store.ts';
import { PROPOSAL_ASKED, PROPOSAL_DECIDED } from './told.ts';
import { decidedMessage, proposalMessage } from './views.ts';

const Subject = z.object({ id: z.number() });

type Found = { proposal: Proposal; pledge: Pledge };

/** What a manager is shown of a proposal: the question, or how it was decided, by whom and when. */
export async function proposalAsItStands({ proposal, pledge }: Found, text: Text, deps: Deps): Promise<Message> {
  const { db, config, now } = deps;
  const ids = [proposal.proposedBy, proposal.decidedBy ?? ''];
  const names = await findNames(db, ids);
  const [who = '', by = ''] = ids.map((id) => names.get(id) ?? id);
  if (proposal.state === 'open' || !proposal.decidedAt) return proposalMessage({ proposal, pledge, who }, text);
  const when = formatMoment(proposal.decidedAt, config.timezone, text.language, todayIn(config.timezone, now()));
  return decidedMessage(proposal, pledge, { who, by, when }, text);
}

async function found(subject: unknown, recipient: string, { db, config }: Deps) {
  const proposal = await findProposal(db, Subject.parse(subject).id);
  const pledge = proposal && (await findPledge(db, proposal.pledgeId));
  const reader = await findPerson(db, recipient);
  if (!proposal || !pledge || !reader) return null;
  return { proposal, pledge, reader, text: textFor(reader.language ?? config.language) };
}

/** Not what is decided by now, nor to who is no manager any more. */
const asked: Compose = async ({ subject, recipient }, deps) => {
  const it = await found(subject, recipient, deps);
  if (it?.proposal.state !== 'open' || it.pledge.voided || !isManager(it.reader)) return null;
  return proposalAsItStands(it, it.text, deps);
};

const decided: Compose = async ({ subject, recipient }, deps) => {
  const it = await found(subject, recipient, deps);
  if (!it || it.proposal.state === 'open') return null;
  const { proposal, pledge, text } = it;
  const { yoursConfirmed, yoursDeclined } = text.pledge.proposal;
  const decider = proposal.decidedBy ?? '';
  const by = (await findNames(deps.db, [decider])).get(decider) ?? decider;
  const name = pledgeName(pledge);
  const told =
    proposal.state === 'confirmed' ? yoursConfirmed(name, by) : yoursDeclined(name, by, proposal.reason ?? '');
  return doneMessage(told, pledge, text);
};

export const PROPOSAL_KINDS: Kinds = { [PROPOSAL_ASKED]: asked, [PROPOSAL_DECIDED]: decided };
