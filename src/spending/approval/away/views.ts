import { escaped, plain, section, type View } from '../../../slack/blocks.ts';
import { dateField, personField } from '../../../slack/fields.ts';
import type { Message } from '../../../slack/privately.ts';
import type { Text } from '../../../text/index.ts';
import type { Away, AwayForm } from './rules.ts';

export const AWAY_OPEN = 'approval_away_open';
export const AWAY_FORM = 'approval_away';
export const AWAY_END = 'approval_away_end';

export function awayForm(form: AwayForm, metadata: string, text: Text, said?: string): View {
  const words = text.approval.away;
  const field = (id: 'from' | 'to' | 'deputy') => ({ id, label: words[id] });
  return {
    type: 'modal',
    callback_id: AWAY_FORM,
    private_metadata: metadata,
    title: plain(words.title),
    submit: plain(words.save),
    close: plain(text.expense.form.cancel),
    blocks: [
      ...(said ? [section(said)] : []),
      section(words.intro),
      dateField(field('from'), form.from),
      dateField(field('to'), form.to),
      personField(field('deputy'), form.deputy),
    ],
  };
}

/** Tells a deputy that they are one, or no longer. */
export function deputyMessage({ from, to, ended }: Away, name: string, text: Text): Message {
  const words = text.approval.away[ended ? 'noticeEnded' : 'notice'](name, from, to);
  return { text: escaped(words), blocks: [section(words)] };
}
