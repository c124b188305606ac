import type { Noun } from '../vocabulary/ask.ts';
import type { Query, Segment } from './query.ts';
import { isUnknown } from './segments.ts';

/** `9월은?`, `시책만`, `제일 적게 쓴 건?`: hardly a question of its own, or one that says no more than in what order. */
export function isShort(segments: readonly Segment[], before: Query | null, only: boolean): boolean {
  const said = segments.filter(({ meanings }) => !meanings.some((it) => it.nothing));
  const about = (noun: Noun | undefined) =>
    said.every(({ meanings }) => meanings.length > 0 && meanings.some((it) => !it.noun || it.noun === noun));
  if (segments.length <= 3 && about(only ? before?.noun : undefined)) return true;
  // 안전총괄과만: a word that only the records know.
  if (segments.length <= 2 && said.every((it) => isUnknown(it))) return true;
  // 얼마 썼어, 누구 만났어: what was done was said before; what has its own time or its own parts is another question.
  const isDone = said.every(
    ({ meanings, period }) =>
      !period &&
      meanings.some((it) => !it.filters && (!it.noun || ((it.verb ?? it.measure) && it.noun === before?.noun))),
  );
  if (segments.length <= 3 && said.length > 1 && isDone) return true;
  // 참여 인원은? after visits: another figure of the same.
  const figures = said.every(({ meanings }) => meanings.some((it) => it.measure ?? it.group ?? it.order));
  if (segments.length <= 3 && figures && about(before?.noun) && segments.every(({ period }) => !period)) return true;
  const bare = said.every(({ meanings }) => !meanings.every((it) => it.filters || it.scope || it.measure === 'change'));
  return (
    bare &&
    about(before?.noun) &&
    segments.every(({ period }) => !period) &&
    said.some(({ meanings, most }) => most !== undefined || meanings.some((it) => it.order))
  );
}

/** `그럼 9월은?` after a question about a year. */
export function yearGoneOn(before: Query | null): string | null {
  const years = new Set(before ? before.periods.flatMap(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)]) : []);
  return years.size === 1 ? ([...years][0] ?? null) : null;
}
