import { type Followup, followupName } from '../followup/rules.ts';
import { dueOffer, FOLLOWUP_SHOW } from '../followup/views.ts';
import { dueWords } from '../followup/words.ts';
import { formatDay } from '../korean/day-words.ts';
import { formatWon } from '../korean/won.ts';
import type { HistoryWords } from '../people/history/views.ts';
import { type Block, button, clip, context, escaped, firstOne, header, section, sentence } from '../slack/blocks.ts';
import { pager } from '../slack/pager.ts';
import type { Message } from '../slack/privately.ts';
import type { Reader } from '../slack/turn.ts';
import { wonWords } from '../spending/expense/words.ts';
import type { Text } from '../text/index.ts';
import { isContactKind, TALLIES } from '../vocabulary/council.ts';
import type { CountRules } from './kinds.ts';
import type { Page } from './list/store.ts';
import { memberWords, namesOf } from './members/words.ts';
import { type Briefing, briefingName } from './policies/rules.ts';
import { type Contact, contactName } from './rules.ts';

export const COUNCIL_NEW = 'council_new';
export const COUNCIL_SHOW = 'council_show';
export const COUNCIL_EDIT = 'council_edit';
export const COUNCIL_VOID = 'council_void';
export const COUNCIL_RESTORE = 'council_restore';
export const COUNCIL_PAGE = 'council_page';

/** Rows on a page of a list: a screen and a half of a phone. */
export const PAGE_SIZE = 8;
/** Requests that a card shows with a button; the rest can be listed. */
const REQUESTS_SHOWN = 8;

export type Card = {
  contact: Contact;
  requests: readonly Followup[];
  expenses: readonly { id: number; won: number; voided: boolean }[];
  briefing: Briefing | null;
  rules: CountRules;
  /** In lines. */
  history: readonly string[];
  mayChange: boolean;
  /** The due day that is offered to requests without one. */
  usualDue: string | null;
};

const whenWords = (contact: Contact, text: Text, today: string): string =>
  [formatDay(contact.heldOn, text.language, today), contact.heldTime].filter(Boolean).join(' ');

/** One contact with who was there, what came of it, and what it counts as. */
export function contactMessage(card: Card, { text, today }: Reader, first?: string): Message {
  const { contact, requests, history } = card;
  const words = text.council;
  const title = `${contactName(contact.id)} · ${words.kinds[contact.kind]}`;
  const counted = TALLIES.flatMap((tally) => {
    const heading = card.rules[tally][contact.kind];
    return heading ? [words.countsAs(words.tallies[tally], words.headings[heading])] : [];
  });
  const members = contact.members.map((it) => memberWords(it, text)).join(', ');
  const expenses = card.expenses.map(
    ({ id, won, voided }) => `E${id} ${wonWords(won, text)}${voided ? ` (${text.expense.void})` : ''}`,
  );
  const rows: [string, string | null][] = [
    [words.fields.when, whenWords(contact, text, today)],
    [words.fields.members, members && clip(`${words.people(formatWon(contact.members.length))} · ${members}`, 1200)],
    [words.fields.others, contact.others],
    [words.fields.briefing, card.briefing && `${briefingName(card.briefing.id)} ${card.briefing.policy}`],
    [words.fields.visit, contact.visitId === null ? null : `V${contact.visitId}`],
    [words.fields.expenses, clip(expenses.join(', '), 400)],
    [words.fields.counts, counted.join(' / ') || words.countsNowhere],
  ];
  const facts = rows.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  const said = [
    `${words.fields.agenda}: ${contact.agenda}`,
    ...(contact.result ? [clip(`${words.fields.result}: ${contact.result}`, 1900)] : []),
  ];
  const remarks = [...(contact.voided ? [words.voided] : []), ...(contact.origin === 'sample' ? [words.sample] : [])];
  const asked = requests.map((it) =>
    clip(
      `${followupName(it.id)} · ${text.followup.statuses[it.status]} · ${dueWords(it, text, today)}\n${[it.requester, it.title].filter(Boolean).join(': ')}`,
      400,
    ),
  );
  const left = requests.length - REQUESTS_SHOWN;

  const blocks: Block[] = [
    ...(first ? [section(first)] : []),
    header(title),
    section(facts.join('\n')),
    section(said.join('\n')),
    ...(asked.length > 0 ? [context(words.requests)] : []),
    ...asked
      .slice(0, REQUESTS_SHOWN)
      .map((line, i) => section(line, button(FOLLOWUP_SHOW, text.followup.show, String(requests[i]?.id)))),
    ...(left > 0 ? [context(words.members.andMore(formatWon(left)))] : []),
    ...(remarks.length > 0 ? [context(remarks.join('\n'))] : []),
    ...(history.length > 0 ? [context(clip([words.history, ...history].join('\n'), 2000))] : []),
  ];
  if (card.mayChange && !contact.voided) {
    const id = String(contact.id);
    blocks.push({
      type: 'actions',
      elements: [
        button(COUNCIL_EDIT, words.edit, id),
        ...dueOffer(requests, card.usualDue, text, today),
        button(COUNCIL_VOID, words.void, id, 'danger'),
      ],
    });
  }
  if (card.mayChange && contact.voided) {
    const back = button(COUNCIL_RESTORE, text.conversation.restore.button, String(contact.id));
    blocks.push({ type: 'actions', elements: [back] });
  }
  const told = [...(first ? [first] : []), title, ...facts, ...said, ...asked, ...remarks];
  return { text: escaped(clip(told.join('\n'), 3500)), blocks };
}

