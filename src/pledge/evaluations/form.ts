import type { types } from '@slack/bolt';
import { z } from 'zod';
import { clip, plain, section, type View } from '../../slack/blocks.ts';
import type { Text } from '../../text/index.ts';
import { type EvaluationForm, type EvaluationRefusals, LONGEST } from './rules.ts';

export const EVALUATION_FORM = 'pledge_evaluation';

const Metadata = z.object({
  key: z.string().min(8),
  editing: z.object({ id: z.number(), version: z.number() }).optional(),
  responseUrl: z.string().optional(),
});
export type Metadata = z.infer<typeof Metadata>;
export const readMetadata = (text: string): Metadata => Metadata.parse(JSON.parse(text));

const Typed = z.object({ value: z.object({ value: z.string().nullish() }) });
const State = z.object({
  year: Typed,
  body: Typed,
  subject: Typed,
  grade: Typed,
  line: Typed,
  score: Typed,
  areas: Typed,
  peers: Typed.optional(),
  announced_on: z.object({ value: z.object({ selected_date: z.string().nullish() }) }),
  source: Typed,
});

export function readForm(values: unknown): EvaluationForm {
  const { announced_on, ...typed } = State.parse(values);
  return {
    year: typed.year.value.value ?? null,
    body: typed.body.value.value ?? null,
    subject: typed.subject.value.value ?? null,
    grade: typed.grade.value.value ?? null,
    line: typed.line.value.value ?? null,
    score: typed.score.value.value ?? null,
    areas: typed.areas.value.value ?? null,
    peers: typed.peers?.value.value ?? null,
    announced_on: announced_on.value.selected_date ?? null,
    source: typed.source.value.value ?? null,
  };
}

export function evaluationForm(form: EvaluationForm, metadata: Metadata, text: Text, notice?: string): View {
  const words = text.pledge.evaluation.form;
  const optional = new Set<keyof EvaluationForm>(['line', 'score', 'areas', 'peers', 'announced_on']);
  const input = (field: keyof EvaluationForm, element: types.InputBlock['element']): types.InputBlock => ({
    type: 'input',
    block_id: field,
    label: plain(words.labels[field]),
    element,
    optional: optional.has(field),
    ...(field === 'areas' ? { hint: plain(words.areasHint) } : {}),
    ...(field === 'line' ? { hint: plain(words.lineHint) } : {}),
  });
  const line = (field: Exclude<keyof EvaluationForm, 'announced_on'>, longest: number): types.PlainTextInput => ({
    type: 'plain_text_input',
    action_id: 'value',
    max_length: longest,
    ...(field === 'areas' ? { multiline: true } : {}),
    ...(form[field] ? { initial_value: clip(form[field], longest) } : {}),
  });
  return {
    type: 'modal',
    callback_id: EVALUATION_FORM,
    private_metadata: JSON.stringify(metadata),
    title: plain(words.title),
    submit: plain(text.expense.form.save),
    close: plain(text.expense.form.cancel),
    blocks: [
      ...(notice ? [section(notice)] : []),
      input('year', line('year', 4)),
      input('body', line('body', LONGEST.body)),
      input('subject', line('subject', LONGEST.subject)),
      input('grade', line('grade', LONGEST.grade)),
      input('line', line('line', 6)),
      input('score', line('score', 6)),
      input('areas', line('areas', LONGEST.areas)),
      input('peers', line('peers', LONGEST.peers)),
      input('announced_on', {
        type: 'datepicker',
        action_id: 'value',
        ...(form.announced_on ? { initial_date: form.announced_on } : {}),
      }),
      input('source', line('source', LONGEST.source)),
    ],
  };
}

export const wordedRefusals = (refusals: EvaluationRefusals, text: Text): Record<string, string> =>
  Object.fromEntries(
    Object.entries(refusals).map(([field, refusal]) => [field, text.pledge.evaluation.form.refusals[refusal]]),
  );
