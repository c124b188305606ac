import { z } from 'zod';
import type { Text } from '../text/index.ts';
import { clip, context, section, type View } from './blocks.ts';
import { initialOf, readFields } from './field-values.ts';
import { type KeptFiles, readEnvelope, resealed } from './metadata.ts';

/** The block that says why a form is there again. */
export const SAID = 'said';
/** The blocks that name the files put into it before. */
const KEPT = 'kept_';

/** A submitted form as Slack hands it back. */
const SubmittedView = z.looseObject({
  id: z.string(),
  hash: z.string().optional(),
  callback_id: z.string(),
  private_metadata: z.string(),
  title: z.object({ text: z.string() }),
  submit: z.object({ text: z.string() }).nullish(),
  close: z.object({ text: z.string() }).nullish(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string() })),
  state: z.object({ values: z.record(z.string(), z.unknown()) }),
});
export type SubmittedView = z.infer<typeof SubmittedView>;

const Input = z.looseObject({
  type: z.literal('input'),
  block_id: z.string(),
  label: z.looseObject({ text: z.string() }),
  element: z.looseObject({ type: z.string(), action_id: z.string() }),
});

const wordsOf = (words: { text: string }) => ({ type: 'plain_text' as const, text: words.text, emoji: false });

/** A submitted form as it came, with the files that were put into it before it was shown again. */
export function readSubmitted(view: unknown): SubmittedView {
  const submitted = SubmittedView.parse(view);
  const { kept: before = {} } = readEnvelope(submitted.private_metadata);
  const values = { ...submitted.state.values };
  for (const [field, kept] of Object.entries(before)) {
    values[field] = { value: { type: 'file_input', files: [...kept, ...filesIn(values[field])] } };
  }
  return { ...submitted, state: { values } };
}

const FileValue = z.object({
  value: z.object({
    files: z.array(z.object({ id: z.string(), name: z.string().nullish(), url_private: z.string().optional() })),
  }),
});
const LONGEST_NAME = 100; // five of them have to fit into what an open form knows

function filesIn(state: unknown): KeptFiles[string] {
  const files = FileValue.safeParse(state).data?.value.files ?? [];
  return files.map(({ name, ...file }) => ({ ...file, name: clip(name || file.id, LONGEST_NAME) }));
}

/** The form once more with everything that stands in it, and on top why it is there again. */
export function shownAgain(view: SubmittedView, said: string, text: Text): View {
  const files: KeptFiles = {};
  const own = view.blocks.filter(({ block_id }) => block_id !== SAID && !block_id.startsWith(KEPT));
  const blocks = own.flatMap((block) => {
    const input = Input.safeParse(block).data;
    if (!input) return [block];
    const state = view.state.values[input.block_id];
    const again = { ...input, element: { ...input.element, ...initialOf(input.element, state) } };
    const kept = input.element.type === 'file_input' ? filesIn(state) : [];
    if (kept.length === 0) return [again];
    files[input.block_id] = kept;
    const names = kept.map(({ name }) => name).join(', ');
    return [{ ...again, optional: true }, keptBlock(input.block_id, names, text)];
  });
  const form: View = {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: wordsOf(view.title),
    ...(view.submit ? { submit: wordsOf(view.submit) } : {}),
    ...(view.close ? { close: wordsOf(view.close) } : {}),
    blocks: [...(said ? [{ ...section(said), block_id: SAID }] : []), ...blocks] as View['blocks'],
  };
  return Object.keys(files).length > 0 ? resealed(form, { kept: files }) : form;
}

/** What stands below a field for files that were put there before. */
export const keptBlock = (field: string, names: string, text: Text) => ({
  ...context(text.conversation.filesKept(names)),
  block_id: `${KEPT}${field}`,
});

const LONGEST_KEPT = 2_900;

/** What was typed into a form that is gone, field by field, so that it is not lost with it. */
export function typedInto(view: SubmittedView, ...first: readonly string[]): string {
  const { said } = readFields(view.state.values);
  const lines = inputsIn(view).flatMap(({ block_id, label }) => {
    const words = said(block_id);
    return words ? [`${label.text}: ${words}`] : [];
  });
  return clip([...first, ...lines].filter(Boolean).join('\n'), LONGEST_KEPT);
}

/** What was typed into a form in words, each with the field that it stands in. */
export function labelledWords(view: SubmittedView): { field: string; label: string; words: string }[] {
  const { one } = readFields(view.state.values);
  const lines = inputsIn(view).filter(({ element }) => element.type === 'plain_text_input');
  return lines.map(({ block_id, label }) => ({ field: block_id, label: label.text, words: one(block_id) ?? '' }));
}

const inputsIn = (view: SubmittedView) =>
  view.blocks.flatMap((block) => {
    const input = Input.safeParse(block).data;
    return input ? [input] : [];
  });

/** The words at the fields that the form has; what belongs to none of them is said at its first. */
export function atFields(view: SubmittedView, errors: Readonly<Record<string, string>>): Record<string, string> {
  const inputs = view.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
  const [first] = inputs;
  const placed: Record<string, string> = {};
  for (const [field, words] of Object.entries(errors)) {
    const at = inputs.includes(field) ? field : first;
    if (at) placed[at] = placed[at] ? `${placed[at]} ${words}` : words;
  }
  return placed;
}
