import { z } from 'zod';
import { Editing } from '../register/overtaken.ts';
import { section, type View } from '../slack/blocks.ts';
import { choice, day, drawForm, type FieldKind, type Form, form, type Look, person, words } from '../slack/form.ts';
import type { Text } from '../text/index.ts';
import { AUDIT_KINDS, type Kind, STATUSES } from '../vocabulary/followup.ts';
import { type Followup, LONGEST } from './rules.ts';
import type { OwedForm } from './work.ts';

const Edit = z.object({ editing: Editing });
const reason = words({ multiline: true, longest: LONGEST.reason });

/** The form `followup_add`; its field names are a contract. */
export const ADD = form({
  id: 'followup_add',
  metadata: z.object({}),
  fields: {
    source: choice(),
    title: words({ multiline: true, longest: LONGEST.title }),
    owner: person(),
    status: choice(),
    due: day(),
    requester: words({ longest: LONGEST.requester }),
    department: words({ longest: LONGEST.department }),
    audit_year: words({ longest: 10 }),
    progress: words({ multiline: true, longest: LONGEST.words }),
    plan: words({ multiline: true, longest: LONGEST.words }),
  },
});
export const CHANGE = form({ id: 'followup_change', metadata: Edit, fields: ADD.fields });
export const FINISH = form({
  id: 'followup_finish',
  metadata: Edit,
  fields: {
    answer: words({ multiline: true, longest: LONGEST.answer }),
    answered_to: words({ longest: LONGEST.requester }),
    answered_on: day(),
  },
});
export const POSTPONE = form({ id: 'followup_postpone', metadata: Edit, fields: { due: day(), reason } });
export const DECLINE = form({ id: 'followup_decline', metadata: Edit, fields: { reason } });
export const HAND = form({ id: 'followup_hand', metadata: Edit, fields: { owner: person(), reason } });

export function owedFormOf(followup: Followup): OwedForm {
  return {
    ...ADD.empty,
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

/** For something new, or for what is changed: then its status and its trail can be said, too. `said`: what its line left open. */
export function owedForm(values: OwedForm, editing: Editing | null, text: Text, said?: string): View {
  const { labels, hints, add, edit, save } = text.followup.form;
  const groups = GROUPS.map(({ name, kinds }) => ({
    label: text.followup.kindGroups[name],
    choices: kinds.map((kind) => ({ label: text.followup.kinds[kind], value: kind })),
  }));
  const statuses = STATUSES.map((status) => ({ label: text.followup.statuses[status], value: status }));
  const look: Look<keyof OwedForm> = {
    title: editing ? edit : add,
    submit: save,
    labels,
    hints,
    said,
    choices: { source: { groups }, status: statuses },
    optional: [
      'due',
      'requester',
      'department',
      'audit_year',
      'progress',
      'plan',
      ...(editing && values.owner === null ? ['owner' as const] : []),
    ],
  };
  if (editing) return drawForm(CHANGE, values, { editing }, look, text);
  const show = ['source', 'title', 'owner', 'due', 'requester', 'department', 'audit_year'] as const;
  return drawForm(ADD, values, {}, { ...look, show }, text);
}

export type WorkForm = Form<Record<string, FieldKind<string | null>>, z.infer<typeof Edit>>;

const WORDS: Record<string, 'finishForm' | 'postponeForm' | 'declineForm' | 'handForm'> = {
  [FINISH.id]: 'finishForm',
  [POSTPONE.id]: 'postponeForm',
  [DECLINE.id]: 'declineForm',
  [HAND.id]: 'handForm',
};

/** What is done to one follow-up, below its words. */
export function workForm(
  form: WorkForm,
  values: Readonly<Record<string, string | null>>,
  followup: Followup,
  text: Text,
): View {
  const words = text.followup[WORDS[form.id] ?? 'finishForm'];
  const fields = Object.keys(form.fields);
  const optional = form.id === HAND.id ? ['reason'] : ['answered_to'];
  const look = { ...words, labels: text.followup.form.labels, optional, show: [section(followup.title), ...fields] };
  return drawForm(form, values, { editing: { id: followup.id, version: followup.version } }, look, text);
}
