import { normalise } from '../korean/typed.ts';
import { STATUSES, type Status } from '../vocabulary/pledge.ts';

/** 사업완료: done for good, or done and carried on. */
export const FULFILLED: readonly (Status | null)[] = ['완료', '이행 후 계속추진'];
export const isFulfilled = (status: Status | null): boolean => FULFILLED.includes(status);

/** Given up, for now or for good. */
export const isStopped = (status: Status | null): boolean => status === '보류' || status === '폐기';

/** 부진: what an evaluation lists by name. */
export const TROUBLED: readonly (Status | null)[] = ['일부추진', '보류', '폐기'];
export const isTroubled = (status: Status | null): boolean => TROUBLED.includes(status);

/** Whether a change is a step back that needs a reason and stays visible for ever. */
export const isStepBack = (before: Status | null, after: Status): boolean =>
  (isFulfilled(before) && !isFulfilled(after)) || (isStopped(after) && before !== after);

/** A status as files and people write it: with or without spaces, the glosses of the report dropped. */
export function readStatus(words: string): Status | null {
  const said = normalise(words)
    .replace(/\(.*\)$/, '')
    .replace(/\s/g, '');
  return STATUSES.find((status) => status.replace(/\s/g, '') === said) ?? null;
}
