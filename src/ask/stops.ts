import type { Query, Segment } from './query.ts';

/** What stops an answer whatever else is said: 빼고, 그중 of nothing, and two questions at once. */
export const stopsIn = (segments: readonly Segment[], before: Query | null): string[] =>
  [
    ...segments.filter(({ meanings }) => meanings.some((it) => it.stops)),
    ...segments.filter((it) => !before && isWithin(it)),
    // 몇 개고 … 몇 개야, 얼마 썼고 … 얼마 남았어; 몇 건에 얼마 is one.
    ...segments.filter(({ text }, at) => /^(?:몇|얼마)/.test(text) && !isBoth(segments, at)).slice(1),
  ].map(({ text }) => text);

export const isWithin = ({ text, meanings }: Segment): boolean =>
  meanings.some((it) => it.refine === 'within') && !/^(?:only|just)/.test(text);

/** `몇 건 얼마`: both figures of the same. */
function isBoth(segments: readonly Segment[], at: number): boolean {
  const last = segments.slice(0, at).findLast(({ meanings }) => !meanings.some((it) => it.nothing));
  const [before, after] = [last?.text ?? '', segments[at]?.text ?? ''];
  return (/^몇/.test(before) && /^얼마/.test(after)) || (/^얼마/.test(before) && /^몇/.test(after));
}
