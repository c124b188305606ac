import type { Text } from '../../../text/index.ts';
import { wonWords } from '../../expense/words.ts';
import type { Rule } from './rules.ts';

export const SETTINGS_OPEN = 'approval_settings_open';

/** `500,000원을 넘으면 결재 · 1,000,000원을 넘으면 두 사람` */
export function ruleWords({ mode, above, second }: Rule, text: Text): string {
  const words = text.approval.settings.rule;
  const first = mode === 'above' ? words.above(wonWords(above ?? 0, text)) : words[mode];
  return second === null ? first : `${first} · ${words.second(wonWords(second, text))}`;
}
