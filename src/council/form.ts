import { z } from 'zod';
import { plain, section, type View } from '../slack/blocks.ts';
import { readFields } from '../slack/field-values.ts';
import { type Choice, choiceField, dateField, searchField, timeField, wordsField } from '../slack/fields.ts';
import type { Text } from '../text/index.ts';
import type { ContactField } from '../vocabulary/council.ts';
import { KINDS } from '../vocabulary/council.ts';
import type { CouncilMember } from './members/rules.ts';
import { memberChoice } from './members/views.ts';
import { type Briefing, briefingName } from './policies/rules.ts';
import { type Contact, type ContactForm, LONGEST } from './rules.ts';

export const COUNCIL_LOG = 'council_log';

/**
 * What an open form knows of itself: `key` makes a second submission find the first one's record, `visitId` is the visit it was
 * opened from, `responseUrl` is where its command can still be answered.
 */
const Metadata = z.object({
  key: z.string().min(8),
  editing: z.object({ id: z.number(), version: z.number() }).optional(),
  /** The version that its writer first saw, where others have changed the record since. */
  since: z.number().optional(),
  visitId: z.number().optional(),
  /** The form was opened from a message with the record, which the result replaces. */
  replace: z.boolean().optional(),
  responseUrl: z.string().optional(),
});
export type Metadata = z.infer<typeof Metadata>;
export const readMetadata = (text: string): Metadata => Metadata.parse(JSON.parse(text));

export const EMPTY_FORM: ContactForm = {
  kind: null,
  date: null,
  time: null,
  members: [],
  others: null,
  agenda: null,
  result: null,
  requests: null,
  briefing: null,
};

export function readContactForm(values: unknown): ContactForm {
  const { one, many } = readFields(values);
  return {
    kind: one('kind'),
    date: one('date'),
    time: one('time'),
    members: many('members'),
    others: one('others'),
    agenda: one('agenda'),
    result: one('result'),
    requests: one('requests'),
    briefing: one('briefing'),
  };
}

export function contactFormOf(contact: Contact): ContactForm {
  return {
    kind: contact.kind,
    date: contact.heldOn,
    time: contact.heldTime,
    members: contact.memberIds.map(String),
    others: contact.others,
    agenda: contact.agenda,
    result: contact.result,
    requests: null,
    briefing: contact.briefingId === null ? null : String(contact.briefingId),
  };
}

/** Slack takes that many options already chosen; a larger meeting is edited by its committees. */
const MOST_CHOSEN = 100;

/** The form `council_log`, filled with what is known; its field names are a contract. */
export function contactForm(
  form: ContactForm,
  offers: { members: readonly CouncilMember[]; briefings: readonly Briefing[] },
  metadata: Metadata,
  text: Text,
  said?: string,
): View {
  const words = text.council.form;
  const label = (id: ContactField) => ({ id, label: words.labels[id] });
  const optional = (id: ContactField) => ({ ...label(id), optional: true });
  const kinds = KINDS.map((kind) => ({ label: text.council.kinds[kind], value: kind }));
  const briefings: Choice[] = offers.briefings
    .slice(0, MOST_CHOSEN)
    .map(({ id, policy }) => ({ label: `${briefingName(id)} ${policy}`, value: String(id) }));
  const chosen = offers.members.slice(0, MOST_CHOSEN).map(memberChoice);
  const notes = [...(said ? [said] : []), ...(metadata.visitId ? [words.fromVisit(`V${metadata.visitId}`)] : [])];
  const requests = { ...optional('requests'), hint: words.hints.requests };
  if (metadata.editing) requests.label = words.moreRequests;
  return {
    type: 'modal',
    callback_id: COUNCIL_LOG,
    private_metadata: JSON.stringify(metadata),
    title: plain(metadata.editing ? words.edit : words.log),
    submit: plain(words.save),
    close: plain(words.cancel),
    blocks: [
      ...notes.map((note) => section(note)),
      choiceField(label('kind'), kinds, form.kind, words.choose),
      dateField(label('date'), form.date),
      timeField(optional('time'), form.time),
      searchField({ ...optional('members'), hint: words.hints.members }, chosen, {
        placeholder: words.search,
        from: 0,
      }),
      wordsField({ ...optional('others'), hint: words.hints.others }, form.others, { longest: LONGEST.others }),
      wordsField(label('agenda'), form.agenda, { multiline: true, longest: LONGEST.agenda }),
      wordsField(optional('result'), form.result, { multiline: true, longest: LONGEST.result }),
      wordsField(requests, form.requests, { multiline: true, longest: LONGEST.requests }),
      ...(briefings.length > 0 ? [choiceField(optional('briefing'), briefings, form.briefing, words.choose)] : []),
    ],
  };
}
