import { parsePeriod } from '../../src/korean/period.ts';
import { normalise } from '../../src/korean/typed.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Typed } from '../../src/slack/turn.ts';
import { valueNamed } from '../../src/visit/line.ts';
import { programNames } from '../../src/visit/names.ts';
import { findPrograms } from '../../src/visit/programs/store.ts';
import { findProgramYears, findYear } from '../../src/visit/stats/store.ts';
import { yearMessage, yearsMessage } from '../../src/visit/stats/views.ts';

/** `2016`; `2013~2015`, `현장시장실` or both, year by year. Nothing typed: this year. */
export async function showVisitStats({ typed, text, db, today }: Typed): Promise<Message> {
  const programs = await findPrograms(db);
  const asked = readAsked(normalise(typed), today);
  const named = programNames(programs.map((program) => ({ ...program, retired: false })));
  const programId = asked.rest === '' ? null : valueNamed(asked.rest, named);
  if ((asked.rest !== '' && programId === null) || (asked.years && !isSpan(asked.years))) {
    return plainMessage(text.visit.stats.notAYear(typed));
  }

  const thisYear = Number(today.slice(0, 4));
  const { from, to } = asked.years ?? { from: programId === null ? thisYear : FIRST_YEAR, to: thisYear };
  if (from === to && programId === null) return yearMessage(await findYear(db, from, programs, today), programs, text);
  const wanted = programs.filter(({ id }) => programId === null || String(id) === programId);
  const years = await findProgramYears(db, { from, to }, wanted, today);
  const [first] = wanted;
  if (years.length === 0)
    return plainMessage(text.visit.stats.noneOf(programId && first ? text.visit.program(first.name) : typed));
  const span = asked.years ?? { from: years[0]?.year ?? from, to: years.at(-1)?.year ?? to };
  return yearsMessage(years, span, wanted, text);
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

type Asked = { years: { from: number; to: number } | null; rest: string };

const isSpan = ({ from, to }: { from: number; to: number }): boolean =>
  from >= FIRST_YEAR && to <= LAST_YEAR && from <= to;

function readAsked(typed: string, today: string): Asked {
  const [found, from, to] = /(?<!\d)(\d{4})년? ?[-~–〜] ?(\d{4})년?(?!\d)/.exec(typed) ?? [];
  if (found) return { years: { from: Number(from), to: Number(to) }, rest: without(typed, found) };
  for (const word of typed.split(' ').filter(Boolean)) {
    const period = parsePeriod(word, today);
    if (period?.kind !== 'year') continue;
    const year = Number(period.from.slice(0, 4));
    return { years: { from: year, to: year }, rest: without(typed, word) };
  }
  return { years: null, rest: typed };
}

const without = (typed: string, part: string): string => typed.replace(part, ' ').replace(/\s+/g, ' ').trim();
