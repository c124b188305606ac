import type { AckProblem } from './acks.ts';
import type { Answer } from './action.ts';
import type { Delivered } from './transport.ts';

type No = Extract<Answer, { ok: false }>;
type Yes = Extract<Answer, { ok: true }>;

export const yes = (more: Partial<Yes> = {}): Yes => ({ ok: true, tookMs: 0, ...more });

export const no = (error: string, sentence: string, more: Partial<No> = {}): No => ({
  ok: false,
  tookMs: 0,
  error,
  sentence,
  ...more,
});

/** What a person sees of a delivery, and of what was wrong with its acknowledgement. */
export function answered(delivered: Delivered, problem?: AckProblem): Answer {
  const { tookMs } = delivered;
  if (!delivered.ok) {
    const error = delivered.error === 'operation_timeout' ? delivered.error : 'dispatch_failed';
    return no(error, delivered.sentence, { tookMs });
  }
  return problem ? no('app_error', problem.sentence, { tookMs }) : yes({ tookMs });
}
