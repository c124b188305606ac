import { z } from 'zod';
import { formatDay } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import {
  type Block,
  button,
  clip,
  context,
  escaped,
  header,
  plain,
  section,
  sentence,
  type View,
} from '../../slack/blocks.ts';
import { choicesField, dateField, tickField, timeField, wordsField } from '../../slack/fields.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
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
  isTold,
  LONGEST_POLICY,
  type PolicyForm,
} from './rules.ts';

export const BRIEF_NEW = 'council_brief_new';
export const BRIEF_SHOW = 'council_brief_show';
export const BRIEF_EDIT = 'council_brief_edit';
export const BRIEF_FORM = 'council_brief';
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

/** A policy: who must hear of it before when, who has, and who is missing. */
export function briefingMessage(
  briefing: Briefing,
  states: readonly AudienceState[],
  contacts: readonly Contact[],
  mayChange: boolean,
  text: Text,
  today: string,
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
  const summary = summaryWords(states, text);
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
        button(
          COUNCIL_NEW,
          words.log,
          clip(`B${briefing.id} ${text.council.kinds.prior_briefing} ${briefing.policy}`, 1900),
          'primary',
        ),
        ...(mayChange ? [button(BRIEF_EDIT, words.edit, String(briefing.id))] : []),
      ],
    },
  ];
  const told = [...(first ? [first] : []), title, briefing.policy, summary, ...parts, ...where];
  return { text: escaped(clip(told.join('\n'), 3900)), blocks };
}

function summaryWords(states: readonly AudienceState[], text: Text): string {
  const words = text.council.brief;
  const open = states.filter((state) => !isTold(state)).length;
  return open === 0 ? words.complete : words.incomplete(formatWon(open));
}

export function briefingsMessage(
  found: { items: readonly { briefing: Briefing; states: readonly AudienceState[] }[]; count: number },
  at: { query: string; offset: number },
  text: Text,
  today: string,
): Message {
  const words = text.council.brief;
  const add: Block = { type: 'actions', elements: [button(BRIEF_NEW, words.add, ' ', 'primary')] };
  if (found.count === 0) return { text: words.none, blocks: [sentence(words.none), add, sentence(words.all)] };
  const rows = found.items.map(({ briefing, states }) => ({
    briefing,
    words: clip(
      `${briefingName(briefing.id)} · ${whenWords(briefing, text, today)}\n${briefing.policy}\n${summaryWords(states, text)}`,
      500,
    ),
  }));
  return {
    text: escaped([words.title, ...rows.map((row) => row.words)].join('\n')),
    blocks: [
      header(words.title),
      ...rows.map((row) => section(row.words, button(BRIEF_SHOW, text.council.show, String(row.briefing.id)))),
      ...pager(BRIEF_PAGE, at, { count: found.count, size: PAGE_SIZE }, text),
      add,
      ...(at.query === '' ? [sentence(words.all)] : []),
    ],
  };
}

const Metadata = z.object({
  key: z.string().min(8),
  editing: z.object({ id: z.number(), version: z.number() }).optional(),
  responseUrl: z.string().optional(),
});
export type BriefMetadata = z.infer<typeof Metadata>;
export const readBriefMetadata = (text: string): BriefMetadata => Metadata.parse(JSON.parse(text));

/** Slack's options in one select. */
const MOST_GROUPS = 100;

export function policyForm(
  form: PolicyForm,
  groups: { committees: readonly Group[]; districts: readonly Group[] },
  metadata: BriefMetadata,
  text: Text,
  said?: string,
): View {
  const words = text.council.brief;
  const choices = (of: readonly Group[], chosen: readonly string[]) =>
    [...new Set([...of.map(({ name }) => name), ...chosen])]
      .slice(0, MOST_GROUPS)
      .map((name) => ({ label: name, value: name }));
  const committees = choices(groups.committees, form.committees);
  const districts = choices(groups.districts, form.districts);
  const field = (id: keyof typeof words.labels) => ({ id, label: words.labels[id] });
  const { choose } = text.council.form;
  return {
    type: 'modal',
    callback_id: BRIEF_FORM,
    private_metadata: JSON.stringify(metadata),
    title: plain(words.formTitle),
    submit: plain(text.council.form.save),
    close: plain(text.council.form.cancel),
    blocks: [
      ...(said ? [section(said)] : []),
      wordsField(field('policy'), form.policy, { multiline: true, longest: LONGEST_POLICY }),
      dateField(field('date'), form.date),
      timeField({ ...field('time'), optional: true, hint: words.hints.time }, form.time),
      tickField({ ...field('leaders'), optional: true }, words.leadersChoice, form.leaders),
      ...(committees.length > 0
        ? [
            choicesField(
              { ...field('committees'), optional: true, hint: words.hints.committees },
              committees,
              form.committees,
              choose,
            ),
          ]
        : []),
      ...(districts.length > 0
        ? [
            choicesField(
              { ...field('districts'), optional: true, hint: words.hints.districts },
              districts,
              form.districts,
              choose,
            ),
          ]
        : []),
    ],
  };
}
