import { actorName } from '../people/actors.ts';
import type { Entry } from '../people/history/store.ts';
import { type Block, button, clip, context, escaped, header, section } from '../slack/blocks.ts';
import type { Message } from '../slack/privately.ts';
import type { Text } from '../text/index.ts';
import type { Link } from './link/rules.ts';
import { type Pledge, pledgeName } from './rules.ts';
import { budgetWords, historyWords, moneyWords, progressWords, statusWords } from './words.ts';

export const PLEDGE_UPDATE_OPEN = 'pledge_update_open';
export const PLEDGE_ADD = 'pledge_add';
export const PLEDGE_EDIT = 'pledge_edit';
export const PLEDGE_LINK = 'pledge_link';
export const PLEDGE_VOID = 'pledge_void_open';
export const PLEDGE_RESTORE = 'pledge_restore';

export type Card = {
  pledge: Pledge;
  field: string | null;
  /** Who answers for it. */
  person: string | null;
  history: readonly Entry[];
  stepsBack: readonly Omit<Entry, 'changed'>[];
  /** Records tied to it, with what each is about. */
  links: readonly (Link & { title: string | null })[];
  followups: readonly string[];
  /** Its result in each evaluation, newest first. */
  reviews: readonly string[];
  /** What waits for a manager. */
  proposals: readonly string[];
  source: { file: string; line: number } | null;
  names: ReadonlyMap<string, string>;
  manager: boolean;
};

const LONGEST_GOAL = 1500;

/** One pledge with everything that is known of it. */
export function pledgeMessage(card: Card, text: Text, when: (at: Date) => string): Message {
  const { pledge } = card;
  const words = text.pledge;
  const title = `${pledgeName(pledge)} · ${pledge.title}`;
  const facts = factLines(card, text);
  const notes = [
    ...(pledge.voided ? [words.voided] : []),
    ...(pledge.origin === 'sample' ? [words.sample] : []),
    ...pledge.flags.map((flag) => words.flags[flag] ?? flag),
    ...(card.source ? [text.expense.sourceLine(card.source.file, String(card.source.line))] : []),
  ];
  const back = card.stepsBack.map((entry) => {
    const who = actorName(entry.actor, card.names, text);
    return words.steppedBack(`${when(entry.at)} ${who}`, entry.reason ?? '');
  });
  const related = [
    ...card.links.map((link) => clip([link.record, link.title, link.note].filter(Boolean).join(' · '), 150)),
    ...card.followups,
  ];
  const history = card.history.map((entry) => historyWords(entry, card.names, text, when));
  const lists: [string, readonly string[]][] = [
    [words.proposalsTitle, card.proposals],
    [words.reviewsTitle, card.reviews],
    [words.relatedTitle, related],
  ];

  const blocks: Block[] = [header(title), section(clip(facts.join('\n'), 2500))];
  if (pledge.goal) blocks.push(section(clip(`${words.facts.goal}\n${pledge.goal}`, LONGEST_GOAL)));
  if (back.length > 0) blocks.push(section(clip(back.join('\n'), 1500)));
  for (const [heading, lines] of lists) {
    if (lines.length > 0) blocks.push(section(clip([heading, ...lines].join('\n'), 1000)));
  }
  if (notes.length > 0) blocks.push(context(clip(notes.join('\n'), 800)));
  if (history.length > 0) blocks.push(context(clip([text.expense.history, ...history].join('\n'), 2000)));
  if (!pledge.voided) blocks.push(buttons(card, text));
  else if (card.manager) {
    const back = button(PLEDGE_RESTORE, text.conversation.restore.button, `P${pledge.id}`);
    blocks.push({ type: 'actions', elements: [back] });
  }
  const told = [title, ...facts, ...(pledge.goal ? [pledge.goal] : []), ...back, ...notes];
  return { text: escaped(clip(told.join('\n'), 3000)), blocks };
}

function factLines({ pledge, field, person, names }: Card, text: Text): string[] {
  const words = text.pledge;
  const rows: [string, string | null][] = [
    [
      words.facts.status,
      [statusWords(pledge.status, text), progressWords(pledge.progress)].filter(Boolean).join(' · '),
    ],
    [words.facts.term, words.term(pledge.term)],
    [words.facts.type, text.pledge.typeName(pledge.type)],
    [words.facts.field, field ? `${pledge.field} ${field}`.trim() : pledge.field],
    [
      words.facts.department,
      [pledge.department, person && words.personInCharge(names.get(person) ?? person)].filter(Boolean).join(' · '),
    ],
    [
      words.facts.timing,
      [pledge.timing, pledge.kind].flatMap((said) => (said ? [words.timings[said] ?? said] : [])).join(' · '),
    ],
    [words.facts.budget, budgetWords(pledge, text)],
    [words.facts.secured, moneyWords(pledge.secured, text)],
    [words.facts.spent, moneyWords(pledge.spent, text)],
    [
      words.facts.basis,
      [pledge.basisKind && words.basisKinds[pledge.basisKind], pledge.basis].filter(Boolean).join(' · ') ||
        words.noBasis,
    ],
  ];
  return rows.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
}

function buttons({ pledge, manager }: Card, text: Text): Block {
  const id = String(pledge.id);
  const words = text.pledge;
  return {
    type: 'actions',
    elements: [
      button(PLEDGE_UPDATE_OPEN, manager ? words.update : words.propose, id, 'primary'),
      button(PLEDGE_LINK, words.link, id),
      ...(manager
        ? [button(PLEDGE_EDIT, text.expense.edit, id), button(PLEDGE_VOID, text.expense.void, `P${id}`, 'danger')]
        : []),
    ],
  };
}
