import type { types } from '@slack/bolt';
import { clip, context, LONGEST, plain, section, type View } from '../../slack/blocks.ts';
import type { Text } from '../../text/index.ts';
import { type Visit, visitName } from '../rules.ts';
import { namesWords, whenWords } from '../words.ts';
import { MOST_PEOPLE, type ResultForm } from './rules.ts';

export const VISIT_RESULT_OPEN = 'visit_result_open';
export const VISIT_RESULT = 'visit_result';

/** The form `visit_result`: what came of a visit. Items recorded before are shown, not asked for again. */
export function resultForm(
  visit: Visit,
  form: ResultForm,
  known: readonly string[],
  metadata: string,
  text: Text,
  today: string,
): View {
  const words = text.visit.resultForm;
  const line = (field: 'summary' | 'agenda'): types.PlainTextInput => ({
    type: 'plain_text_input',
    action_id: 'value',
    multiline: true,
    ...(form[field] ? { initial_value: clip(form[field], LONGEST.initial) } : {}),
  });
  return {
    type: 'modal',
    callback_id: VISIT_RESULT,
    private_metadata: metadata,
    title: plain(words.title),
    submit: plain(text.visit.form.save),
    close: plain(text.expense.form.cancel),
    blocks: [
      section(clip(`${visitName(visit.id)} ${visit.title}\n${whenWords(visit, text, today)}`, 300)),
      {
        type: 'input',
        block_id: 'participants',
        label: plain(words.participants),
        element: {
          type: 'number_input',
          action_id: 'value',
          is_decimal_allowed: false,
          min_value: '0',
          max_value: String(MOST_PEOPLE),
          ...(form.participants ? { initial_value: form.participants } : {}),
        },
      },
      { type: 'input', block_id: 'summary', label: plain(words.summary), element: line('summary') },
      ...(known.length > 0 ? [context(words.known(namesWords(known, 10, text)))] : []),
      {
        type: 'input',
        block_id: 'agenda',
        optional: true,
        label: plain(known.length > 0 ? words.moreAgenda : words.agenda),
        hint: plain(words.agendaHint),
        element: line('agenda'),
      },
    ],
  };
}
