import { besideDays, lastDayIn } from '../../../korean/day-in-words.ts';
import { type Election, electsMayors } from '../../../korean/elections.ts';
import type { OfficeSettings } from '../../../people/settings/rules.ts';

type Typed = {
  barred: string | null;
  guide: string | null;
  points_year: string | null;
  points: string | null;
  elections: string | null;
  accounting: readonly string[];
};
export type OfficeRefusal = 'not_an_election' | 'not_a_year' | 'missing' | 'too_many';
export type OfficeRules = Pick<
  OfficeSettings,
  'barredShops' | 'voucherGuide' | 'cardPoints' | 'elections' | 'accounting'
>;

const MOST_WORDS = 100;

/** What a filled form makes of the office's own lists; a year's document is added to those that are known. */
export function draftOffice(
  typed: Typed,
  known: OfficeRules,
): { office: OfficeRules } | { refusals: Record<string, OfficeRefusal> } {
  const refusals: Record<string, OfficeRefusal> = {};
  const barredShops = linesIn(typed.barred, /[\n,]/);
  if (barredShops.length > MOST_WORDS) refusals.barred = 'too_many';
  const elections = linesIn(typed.elections, /\n/).map(electionIn);
  if (elections.includes(null)) refusals.elections = 'not_an_election';
  const [year, document] = [typed.points_year?.trim() ?? '', typed.points?.trim() ?? ''];
  if (year !== '' && !/^20\d{2}$/.test(year)) refusals.points_year = 'not_a_year';
  if ((year === '') !== (document === '')) refusals[year === '' ? 'points_year' : 'points'] ??= 'missing';
  if (Object.keys(refusals).length > 0) return { refusals };
  return {
    office: {
      barredShops,
      voucherGuide: typed.guide?.trim() || null,
      cardPoints: year === '' ? known.cardPoints : { ...known.cardPoints, [year]: document },
      elections: elections.filter((it) => it !== null),
      accounting: [...typed.accounting],
    },
  };
}

const linesIn = (typed: string | null, between: RegExp): string[] => [
  ...new Set(
    (typed ?? '')
      .normalize('NFC')
      .split(between)
      .map((it) => it.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  ),
];

/** `2027. 4. 7. 시장 보궐선거`; mayors are elected where it says so. */
function electionIn(line: string): Election | null {
  const day = lastDayIn(line);
  const name = besideDays(line);
  return day && name ? { day, name, local: electsMayors(name) } : null;
}

/** The lists as they are typed. */
export const officeTyped = (known: OfficeRules): Omit<Typed, 'points_year' | 'points'> => ({
  barred: known.barredShops.join(', '),
  guide: known.voucherGuide,
  elections: known.elections.map(({ day, name }) => `${day} ${name}`).join('\n'),
  accounting: known.accounting,
});
