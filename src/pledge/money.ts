import type { Unit } from '../korean/amount.ts';
import { normalise } from '../korean/typed.ts';
import { parseWon } from '../korean/won.ts';

/** What a cell about money says. `odd`: it can be read, but whoever wrote it may have meant a thousand times as much. */
export type Money = { won: number | null; nonBudget: boolean; odd: boolean; unread: boolean };

const UNITS: Record<string, number> = {
  원: 1,
  천원: 1e3,
  만원: 1e4,
  백만원: 1e6,
  천만원: 1e7,
  억원: 1e8,
  십억원: 1e9,
  조원: 1e12,
};
/** 1,000조: more than the nation's budget. Single pledges do exceed the 1조 that a spend may not. */
const MOST = 1e15;
const NOTHING: Money = { won: null, nonBudget: false, odd: false, unread: false };

/** `12,595백만원`, `비예산 사업`, `-`, `3.5억원`, or a bare number in the column's unit. */
export function readMoney(cell: string, unit: Unit): Money {
  const said = normalise(cell);
  if (/^[-–—.]*$/.test(said)) return NOTHING;
  if (/^비 ?예산(?: ?사업)?$/.test(said)) return { ...NOTHING, nonBudget: true };
  const [, whole = '', named = ''] = /^(\d{1,3}(?:,\d{3})+|\d+) ?([십백천만억조]*원)?$/.exec(said) ?? [];
  const times = UNITS[named || unit || '원'];
  if (whole !== '' && times !== undefined) {
    const won = Number(whole.replaceAll(',', '')) * times;
    return won <= MOST ? { ...NOTHING, won } : { ...NOTHING, unread: true };
  }
  const parsed = parseWon(said);
  if ('refusal' in parsed) return { ...NOTHING, unread: true };
  return { ...NOTHING, won: parsed.won, odd: true };
}
