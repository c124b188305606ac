import { z } from 'zod';
import { formatDay } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import type { HistoryWords } from '../../people/history/views.ts';
import { Editing } from '../../register/overtaken.ts';
import {
  type Block,
  button,
  clip,
  context,
  escaped,
  header,
  section,
  sentence,
  type View,
} from '../../slack/blocks.ts';
import { choicesOf, day, drawForm, form, tick, time, words } from '../../slack/form.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { Reader } from '../../slack/turn.ts';
import type { Text } from '../../text/index.ts';
import type { CouncilMember } from '../members/rules.ts';
import type { Group } from '../members/store.ts';
import type { Contact } from '../rules.ts';
import { contactName } from '../rules.ts';
import { COUNCIL_NEW } from '../views.ts';
import {
  type Audience,
  type AudienceState,
  type Briefing,
  briefingName,
  isOwed,
  isTold,
  LONGEST_POLICY,
  missingOf,
  type PolicyForm,
} from './rules.ts';

export const BRIEF_NEW = 'council_brief_new';
export const BRIEF_SHOW = 'council_brief_show';
export const BRIEF_EDIT = 'council_brief_edit';
export const BRIEF_CLOSE = 'council_brief_close';
export const BRIEF_PAGE = 'council_brief_page';

export const PAGE_SIZE = 8;
/** Slack takes about thirteen thousand characters in a message. */
const LONGEST_PARTS = 8_000;
/** And at most fifty blocks. */
const MOST_PARTS = 38;

const whenWords = (briefing: Briefing, text: Text, today: string): string => {
  const time = briefing.announcedTime ?? text.council.brief.anyTime;
  return text.council.brief.announced(`${formatDay(briefing.announcedOn, text.language, today)} ${time}`);
};

const audienceWords = (audience: Audience, text: Text): string => {
  const words = text.council.brief.audiences;
  return audience.of === 'leaders' ? words.leaders : words[audience.of](audience.name);
};

const sizeOf = ({ told, unsure, late, missing }: AudienceState): number =>
  told.length + unsure.length + late.length + missing.length;

type Card = {
  briefing: Briefing;
  states: readonly AudienceState[];
  contacts: readonly Contact[];
  mayChange: boolean;
  announced: boolean;
};

/** A policy: who must hear of it before when, who has, and who is missing. */
export function briefingMessage(
  { briefing, states, contacts, mayChange, announced }: Card,
  { text, today }: Reader,
  first?: string,
): Message {
  const words = text.council.brief;
  const names = (members: readonly CouncilMember[]) => clip(members.map(({ name }) => name).join(', '), 600);
  // What is still to be done stands first.
  const ordered = [...states.filter((state) => !isTold(state)), ...states.filter(isTold)];
  const longest = Math.floor(LONGEST_PARTS / Math.max(1, Math.min(states.length, MOST_PARTS)));
  const parts = ordered.map((state) => {
    const all = sizeOf(state);
    const { told, missing, unsure, late } = state;
    const mark = isTold(state) ? '●' : told.length > 0 ? '◐' : '○';
    return [
      `${mark} ${audienceWords(state.audience, text)}: ${all === 0 ? words.nobodyThere : words.state(formatWon(told.length), formatWon(all))}`,
      ...(missing.length > 0 ? [words.missing(names(missing))] : []),
      ...(unsure.length > 0 ? [words.unsure(names(unsure))] : []),
      ...(late.length > 0 ? [words.late(names(late))] : []),
    ].join('\n');
  });
  const owed = isOwed(states) && !briefing.closed;
  const summary = standingWords(briefing, states, announced, text);
  const where = contacts.map(
    (contact) =>
      `${contactName(contact.id)} · ${formatDay(contact.heldOn, text.language, today)} ${contact.heldTime ?? ''} · ${text.council.kinds[contact.kind]}`,
  );
  const title = `${briefingName(briefing.id)} · ${whenWords(briefing, text, today)}`;
  const blocks: Block[] = [
    ...(first ? [section(first)] : []),
    header(title),
    section(briefing.policy),
    section(summary),
    ...parts.slice(0, MOST_PARTS).map((part) => section(clip(part, longest))),
    ...(parts.length > MOST_PARTS ? [context(text.council.members.andMore(formatWon(parts.length - MOST_PARTS)))] : []),
    ...(where.length > 0 ? [section(clip([words.contacts, ...where].join('\n'), 1500))] : []),
    ...(briefing.origin === 'sample' ? [context(text.council.sample)] : []),
    {
      type: 'actions',
      elements: [
        button(COUNCIL_NEW, words.log, logLine(briefing, states, text), 'primary'),
        ...(mayChange ? [button(BRIEF_EDIT, words.edit, String(briefing.id))] : []),
        ...(mayChange && owed && announced ? [button(BRIEF_CLOSE, words.close, String(briefing.id))] : []),
      ],
    },
  ];
  const told = [...(first ? [first] : []), title, briefing.policy, summary, ...parts, ...where];
  return { text: escaped(clip(told.join('\n'), 3900)), blocks };
}

