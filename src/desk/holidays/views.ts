import { formatDay, formatMoment } from '../../korean/day-words.ts';
import { actorName } from '../../people/actors.ts';
import type { Noted } from '../../people/holidays.ts';
import { type Block, button, escaped, header, section } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Changed } from './store.ts';

export const HOLIDAY_NEW = 'holiday_new';
export const HOLIDAY_REMOVE = 'holiday_remove';
export const HOLIDAYS_PAGE = 'holidays_page';
const PAGE_SIZE = 20;

type Shown = {
  noted: Noted;
  changes: readonly Changed[];
  names: ReadonlyMap<string, string>;
  mayChange: boolean;
  zone: string;
  today: Day;
};

export const holidayWords = ({ day, name }: Noted[number], text: Text, today: Day): string =>
  `${formatDay(day, text.language, today)} ${text.visit.holiday(name)}`;

/** The holidays that the office noted, the latest day first, and who noted and removed them. `first`: what was done just now. */
export function holidaysMessage(shown: Shown, offset: number, text: Text, first?: string): Message {
  const { noted, changes, names, mayChange, zone, today } = shown;
  const words = text.daysOff;
  const rows = noted.toReversed().slice(offset, offset + PAGE_SIZE);
  const lines = rows.map((it) => holidayWords(it, text, today));
  const history = changes.map(({ actor, at, reason, what }) => {
    const when = formatMoment(at, zone, text.language, today);
    return words.went(when, actorName(actor, names, text), what.added, holidayWords(what, text, today), reason ?? '');
  });
  const lead = [...(first ? [first] : []), rows.length === 0 ? words.none : words.explain];
  const remove = ({ day }: Noted[number]) => (mayChange ? [button(HOLIDAY_REMOVE, words.remove, day)] : []);
  return {
    text: escaped([words.title, ...lead, ...lines].join('\n')),
    blocks: [
      header(words.title),
      ...lead.map((it) => section(it)),
      ...rows.map((it, i): Block => section(lines[i] ?? '', ...remove(it))),
      ...(history.length > 0 ? [section([words.history, ...history].join('\n'))] : []),
      ...pager(HOLIDAYS_PAGE, { query: '', offset }, { count: noted.length, size: PAGE_SIZE }, text),
      ...(mayChange ? [{ type: 'actions' as const, elements: [button(HOLIDAY_NEW, words.add, ' ', 'primary')] }] : []),
    ],
  };
}
