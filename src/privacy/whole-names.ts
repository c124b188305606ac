import { isParticles } from './explained.ts';
import type { Finding } from './finding.ts';
import { letterLikeness } from './likeness.ts';
import { DOUBLE_SURNAMES } from './surnames.ts';
import { titleBeginning } from './titles.ts';

/**
 * A name with the letter that was taken for a particle or left over: 남궁성만 대표 is no 남궁성 with 만, 최소망이 씨 no 최소망 with 이. Nothing
 * is lost where it was one: what is masked is a letter longer.
 */
export function wholeName(text: string, finding: Finding): Finding {
  const { start, end } = finding;
  if (finding.kind !== 'name' || end - start !== 3) return finding;
  const run = /^[가-힣]{3,12}/.exec(text.slice(start, end + 9))?.[0] ?? '';
  const rest = run.slice(3);
  const whole = run.slice(0, 4);
  if (rest === '' || !(hasADoubleSurname(whole) || isLeftOver(rest, text.slice(end + rest.length)))) return finding;
  return { ...finding, end: end + 1 };
}

const hasADoubleSurname = (whole: string): boolean =>
  DOUBLE_SURNAMES.has(whole.slice(0, 2)) && letterLikeness(whole) !== 'none';

/** One letter that is no particle, or 이 where no verb can follow. */
const isLeftOver = (rest: string, after: string): boolean =>
  rest.length === 1 &&
  (rest === '이'
    ? /^(?:[)）\]→]|\s?[/,·]|\s?$|\s(?:씨|님|옹|[외등](?![가-힣])))/.test(after) || isPost(after)
    : !isParticles(rest) && !/[씨님군양옹측네건댁상]/.test(rest));

const isPost = (after: string): boolean => {
  const next = /^\s([가-힣]{2,6})/.exec(after)?.[1];
  return next !== undefined && titleBeginning(next) !== null;
};