export const historyWords = ({ text, today }: Reader): HistoryWords => ({
  actions: text.council.actions,
  actors: text.conversation.actors,
  fields: text.council.fieldNames,
  value(field, value) {
    if (field === 'kind' && isContactKind(value)) return text.council.kinds[value];
    if (field === 'heldOn') return formatDay(String(value), text.language, today);
    if (field === 'memberIds' && Array.isArray(value)) return text.council.people(formatWon(value.length));
    if (field === 'expense') return `E${value}`;
    if (field === 'visitId') return `V${value}`;
    return field === 'briefingId' ? `B${value}` : null;
  },
});

/** A row of a list: when, what kind, with whom, what about. */
export function rowWords(contact: Contact, text: Text, today: string): string {
  const words = text.council;
  const who = [namesOf(contact.members, (count) => words.andOthers(formatWon(count))), contact.others].filter(Boolean);
  const head = [contactName(contact.id), whenWords(contact, text, today), words.kinds[contact.kind]].join(' · ');
  return clip([head, clip(contact.agenda.replaceAll('\n', ' '), 150), who.join(' · ')].filter(Boolean).join('\n'), 400);
}

/** A page of contacts; the buttons carry the words that were typed, so that they still work tomorrow. */
export function listMessage(
  found: Page,
  at: { query: string; offset: number; understood: string },
  { text, today }: Reader,
): Message {
  const words = text.council.list;
  if (found.count === 0)
    return { text: words.none, blocks: [section(words.none), firstOne(COUNCIL_NEW, text.council.form.log)] };
  const pages = Math.ceil(found.count / PAGE_SIZE);
  const summary = [at.understood, words.summary(formatWon(found.count))].filter(Boolean).join(' · ');
  const rows = found.contacts.map((contact) => ({ contact, words: rowWords(contact, text, today) }));
  const page = pages > 1 ? [words.page(Math.floor(at.offset / PAGE_SIZE) + 1, pages)] : [];
  return {
    text: escaped([words.title, summary, ...rows.map((row) => row.words), ...page].join('\n')),
    blocks: [
      header(words.title),
      section(summary),
      ...rows.map((row) => section(row.words, button(COUNCIL_SHOW, text.council.show, String(row.contact.id)))),
      ...(page.length > 0 ? [context(...page)] : []),
      ...pager(COUNCIL_PAGE, at, { count: found.count, size: PAGE_SIZE }, text),
    ],
  };
}

export function helpMessage(text: Text): Message {
  const { lines, title } = text.council.help;
  return {
    text: [title, ...lines].join('\n'),
    blocks: [header(title), sentence(lines.join('\n'))],
  };
}
