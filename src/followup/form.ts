import { z } from 'zod';
import { plain, section, type View } from '../slack/blocks.ts';
import { choiceField, dateField, personField, readFields, wordsField } from '../slack/fields.ts';
import type { Text } from '../text/index.ts';
import { AUDIT_KINDS, type Kind, STATUSES } from '../vocabulary/followup.ts';
import { type Followup, LONGEST } from './rules.ts';
import type { OwedForm } from './work.ts';

export const FOLLOWUP_ADD = 'followup_add';
export const FOLLOWUP_CHANGE = 'followup_change';
export const FOLLOWUP_FINISH_FORM = 'followup_finish';
export const FOLLOWUP_POSTPONE_FORM = 'followup_postpone';
export const FOLLOWUP_HAND_FORM = 'followup_hand';
export const FOLLOWUP_VOID_FORM = 'followup_void';

/**
 * What an open form knows of itself: `key` makes a second submission find the first one's record, `editing` is what it changes
 * and from which version, `responseUrl` is where its command can still be answered.
 */
const Metadata = z.object({
  key: z.string().min(8),
  editing: z.object({ id: z.number(), version: z.number() }).optional(),
  /** The version that its writer first saw, where others have changed the record since. */
  since: z.number().optional(),
  /** The form was opened from a message with the record, which the result replaces. */
  replace: z.boolean().optional(),
  responseUrl: z.string().optional(),
});
export type Metadata = z.infer<typeof Metadata>;
export const readMetadata = (text: string): Metadata => Metadata.parse(JSON.parse(text));

export const EMPTY_FORM: OwedForm = {
  source: null,
  title: null,
  owner: null,
  due: null,
  requester: null,
  department: null,
  audit_year: null,
  status: null,
  progress: null,
  plan: null,
};

export function readOwedForm(values: unknown): OwedForm {
  const { one } = readFields(values);
  return Object.fromEntries(Object.keys(EMPTY_FORM).map((field) => [field, one(field)])) as OwedForm;
}

export function owedFormOf(followup: Followup): OwedForm {
  return {
    ...EMPTY_FORM,
    source: followup.kind,
    title: followup.title,
    owner: followup.owner,
    due: followup.due,
    requester: followup.requester,
    department: followup.department,
    audit_year: followup.auditYear === null ? null : String(followup.auditYear),
    status: followup.status,
  };
}

const GROUPS: { name: keyof Text['followup']['kindGroups']; kinds: readonly Kind[] }[] = [
  { name: 'requests', kinds: ['member_request', 'visit_agenda', 'field_office', 'weekend_date'] },
  { name: 'audit', kinds: AUDIT_KINDS },
  { name: 'messages', kinds: ['speech', 'press_statement', 'interview', 'print', 'video_message'] },
  { name: 'own', kinds: ['own_task'] },
];

type Words = { title: string; submit: string };

const modal = (
  callback_id: string,
  metadata: Metadata,
  words: Words,
  text: Text,
  blocks: View['blocks'],
  said?: string,
): View => ({
  type: 'modal',
  callback_id,
  private_metadata: JSON.stringify(metadata),
  title: plain(words.title),
  submit: plain(words.submit),
  close: plain(text.followup.form.cancel),
  blocks: [...(said ? [section(said)] : []), ...blocks],
});

/** The form `followup_add`, or the one that changes a follow-up; its field names are a contract (design, section 3). */
export function owedForm(form: OwedForm, metadata: Metadata, text: Text, said?: string): View {
  const words = text.followup.form;
  const label = (id: keyof OwedForm) => ({
    id,
    label: words.labels[id] ?? id,
    hint: (words.hints as Record<string, string>)[id],
  });
  const optional = (id: keyof OwedForm) => ({ ...label(id), optional: true });
  const groups = GROUPS.map(({ name, kinds }) => ({
    label: text.followup.kindGroups[name],
    choices: kinds.map((kind) => ({ label: text.followup.kinds[kind], value: kind })),
  }));
  const statuses = STATUSES.map((status) => ({ label: text.followup.statuses[status], value: status }));
  const changing = metadata.editing !== undefined;
  const ownerless = changing && form.owner === null;
  return modal(
    changing ? FOLLOWUP_CHANGE : FOLLOWUP_ADD,
    metadata,
    { title: changing ? words.edit : words.add, submit: words.save },
    text,
    [
      choiceField(label('source'), { groups }, form.source, words.choose),
      wordsField(label('title'), form.title, { multiline: true, longest: LONGEST.title }),
      personField(ownerless ? optional('owner') : label('owner'), form.owner),
      ...(changing ? [choiceField(label('status'), statuses, form.status, words.choose)] : []),
      dateField(optional('due'), form.due),
      wordsField(optional('requester'), form.requester, { longest: LONGEST.requester }),
      wordsField(optional('department'), form.department, { longest: LONGEST.department }),
      wordsField(optional('audit_year'), form.audit_year, { longest: 10 }),
      ...(changing
        ? [
            wordsField(optional('progress'), form.progress, { multiline: true, longest: LONGEST.words }),
            wordsField(optional('plan'), form.plan, { multiline: true, longest: LONGEST.words }),
          ]
        : []),
    ],
    said,
  );
}

export type FinishForm = { answer: string | null; answered_to: string | null; answered_on: string | null };

export function finishForm(form: FinishForm, followup: Followup, metadata: Metadata, text: Text, said?: string): View {
  const words = text.followup.form;
  const label = (id: string) => ({ id, label: words.labels[id] ?? id });
  return modal(
    FOLLOWUP_FINISH_FORM,
    metadata,
    text.followup.finishForm,
    text,
    [
      section(followup.title),
      wordsField(label('answer'), form.answer, { multiline: true, longest: LONGEST.answer }),
      wordsField({ ...label('answered_to'), optional: true }, form.answered_to, { longest: LONGEST.requester }),
      dateField(label('answered_on'), form.answered_on),
    ],
    said,
  );
}

export type PostponeForm = { due: string | null; reason: string | null };

export function postponeForm(
  form: PostponeForm,
  followup: Followup,
  metadata: Metadata,
  text: Text,
  said?: string,
): View {
  const { labels } = text.followup.form;
  return modal(
    FOLLOWUP_POSTPONE_FORM,
    metadata,
    text.followup.postponeForm,
    text,
    [
      section(followup.title),
      dateField({ id: 'due', label: labels.due ?? '' }, form.due),
      wordsField({ id: 'reason', label: labels.reason ?? '' }, form.reason, {
        multiline: true,
        longest: LONGEST.reason,
      }),
    ],
    said,
  );
}

export type HandForm = { owner: string | null; reason: string | null };

export function handForm(form: HandForm, followup: Followup, metadata: Metadata, text: Text, said?: string): View {
  const { labels } = text.followup.form;
  return modal(
    FOLLOWUP_HAND_FORM,
    metadata,
    text.followup.handForm,
    text,
    [
      section(followup.title),
      personField({ id: 'owner', label: labels.owner ?? '' }, form.owner),
      wordsField({ id: 'reason', label: labels.reason ?? '', optional: true }, form.reason, {
        multiline: true,
        longest: LONGEST.reason,
      }),
    ],
    said,
  );
}
