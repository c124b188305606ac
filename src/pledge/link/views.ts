import { clip, plain, section, type View } from '../../slack/blocks.ts';
import type { Text } from '../../text/index.ts';
import { type Pledge, pledgeName } from '../rules.ts';

export const LINK_FORM = 'pledge_link_form';

/** Asks which visit, council contact or follow-up belongs to the pledge: also where a 점검회의 is tied to it. */
export function linkForm(pledge: Pledge, metadata: string, text: Text): View {
  const words = text.pledge.links;
  return {
    type: 'modal',
    callback_id: LINK_FORM,
    private_metadata: metadata,
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(text.expense.form.cancel),
    blocks: [
      section(clip(`${pledgeName(pledge)} · ${pledge.title}`, 200)),
      {
        type: 'input',
        block_id: 'record',
        label: plain(words.record),
        hint: plain(words.hint),
        element: { type: 'plain_text_input', action_id: 'value', max_length: 12 },
      },
      {
        type: 'input',
        block_id: 'note',
        label: plain(words.note),
        optional: true,
        element: { type: 'plain_text_input', action_id: 'value', max_length: 200 },
      },
    ],
  };
}