/** What a form that records who was told begins with: those who have not heard of it. */
export function logLine(briefing: Briefing, states: readonly AudienceState[], text: Text): string {
  const names = missingOf(states).map(({ name }) => name);
  const line = [briefingName(briefing.id), text.council.kinds.prior_briefing, ...names.slice(0, MOST_NAMED)];
  return clip([...line, briefing.policy].join(' '), 1900);
}

/** More names than a form's field takes are chosen there. */
const MOST_NAMED = 40;

/** 발표됨 · 미설명, until it is explained or closed. */
export function standingWords(
  briefing: Briefing,
  states: readonly AudienceState[],
  announced: boolean,
  text: Text,
): string {
  const words = text.council.brief;
  if (briefing.closed) return words.closedWords;
  if (!announced || !isOwed(states)) return summaryWords(states, text);
  return words.unexplained(formatWon(missingOf(states).length));
}

function summaryWords(states: readonly AudienceState[], text: Text): string {
  const words = text.council.brief;
  const open = states.filter((state) => !isTold(state)).length;
  return open === 0 ? words.complete : words.incomplete(formatWon(open));
}

export function briefingsMessage(
  found: {
    items: readonly { briefing: Briefing; states: readonly AudienceState[]; announced: boolean }[];
    count: number;
    /** What is said where there is none. */
    none?: string;
  },
  at: { query: string; offset: number },
  { text, today }: Reader,
): Message {
  const words = text.council.brief;
  const none = found.none ?? words.none;
  const summary = words.summary(formatWon(found.count));
  const add: Block = { type: 'actions', elements: [button(BRIEF_NEW, words.add, ' ', 'primary')] };
  if (found.count === 0) return { text: none, blocks: [sentence(none), add, sentence(words.all)] };
  const rows = found.items.map(({ briefing, states, announced }) => ({
    briefing,
    words: clip(
      `${briefingName(briefing.id)} · ${whenWords(briefing, text, today)}\n${briefing.policy}\n${standingWords(briefing, states, announced, text)}`,
      500,
    ),
  }));
  return {
    text: escaped([words.title, summary, ...rows.map((row) => row.words)].join('\n')),
    blocks: [
      header(words.title),
      section(summary),
      ...rows.map((row) => section(row.words, button(BRIEF_SHOW, text.council.show, String(row.briefing.id)))),
      ...pager(BRIEF_PAGE, at, { count: found.count, size: PAGE_SIZE }, text),
      add,
      ...(at.query === '' ? [sentence(words.all)] : []),
    ],
  };
}

/** The form `council_brief`. */
export const BRIEF = form({
  id: 'council_brief',
  metadata: z.object({ editing: Editing.optional() }),
  fields: {
    policy: words({ multiline: true, longest: LONGEST_POLICY }),
    date: day(),
    time: time(),
    leaders: tick(),
    committees: choicesOf(),
    districts: choicesOf(),
  },
});
type Metadata = z.infer<typeof BRIEF.metadata>;

/** Slack's options in one select. */
const MOST_GROUPS = 100;

export function policyForm(
  values: PolicyForm,
  groups: { committees: readonly Group[]; districts: readonly Group[] },
  metadata: Metadata,
  text: Text,
): View {
  const words = text.council.brief;
  const choices = (of: readonly Group[], chosen: readonly string[], called: (name: string) => string) =>
    [...new Set([...of.map(({ name }) => name), ...chosen])]
      .slice(0, MOST_GROUPS)
      .map((name) => ({ label: called(name), value: name }));
  const committees = choices(groups.committees, values.committees, text.council.committees);
  const districts = choices(groups.districts, values.districts, text.visit.district);
  const look = {
    title: metadata.editing ? words.editTitle : words.add,
    submit: text.council.form.save,
    labels: words.labels,
    hints: words.hints,
    choices: { leaders: [{ label: words.leadersChoice, value: 'yes' }], committees, districts },
    optional: ['time', 'leaders', 'committees', 'districts'] as const,
    show: [
      ...(['policy', 'date', 'time', 'leaders'] as const),
      ...(committees.length > 0 ? (['committees'] as const) : []),
      ...(districts.length > 0 ? (['districts'] as const) : []),
    ],
  };
  return drawForm(BRIEF, values, metadata, look, text);
}

/** How a policy's changes are said. */
export function historyWords({ text, today }: Reader): HistoryWords {
  const { labels, leadersChoice } = text.council.brief;
  return {
    actions: { closed: text.council.brief.closedWords },
    actors: text.conversation.actors,
    fields: { ...labels, announcedOn: labels.date, announcedTime: labels.time },
    value(field, value) {
      if (field === 'announcedOn') return formatDay(String(value), text.language, today);
      if (field === 'leaders') return value === true ? leadersChoice : '–';
      return Array.isArray(value) ? value.join(', ') || '–' : null;
    },
  };
}
