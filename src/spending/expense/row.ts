import { readAmount } from '../../korean/amount.ts';
import { parseHeadcount } from '../../korean/headcount.ts';
import { remembering } from '../../tables/remembering.ts';
import type { Row } from '../../tables/row.ts';
import { type Flag, isActivity } from '../../vocabulary/expense.ts';
import type { Problem } from '../held/store.ts';
import {
  isNothing,
  kindIn,
  readAccount,
  readPayment,
  rearmedWords,
  splitPlace,
  verbatim,
  wholeNumber,
  wholePlace,
  words,
} from './cells.ts';
import { fingerprint, rowFingerprint } from './fingerprint.ts';
import type { Field } from './heading-names.ts';
import { headsOf, saysCancelled } from './heading-parts.ts';
import type { Heading } from './headings.ts';
import type { OddityOf } from './implausible.ts';
import { isNoRow, shiftedAmount, shiftIn } from './layout.ts';
import { type Moment, NO_MOMENT, ownMoment, readMoment } from './moment.ts';
import type { Period } from './period-in.ts';
import type { FileContext, Found, RowResult } from './row-result.ts';
import { type Known, lacksOf, type Spend } from './rules.ts';
import type { StateBook } from './state-book.ts';
import { type CellOf, dateOf, isPlausible, monthStated, readPeriod, type Stated, timeOf } from './stated.ts';
import { isPartName, isTotalWord } from './totals.ts';
import { type Paid, readWays } from './ways.ts';

/** What a list says of itself besides its rows. */
export type About = {
  /** Where its rows lie in time, by its title, its sheet or its file's name. */
  period: Period;
  /** Whose it is, where the rows don't say. */
  department: string | null;
  spender: string | null;
  /** A text file, in which words that look like a formula stand behind an apostrophe. */
  isText: boolean;
};

/** What a row says of its day, its amount and the accounting period, as far as it can be read without the others. */
export type Dated = { moment: Moment; stated: Stated; amount: Paid['amount']; paid: Paid['payment'] };

