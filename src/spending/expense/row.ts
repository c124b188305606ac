import { readAmount } from '../../korean/amount.ts';
import { parseHeadcount } from '../../korean/headcount.ts';
import { normalise } from '../../korean/typed.ts';
import { rearmed } from '../../tables/disarm.ts';
import type { Row } from '../../tables/row.ts';
import type { Day } from '../../vocabulary/day.ts';
import { isActivity } from '../../vocabulary/expense.ts';
import type { Problem } from '../held/store.ts';
import { isAccountName, isNothing, isOfficer, readAccount, readPayment, remembering, splitPlace } from './cells.ts';
import type { FileContext, Flag, RowResult, StateBook } from './files.ts';
import { fingerprint, rowFingerprint } from './fingerprint.ts';
import type { Field, Heading } from './headings.ts';
import { isNoRow, shiftedAmount, shiftIn } from './layout.ts';
import { type Moment, periodIn, readMoment } from './moment.ts';
import { type Known, lacksOf, type Spend } from './rules.ts';

/** Understands the rows under one heading, one by one; it remembers what it has seen of them. */
export const rowReader = (
  heading: Heading,
  above: string[],
  fileName: string,
  context: FileContext,
  book: StateBook,
) => {
  const { columns, labels, own, unit } = heading;
  const titled = periodIn(above.join(' '));
  const named = periodIn(fileName);
  let year = context.year ?? titled.year ?? named.year;
  const month = titled.month ?? (titled.year === null ? named.month : null);
  const seen = new Map<string, number>();

  const text = own ? verbatim : remembering(words);
  const [category, spender, department, attendeesOf] = own
    ? [verbatim, verbatim, verbatim, verbatim]
    : [remembering(words), remembering(words), remembering(words), remembering(words)];
  const payment = remembering(readPayment);
  const account = remembering(readAccount);
  const placeOf = remembering(splitPlace);
  const people = remembering(parseHeadcount);
  const amountIn = (cell: string) => readAmount(cell, unit);

  const understand = ({ cells, raw }: Row): RowResult['result'] => {
    const cell = (field: Field): string => {
      const column = columns[field];
      return column === undefined ? '' : (cells[column] ?? '');
    };
    const problems: Problem[] = [];
    const flags = new Set<Flag>();
    const problem = (field: Field, code: string) => {
      problems.push({ field: labels[columns[field] ?? -1] || field, code });
    };

    const amount = amountIn(cell('amount'));
    const period = readPeriod(cell, problem);
    const moment = own ? ownMoment(cell('date')) : null;
    const when =
      moment ??
      readMoment(dateOf(cell, period.month ?? month), cell('time'), {
        today: context.today,
        year: period.year ?? year,
      });
    const shift = shiftIn(cells, heading, when);

    if (shift) problem(when.problem ? 'date' : 'place', 'columns_shifted');
    else if (when.problem) problem('date', when.problem);
    if (amount.code && !shift) problem('amount', amount.code);
    const purpose = text(cell('purpose'));
    if (purpose === null && !shift) problem('purpose', 'purpose_missing');

    const [dayYear, dayMonth] = when.day ? [Number(when.day.slice(0, 4)), Number(when.day.slice(5, 7))] : [null, null];
    const plausible = !when.day || isPlausible(when.day, context.today);
    if (period.year === null && !plausible) problem('date', 'date_out_of_range');
    const spendYear = period.year ?? (plausible ? dayYear : null) ?? year;
    const stated = period.month ?? (period.year === null && dayYear !== null ? dayMonth : null);
    const spendMonth = stated ?? (own ? null : spendYear === dayYear ? dayMonth : when.day ? null : month);
    const unknown = spendYear === null || (spendMonth === null && period.year === null);
    if (unknown && problems.length === 0) problem('date', 'period_unknown');

    if (shift) {
      return { held: problems, won: shiftedAmount(cells, heading, payment), year: spendYear, known: null };
    }

    const kind = text(cell('kind'));
    const kindOf = own || kind === null ? null : kindIn(kind);
    const take = <T>(value: T | 'unread' | null, flag: Flag): T | null => {
      if (value === 'unread') flags.add(flag);
      return value === 'unread' ? null : value;
    };
    const has = (field: Field) => columns[field] !== undefined;
    const kindFor = (field: Field) => (kindOf === field && !has(field) ? (kind ?? '') : '');

    const activity = text(cell('activity'));
    if (activity !== null && !isActivity(activity)) flags.add('activity_unread');
    const { place, address } =
      own || has('address')
        ? { place: own ? text(cell('place')) : wholePlace(cell('place')), address: text(cell('address')) }
        : placeOf(cell('place'));
    if (when.timeUnread) flags.add('time_unread');
    if (when.day && (dayYear !== spendYear || (spendMonth !== null && dayMonth !== spendMonth))) {
      flags.add('date_outside_period');
    }
    if (raw.includes('\ufffd')) flags.add('text_damaged');

    const said = has('attendees') ? cell('attendees') : has('people') ? cell('people') : cell('headcount');
    const attendees = attendeesOf(said);
    const counted = own
      ? wholeNumber(cell('headcount'))
      : (people(cell('headcount')) ?? people(cell('people')) ?? people(cell('attendees')));

    const certain = !unknown && (plausible || period.year !== null);
    const known: Known = {
      year: certain ? spendYear : null,
      month: certain ? spendMonth : null,
      spentOn: plausible || period.year !== null ? when.day : null,
      spentTime: when.time,
      amount: amount.won,
      account: take(account(cell('account') || kindFor('account')), 'account_unread'),
      activity: isActivity(activity) ? activity : null,
      category: category(cell('category')) ?? (kindOf === 'category' ? kind : null),
      place,
      address,
      purpose,
      headcount: counted,
      attendees: attendees !== null && !own && /^[\d,.]+\s*명?$/.test(attendees) ? null : attendees,
      payment: take(payment(cell('payment') || kindFor('payment')), 'payment_unread'),
      spender: spender(cell('spender')) ?? (kindOf === 'spender' && !has('spender') ? kind : null),
      department: department(cell('department')),
    };
    if (problems.length > 0 || amount.won === null || purpose === null || spendYear === null) {
      return { held: problems, won: amount.won, year: spendYear, known };
    }
    const spend: Spend = { ...known, year: spendYear, month: spendMonth, amount: amount.won, purpose };
    book.note(spend, {
      budget: cell('budget'),
      accountBudget: cell('accountBudget'),
      yearToDate: cell('yearToDate'),
    });
    return { spend, lacks: lacksOf(spend), flags: [...flags] };
  };

  return {
    cells: () => labels,
    /** A list without any year takes it from its rows, if they agree. */
    settleYear: (rows: readonly Row[]) => {
      if (year !== null || columns.date === undefined) return;
      const years = new Set(
        rows.flatMap(({ cells }) => {
          const { day } = readMoment(cells[columns.date ?? -1] ?? '', '', { today: context.today, year: null });
          return day && isPlausible(day, context.today) ? day.slice(0, 4) : [];
        }),
      );
      const [only] = years;
      if (only && years.size === 1) year = Number(only);
    },
    /** Null for what is no row: blanks, sums, repeated headings, remarks. */
    read: (row: Row): RowResult | null => {
      if (isNoRow(row.cells, heading)) return null;
      const result = understand(row);
      const print = 'spend' in result ? fingerprint(result.spend) : rowFingerprint(row.cells);
      const nth = (seen.get(print) ?? 0) + 1;
      seen.set(print, nth);
      if (nth > 1 && 'spend' in result) result.flags.push('twice_in_file');
      return { line: row.line, sheet: row.sheet, raw: row.cells, fingerprint: print, nth, result };
    },
  };
};

