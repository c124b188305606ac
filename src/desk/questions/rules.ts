import { readLogged } from '../../council/line.ts';
import { normalise } from '../../korean/typed.ts';
import { readLine } from '../../spending/expense/line.ts';
import { type Named, readVisitLine } from '../../visit/line.ts';
import { asks, lookedUp, type Question } from './question.ts';

export type { Question };
export type Known = { today: string; programs: readonly Named[]; districts: readonly Named[] };

/** The forms that a line can fill. */
export const FORMS = ['expense', 'visit', 'council', 'followup'] as const;
export type Form = (typeof FORMS)[number];

/**
 * What somebody's message to the app is: something looked up by its name, or a line with the forms that it could fill, the likeliest
 * first. `asks`: it is to be answered before any form is offered.
 */
export type Reading = { question: Question } | { offers: readonly Form[]; asks: boolean };

/** Signs that a line is not understood: fewer points say as little as chance. */
const LEAST = 2;
/** A form this near the likeliest is offered too. */
const NEAR = 3;
const MOST_OFFERED = 3;
/** Further on a message is a story; what it is about has been said. */
const MOST_WORDS = 40;
/** The same in letters: what is behind them is not looked at. */
const LONGEST_MESSAGE = 1_000;

/** Nothing offered: it is neither a question that the register can answer nor like anything it keeps. */
export function readMessage(typed: string, known: Known): Reading {
  const line = normalise(typed.slice(0, LONGEST_MESSAGE)).split(' ').slice(0, MOST_WORDS).join(' ');
  const points = pointsOf(line, known);
  const best = Math.max(...Object.values(points));
  const question = lookedUp(line);
  if (question) return { question };
  // An amount that is paid, or an hour at which something is on, is told, whatever asking words stand beside it.
  const asked = asks(line) && (line.endsWith('?') || best < CERTAIN);
  if (best < LEAST) return { offers: [], asks: true };
  const likely = FORMS.filter((form) => points[form] >= Math.max(LEAST, best - NEAR));
  return { offers: likely.toSorted((a, b) => points[b] - points[a]).slice(0, MOST_OFFERED), asks: asked };
}

const CERTAIN = 5;

/** How much of a line speaks for each form. */
export function pointsOf(line: string, { today, programs, districts }: Known): Record<Form, number> {
  const spend = readLine(line, { today });
  const visit = readVisitLine(line, { today, programs, districts });
  const contact = readLogged(line, { today });
  const deadline = DEADLINE.test(line);
  const timed = visit.start_time !== null;
  const future = visit.date !== null && (visit.date > today || (visit.date === today && timed));
  const paid = spend.amount !== null;
  return {
    expense: sum([
      [3, paid && MONEY.test(line)],
      [2, paid && !MONEY.test(line)],
      [2, paid && spend.payment !== null],
      [2, paid && spend.account !== null],
      [1, paid && spend.headcount !== null],
      [2, EATEN.test(line)],
      [1, PAID.test(line)],
    ]),
    visit: sum([
      [2, timed && !deadline],
      [2, future && !deadline],
      [-1, visit.date !== null && visit.date < today],
      [2, visit.program !== null],
      [1, visit.district !== null],
      [2, VISITED.test(line)],
      [-2, paid && MONEY.test(line)],
    ]),
    council: sum([
      [2, contact.kind !== null],
      [2, COUNCIL.test(line)],
      [1, MET.test(line)],
      [1, visit.date !== null && visit.date <= today && COUNCIL.test(line)],
    ]),
    followup: sum([
      [3, deadline],
      [2, OWED.test(line)],
      [2, MUST.test(line)],
      [2, WRITTEN.test(line)],
      [-2, paid && MONEY.test(line)],
    ]),
  };
}

const sum = (signs: readonly (readonly [points: number, holds: boolean])[]): number =>
  signs.reduce((total, [points, holds]) => total + (holds ? points : 0), 0);

const MONEY = /원|만|천|₩|,\d{3}|krw|won\b/i;
const EATEN =
  /식사|점심|저녁 ?식사|오찬|만찬|조찬|커피|다과|음료|간식|꽃다발|화환|선물|lunch|dinner|breakfast|coffee|snacks?|flowers|gifts?/i;
const PAID = /결제|영수증|카드|계산|샀|썼|지출|집행|구입|구매|paid|spent|bought|receipt/i;
const VISITED =
  /점검|방문|시찰|격려|위문|참석|접견|착공식|준공식|개소식|기공식|기념식|개막식|축제|행사|체결|토론회|순방|현장|visit|inspect|tour|ceremony|opening|attend|walk/i;
const COUNCIL =
  /의원|의장|위원장|시의회|의회|상임위|예결위|특위|원내대표|교섭단체|council|councill?or|committee|caucus/i;
const MET = /면담|만남|만났|만나|통화|전달|설명|공유|협의|의견|met\b|called|told|briefed|explained|talked/i;
const DEADLINE =
  /까지(?:$|[ ,.])|(?<=[\d월화수목금토일]) ?까지|기한|마감|\bby (?:\d|mon|tue|wed|thu|fri|sat|sun|tomorrow|next|the|end|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\bdue\b|deadline/i;
const OWED =
  /답변|회신|제출|보고서|자료|준비|요청|부탁|요구|조치|독촉|검토|민원|reply|answer|submit|request|prepare|report|respond|complaint/i;
const MUST =
  /해야|할 것|하기$|챙기|챙겨|잊지|기억|알아보|확인할|need to|must\b|remember|remind|to-?do|follow up|don't forget|have to|asked (?:for|us|to)/i;
const WRITTEN =
  /연설문|축사|환영사|기자회견문|인터뷰|영상 ?메시지|인사말|작성|초안|speech|draft|write\b|press statement|interview|video message/i;
