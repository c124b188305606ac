import { z } from 'zod';
import type { View } from '../../slack/blocks.ts';
import { drawForm, form, number, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import type { PlanningMinutes } from '../../vocabulary/visit.ts';
import { MOST_MINUTES } from './rules.ts';

export const VISIT_SETTINGS_OPEN = 'visit_settings_open';

const minutes = number({ least: 0, most: MOST_MINUTES });
export const SETTINGS = form({
  id: 'visit_settings',
  metadata: z.object({}),
  fields: { within: minutes, between: minutes, usual: minutes, districts: words({ multiline: true }) },
});

export function settingsForm(now: PlanningMinutes, districts: readonly string[], text: Text): View {
  const { title, minutes, districts: label, districtsHint } = text.visit.settings;
  const { within, between, usual } = now;
  const values = { within: String(within), between: String(between), usual: String(usual) };
  const look = { title, submit: text.visit.form.save, labels: { ...minutes, districts: label } };
  const hinted = { ...look, hints: { districts: districtsHint } };
  return drawForm(SETTINGS, { ...values, districts: districts.join('\n') }, {}, hinted, text);
}
