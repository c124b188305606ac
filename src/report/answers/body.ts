import { maskText } from '../../disclosure/mask.ts';
import type { Block } from '../../documents/model.ts';
import { normalise } from '../../korean/typed.ts';
import { formatWon } from '../../korean/won.ts';
import type { Known } from '../../privacy/finding.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Asked } from './ask.ts';
import { remark } from './tables.ts';

/** The body of an answer, and how much of it is masked. */
export type Body = { blocks: Block[]; rows: number; masked: number; undecided: number };

/** Why a name or a number is not shown: 공공기관의 정보공개에 관한 법률 제9조제1항제6호. */
export const GROUND = '「공공기관의 정보공개에 관한 법률」 제9조제1항제6호(개인정보)에 따라 가렸습니다.';

/** The days asked about, as far as they are over; all since 1995, the oldest a record can be, where none were. */
export const daysOf = ({ period }: Asked, asOf: Day): { from: Day; to: Day } => ({
  from: period?.from ?? '1995-01-01',
  to: period && period.to < asOf ? period.to : asOf,
});

/** Whether every word asked for stands in one of the texts. */
export const holds = (asked: Asked, ...texts: (string | null)[]): boolean =>
  asked.words.every((word) => texts.some((text) => text?.includes(word)));

/** The day an answer is as of, and the moment at which it is over. */
export type At = { asOf: Day; until: Date };

/** A body without anything personal in it. */
export const plain = (blocks: Block[], rows: number): Body => ({ blocks, rows, masked: 0, undecided: 0 });

/** Says what people typed with names and numbers of private people masked, and counts them; what is doubtful is masked too. */
export function masking(known: Known) {
  const count = { masked: 0, undecided: 0 };
  const say = (typed: string | null): string => {
    const { shown, parts } = maskText(normalise(typed ?? ''), 'purpose', known, []);
    count.masked += parts.length;
    count.undecided += parts.filter(({ state }) => state === 'open').length;
    return shown;
  };
  const body = (blocks: Block[], rows: number): Body => {
    const note = count.masked > 0 ? [remark(`${formatWon(count.masked)}곳은 ${GROUND}`)] : [];
    return { blocks: [...blocks, ...note], rows, ...count };
  };
  return { say, body };
}