/** Words as a list gives them, on one line; null for none. */
const words = (cell: string): string | null => (isNothing(cell) ? null : normalise(cell));
const verbatim = (cell: string): string | null => (cell === '' ? null : rearmed(cell));
const wholePlace = (cell: string): string | null => (cell.trim() === '0' ? null : words(cell));
const wholeNumber = (cell: string): number | null => (/^\d{1,9}$/.test(cell) ? Number(cell) : null);

type CellOf = (field: Field) => string;

/** The day a row gives, also where 월 and 일 have columns of their own. */
const dateOf = (cell: CellOf, month: number | null): string => {
  const date = cell('date');
  if (date !== '') return date;
  const day = cell('day').trim();
  return month !== null && /^\d{1,2}\s*일?$/.test(day) ? `${month}월 ${day.replace(/\D/g, '')}일` : day;
};

/** The accounting year and month a row states. */
const readPeriod = (cell: CellOf, problem: (field: Field, code: string) => void) => {
  const [yearCell, monthCell] = [cell('year'), cell('month')];
  if (/^20\d\d$/.test(yearCell) && /^(?:1[0-2]|[1-9])$/.test(monthCell)) {
    return { year: Number(yearCell), month: Number(monthCell) };
  }
  const joined = /^((?:19|20)\d{2})\s*[-.년/]?\s*(1[0-2]|0?[1-9])\s*월?\.?$/.exec(cell('yearMonth').trim());
  if (joined) return { year: Number(joined[1]), month: Number(joined[2]) };
  const year = /^(?:((?:19|20)\d{2})|'?(\d{2}))\s*(?:년도?)?$/.exec(yearCell.trim());
  const month = /^(1[0-2]|0?[1-9])\s*월?$/.exec(monthCell.trim());
  if (!year && !isNothing(yearCell)) problem('year', 'year_unreadable');
  if (!month && !isNothing(monthCell)) problem('month', 'period_unknown');
  return {
    year: year ? Number(year[1] ?? `20${year[2]}`) : null,
    month: month ? Number(month[1]) : null,
  };
};

const ownMoment = (cell: string): Moment | null => {
  const [found, day = null, time = null] = /^(\d{4}-\d\d-\d\d)?(?:^|$| )(\d\d:\d\d)?$/.exec(cell) ?? [];
  return found === undefined ? null : { day, time, problem: null, timeUnread: false };
};

const isPlausible = (day: Day, today: Day): boolean => day >= '1995-01-01' && day <= today;

/** 구분 may be the account, how it was paid, whose it was, or what kind of spend. */
const kindIn = (kind: string): Field => {
  if (isAccountName(kind)) return 'account';
  const payment = kind.length <= 12 ? readPayment(kind) : 'unread';
  if (payment !== null && payment !== 'unread') return 'payment';
  return isOfficer(kind) ? 'spender' : 'category';
};
