import { z } from 'zod';
import { Editing } from '../register/overtaken.ts';
import { section, type View } from '../slack/blocks.ts';
import { choice, day, drawForm, form, searchedMany, time, words } from '../slack/form.ts';
import type { Text } from '../text/index.ts';
import { KINDS } from '../vocabulary/council.ts';
import type { CouncilMember } from './members/rules.ts';
import { memberChoice } from './members/views.ts';
import { type Briefing, briefingName } from './policies/rules.ts';
import { type Contact, type ContactForm, LONGEST } from './rules.ts';

/** The form `council_log`; its field names are a contract. `visitId`: the visit that it was opened from. */
export const LOG = form({
  id: 'council_log',
  metadata: z.object({ editing: Editing.optional(), visitId: z.number().optional() }),
  fields: {
    kind: choice(),
    date: day(),
    time: time(),
    members: searchedMany(0),
    others: words({ longest: LONGEST.others }),
    agenda: words({ multiline: true, longest: LONGEST.agenda }),
    result: words({ multiline: true, longest: LONGEST.result }),
    requests: words({ multiline: true, longest: LONGEST.requests }),
    briefing: choice(),
  },
});
export type Metadata = z.infer<typeof LOG.metadata>;

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

/** Filled with what is known. */
export function contactForm(
  values: ContactForm,
  offers: { members: readonly CouncilMember[]; briefings: readonly Briefing[] },
  metadata: Metadata,
  text: Text,
): View {
  const words = text.council.form;
  const { editing, visitId } = metadata;
  const briefings = offers.briefings.slice(0, MOST_CHOSEN);
  const chosen = offers.members.slice(0, MOST_CHOSEN);
  const { briefing: _briefing, ...others } = LOG.fields;
  const log = values.kind === 'prior_briefing' ? text.council.brief.log : words.log;
  const look = {
    title: editing ? words.edit : log,
    submit: words.save,
    labels: editing ? { ...words.labels, requests: words.moreRequests } : words.labels,
    hints: words.hints,
    choices: {
      kind: KINDS.map((kind) => ({ label: text.council.kinds[kind], value: kind })),
      members: chosen.map((it) => memberChoice(it, text)),
      briefing: briefings.map(({ id, policy }) => ({ label: `${briefingName(id)} ${policy}`, value: String(id) })),
    },
    placeholders: { members: words.search },
    optional: ['time', 'members', 'others', 'result', 'requests', 'briefing'] as const,
    show: [
      ...(visitId ? [section(words.fromVisit(`V${visitId}`))] : []),
      ...(Object.keys(others) as (keyof typeof others)[]),
      ...(briefings.length > 0 ? (['briefing'] as const) : []),
    ],
  };
  const members = chosen.map(({ id }) => String(id));
  return drawForm(LOG, { ...values, members }, metadata, look, text);
}
