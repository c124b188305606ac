import type { types } from '@slack/bolt';
import { plain, type View } from '../../slack/blocks.ts';
import type { Text } from '../../text/index.ts';
import { MINUTES, type PlanningMinutes } from '../../vocabulary/visit.ts';

export const VISIT_SETTINGS_OPEN = 'visit_settings_open';
export const VISIT_SETTINGS = 'visit_settings';

export function settingsForm(minutes: PlanningMinutes, districts: readonly string[], text: Text): View {
  const words = text.visit.settings;
  const number = (name: keyof PlanningMinutes): types.InputBlock => ({
    type: 'input',
    block_id: name,
    label: plain(words.minutes[name]),
    element: {
      type: 'number_input',
      action_id: 'value',
      is_decimal_allowed: false,
      min_value: '0',
      max_value: '480',
      initial_value: String(minutes[name]),
    },
  });
  return {
    type: 'modal',
    callback_id: VISIT_SETTINGS,
    title: plain(words.title),
    submit: plain(text.visit.form.save),
    close: plain(text.expense.form.cancel),
    blocks: [
      ...MINUTES.map(number),
      {
        type: 'input',
        block_id: 'districts',
        label: plain(words.districts),
        hint: plain(words.districtsHint),
        // What was typed here fits here again.
        element: { type: 'plain_text_input', action_id: 'value', multiline: true, initial_value: districts.join('\n') },
      },
    ],
  };
}
