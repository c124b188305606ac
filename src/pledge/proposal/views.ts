import { formatWon } from '../../korean/won.ts';
import { type Block, button, clip, escaped, header, section } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import { type Pledge, pledgeName } from '../rules.ts';
import { isStepBack } from '../status.ts';
import { doneMessage } from '../views.ts';
import { statusWords } from '../words.ts';
import type { Proposal } from './store.ts';

export const PROPOSAL_CONFIRM = 'pledge_confirm';
export const PROPOSAL_DECLINE = 'pledge_decline';
export const PROPOSAL_REOPEN = 'pledge_proposal_reopen';
export const PROPOSAL_PAGE = 'pledge_proposal_page';

export const PROPOSALS_SHOWN = 5;

/** What a proposal would change, with its evidence and who asks. */
export function proposalWords(proposal: Proposal, pledge: Pledge, who: string, text: Text): string {
  const words = text.pledge.proposal;
  const stands = [statusWords(pledge.status, text), pledge.progress === null ? null : `${pledge.progress}%`];
  const lines = [
    `${pledgeName(pledge)} · ${pledge.title}`,
    words.change(stands.filter(Boolean).join(' '), `${statusWords(proposal.status, text)} ${proposal.progress}%`),
    words.evidence([proposal.source, ...proposal.files.map((file) => file.name)].join(' · ')),
    ...(proposal.note ? [words.note(proposal.note)] : []),
    ...(isStepBack(pledge.status, proposal.status) ? [words.stepBack] : []),
    words.by(who),
  ];
  return clip(lines.join('\n'), 1800);
}

/** Asks a manager; `version` is the pledge as it is shown here. */
export function proposalBlocks(proposal: Proposal, pledge: Pledge, who: string, text: Text): Block[] {
  const value = JSON.stringify({ id: proposal.id, version: pledge.version });
  return [
    section(proposalWords(proposal, pledge, who, text)),
    {
      type: 'actions',
      block_id: `proposal_${proposal.id}`,
      elements: [
        button(PROPOSAL_CONFIRM, text.pledge.proposal.confirm, value, 'primary'),
        button(PROPOSAL_DECLINE, text.pledge.proposal.decline, value, 'danger'),
      ],
    },
  ];
}

type Asked = { proposal: Proposal; pledge: Pledge; who: string };

export function proposalMessage({ proposal, pledge, who }: Asked, text: Text, first?: string): Message {
  const title = text.pledge.proposal.title(pledgeName(pledge));
  return {
    text: escaped(
      clip([title, ...(first ? [first] : []), proposalWords(proposal, pledge, who, text)].join('\n'), 3000),
    ),
    blocks: [section(first ? `${first}\n${title}` : title), ...proposalBlocks(proposal, pledge, who, text)],
  };
}

/** What stands where the question was once it is decided: by whom and when, without buttons. */
export function decidedMessage(
  proposal: Proposal,
  pledge: Pledge,
  { who, by, when }: { who: string; by: string; when: string },
  text: Text,
): Message {
  const words = text.pledge.proposal;
  const outcome =
    proposal.state === 'confirmed' ? words.confirmed(by, when) : words.declined(by, when, proposal.reason ?? '');
  const lines = [
    `${pledgeName(pledge)} · ${pledge.title}`,
    `${statusWords(proposal.status, text)} ${proposal.progress}%`,
    words.evidence(proposal.source),
    words.by(who),
    outcome,
  ];
  const done = doneMessage(clip(lines.join('\n'), 2500), pledge, text);
  if (proposal.state === 'confirmed') return done;
  const back = button(PROPOSAL_REOPEN, words.reopen, String(proposal.id));
  return { ...done, blocks: [...(done.blocks ?? []), { type: 'actions', elements: [back] }] };
}

/** What waits for managers, a page at a time; only they get buttons, and the right is checked when they press. */
export function proposalsMessage(
  waiting: readonly { proposal: Proposal; pledge: Pledge; who: string }[],
  at: { query: string; offset: number },
  manager: boolean,
  text: Text,
): Message {
  const words = text.pledge.proposal;
  if (waiting.length === 0) return { text: words.none };
  const shown = waiting.slice(at.offset, at.offset + PROPOSALS_SHOWN);
  const told = shown.map(({ proposal, pledge, who }) => proposalWords(proposal, pledge, who, text));
  const title = words.waiting(formatWon(waiting.length));
  return {
    text: escaped(clip([title, ...told].join('\n'), 3000)),
    blocks: [
      header(title),
      ...shown.flatMap(({ proposal, pledge, who }, i): Block[] =>
        manager ? proposalBlocks(proposal, pledge, who, text) : [section(told[i] ?? '')],
      ),
      ...pager(PROPOSAL_PAGE, at, { count: waiting.length, size: PROPOSALS_SHOWN }, text),
    ],
  };
}
