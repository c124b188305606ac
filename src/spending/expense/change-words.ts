import { formatWon } from '../../korean/won.ts';
import type { Entry } from '../../people/history/store.ts';
import { clip } from '../../slack/blocks.ts';
import type { Text } from '../../text/index.ts';
import { isAccount, isPayment } from '../../vocabulary/expense.ts';
import { accountWords, categoryWords, wonWords } from './words.ts';

const LONGEST_VALUE = 60;

/** `금액 85,000원 → 90,000원 · 장소 미진 → 다온`: what an edit changed, field by field. */
export function changeWords(entry: Entry, text: Text): string {
  const day = entry.changed.some(({ field }) => field === 'spentOn');
  return entry.changed
    .filter(({ field }) => !(day && (field === 'year' || field === 'month'))) // they follow from the day
    .map(({ field, before, after }) => {
      const label = text.expense.fieldNames[field] ?? field;
      return `${label} ${valueWords(field, before, text)} → ${valueWords(field, after, text)}`;
    })
    .join(' · ');
}

function valueWords(field: string, value: unknown, text: Text): string {
  if (value === null || value === undefined || value === '') return '–';
  if (field === 'amount') return wonWords(Number(value), text);
  if (field === 'headcount') return text.spending.people(formatWon(Number(value)));
  if (field === 'account' && isAccount(value)) return accountWords(value, text);
  if (field === 'payment' && isPayment(value)) return text.spending.payments[value];
  if (field === 'category') return categoryWords(String(value), text);
  return clip(String(value).replaceAll('\n', ' '), LONGEST_VALUE);
}