/** Understands the rows under one heading, one by one; it remembers what it has seen of them. */
export const rowReader = (
  heading: Heading,
  about: About,
  context: FileContext,
  book: StateBook,
  seen: Map<string, number>,
) => {
  const { columns, ways, parts, labels, own, unit } = heading;
  const { year } = about.period;
  const month = monthOf(about.period);

  const asItIs = about.isText ? rearmedWords : verbatim;
  const text = own ? asItIs : remembering(words);
  const [category, spender, department, attendeesOf] = own
    ? [asItIs, asItIs, asItIs, asItIs]
    : [remembering(words), remembering(words), remembering(words), remembering(words)];
  const payment = remembering(readPayment);
  const account = remembering(readAccount);
  const placeOf = remembering(splitPlace);
  const people = remembering(parseHeadcount);
  const cellIn =
    (cells: readonly string[]): CellOf =>
    (field) => {
      const column = columns[field];
      return column === undefined ? '' : (cells[column] ?? '');
    };
  const labelOf = (field: Field) => labels[columns[field] ?? -1] || field;

  const date = ({ cells }: Row): Dated => {
    const cell = cellIn(cells);
    const money =
      ways.length === 0
        ? { amount: readAmount(cell('amount'), unit), payment: null }
        : readWays(cells, ways, cell('amount'), unit);
    const stated = readPeriod(cell, labelOf);
    const moment =
      (own ? ownMoment(cell('date')) : null) ??
      readMoment(dateOf(cell, stated.month ?? month), timeOf(cell), context.today);
    const alone =
      moment.problem === 'date_unreadable' ? monthStated(cell('date'), stated, about.period, context.today) : null;
    if (!alone) return { moment, stated, amount: money.amount, paid: money.payment };
    return { moment: NO_MOMENT, stated: alone, amount: money.amount, paid: money.payment };
  };

  const understand = (
    { cells, raw }: Row,
    { moment: when, stated: period, amount, paid }: Dated,
    found: Found,
    oddityOf: OddityOf,
  ): RowResult['result'] => {
    const cell = cellIn(cells);
    const problems: Problem[] = period.problems.length > 0 ? [...period.problems] : [];
    const flags = new Set<Flag>(found.flags);
    const problem = (field: Field, code: string) => {
      problems.push({ field: labelOf(field), code });
    };

    const shift = shiftIn(cells, heading, when);
    const purpose = text(cell('purpose'));
    if (shift) problem(when.problem ? 'date' : 'place', 'columns_shifted');
    else {
      const dateProblem = when.problem ?? found.problem;
      if (dateProblem) problem('date', dateProblem);
      if (amount.code) problem('amount', amount.code);
      else if (amount.won === 0 && !own) {
        problem('amount', 'amount_zero');
        flags.add('zero');
      }
      if (purpose === null) problem('purpose', 'purpose_missing');
      else if (
        !own &&
        isNothing(cell('place')) &&
        (found.isAlone || isTotalWord(purpose) || (when.day === null && isPartName(purpose)))
      ) {
        problem('purpose', 'maybe_total');
      }
      if (!own && (amount.won ?? 0) > 0 && saysCancelled(cells, parts)) problem('amount', 'maybe_cancelled');
    }

    const [dayYear, dayMonth] = when.day ? [Number(when.day.slice(0, 4)), Number(when.day.slice(5, 7))] : [null, null];
    const plausible = !when.day || isPlausible(when.day, context.today);
    if (period.year === null && !plausible) problem('date', 'date_out_of_range');
    const spendYear = period.year ?? (plausible ? dayYear : null) ?? found.year ?? (when.yearless ? null : year);
    const ownMonth = period.month ?? (period.year === null && dayYear !== null ? dayMonth : null);
    const spendMonth = ownMonth ?? (own ? null : spendYear === dayYear ? dayMonth : when.day ? null : month);
    const unknown = spendYear === null || (spendMonth === null && period.year === null);
    if (unknown && problems.length === 0) problem('date', 'period_unknown');

    if (shift) {
      const won = shiftedAmount(cells, heading, payment);
      return { held: problems, won, year: spendYear, known: null, flags: [] };
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
    if (when.twoTimes) flags.add('two_times');
    if (when.day && (dayYear !== spendYear || (spendMonth !== null && dayMonth !== spendMonth))) {
      flags.add('date_outside_period');
    }
    if (raw.includes('\ufffd')) flags.add('text_damaged');

    const said = has('attendees') ? cell('attendees') : has('people') ? cell('people') : cell('headcount');
    const attendees = attendeesOf(said);
    const counted = own
      ? wholeNumber(cell('headcount'))
      : (people(cell('headcount')) ?? headsOf(cells, parts) ?? people(cell('people')) ?? people(cell('attendees')));

    const oddity = amount.won === null ? null : oddityOf(amount.won, counted);
    if (oddity !== null) flags.add(oddity);

    const certain = !unknown && (plausible || period.year !== null);
    const known: Known = {
      year: certain ? spendYear : null,
      month: certain ? spendMonth : null,
      spentOn: plausible || period.year !== null ? when.day : null,
      spentTime: when.time,
      amount: amount.won === 0 && !own ? null : amount.won,
      account: take(account(cell('account') || kindFor('account')), 'account_unread'),
      activity: isActivity(activity) ? activity : null,
      category: category(cell('category')) ?? (kindOf === 'category' ? kind : null),
      place,
      address,
      purpose,
      headcount: counted,
      attendees: attendees !== null && !own && /^[\d,.]+\s*명?$/.test(attendees) ? null : attendees,
      payment: take(paid ?? payment(cell('payment') || kindFor('payment')), 'payment_unread'),
      spender: spender(cell('spender')) ?? (has('spender') ? null : kindOf === 'spender' ? kind : about.spender),
      department: department(cell('department')) ?? (has('department') ? null : about.department),
    };
    if (problems.length > 0 || amount.won === null || purpose === null || spendYear === null) {
      return { held: problems, won: amount.won, year: spendYear, known, flags: flags.has('zero') ? ['zero'] : [] };
    }
    const spend: Spend = Object.assign(known, { year: spendYear, month: spendMonth, amount: amount.won, purpose });
    book.note(spend, {
      budget: cell('budget'),
      accountBudget: cell('accountBudget'),
      yearToDate: cell('yearToDate'),
      own,
    });
    return { spend, lacks: lacksOf(spend), flags: [...flags] };
  };

  return {
    heading,
    date,
    isRow: ({ cells }: Row, { moment }: Dated): boolean => !isNoRow(cells, heading, moment),
    /** No payee, and no day or the word of a sum: what may be one. */
    isBare: ({ cells }: Row, { moment }: Dated): boolean => {
      const cell = cellIn(cells);
      const undated =
        moment.day === null && moment.yearless === null && moment.problem === null && isNothing(cell('date'));
      return !own && isNothing(cell('place')) && (undated || isTotalWord(cell('purpose')));
    },
    isDayBlank: ({ cells }: Row, { moment }: Dated): boolean => {
      const cell = cellIn(cells);
      return (
        !own &&
        moment.day === null &&
        moment.yearless === null &&
        moment.problem === null &&
        cell('date').trim() === '' &&
        cell('day').trim() === ''
      );
    },
    /** Of a bare row: it says nothing of who came, when, or how it was paid. */
    isAlone: ({ cells }: Row): boolean => ABOUT_SPENDS.every((field) => isNothing(cellIn(cells)(field))),
    saysSum: ({ cells }: Row): boolean => isTotalWord(cellIn(cells)('purpose')),
    saysNothing: ({ cells }: Row): boolean => isNothing(cellIn(cells)('purpose')),
    read: (row: Row, dated: Dated, found: Found, oddityOf: OddityOf): RowResult => {
      const result = understand(row, dated, found, oddityOf);
      const print = 'spend' in result ? fingerprint(result.spend) : rowFingerprint(row.cells);
      const nth = (seen.get(print) ?? 0) + 1;
      seen.set(print, nth);
      if (nth > 1 && 'spend' in result) result.flags.push('twice_in_file');
      const readAs = dated.moment.yearless && dated.moment.day ? Number(dated.moment.day.slice(0, 4)) : null;
      const raw = row.came ?? row.cells;
      return { line: row.line, sheet: row.sheet, raw, fingerprint: print, nth, readAs, result };
    },
  };
};

const ABOUT_SPENDS: readonly Field[] = ['time', 'people', 'headcount', 'attendees', 'payment'];

const monthOf = ({ months }: Period): number | null => (months && months.first === months.last ? months.first : null);
