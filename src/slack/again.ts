import { z } from 'zod';
import { clip, section, type View } from './blocks.ts';
import { initialOf, readFields } from './fields.ts';

/** The block that says why a form is there again. */
const SAID = 'said';

/** A submitted form as Slack hands it back. */
export const SubmittedView = z.looseObject({
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

/** The form once more with everything that stands in it, and on top why it is there again. */
export function shownAgain(view: SubmittedView, said: string): View {
  const blocks = view.blocks
    .filter(({ block_id }) => block_id !== SAID)
    .map((block) => {
      const input = Input.safeParse(block).data;
      if (!input) return block;
      return {
        ...input,
        element: { ...input.element, ...initialOf(input.element, view.state.values[input.block_id]) },
      };
    });
  return {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: wordsOf(view.title),
    ...(view.submit ? { submit: wordsOf(view.submit) } : {}),
    ...(view.close ? { close: wordsOf(view.close) } : {}),
    blocks: [...(said ? [{ ...section(said), block_id: SAID }] : []), ...blocks] as View['blocks'],
  };
}

const LONGEST_KEPT = 2_900;

/** What was typed into a form that is gone, field by field, so that it is not lost with it. */
export function typedInto(view: SubmittedView, ...first: readonly string[]): string {
  const { said } = readFields(view.state.values);
  const lines = view.blocks.flatMap((block) => {
    const input = Input.safeParse(block).data;
    const words = input ? said(input.block_id) : '';
    return input && words ? [`${input.label.text}: ${words}`] : [];
  });
  return clip([...first, ...lines].filter(Boolean).join('\n'), LONGEST_KEPT);
}

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
