import { numbersFrom } from './random.ts';

/**
 * What can go wrong with one call on the way. `lost`: Slack does what it was asked, and its answer never arrives. `cut`: the
 * connection ends before Slack has the call. `slow` and `slow_lost`: the same, but after a long silence.
 */
export const TROUBLES = ['429', '500', '500_done', 'cut', 'lost', 'slow', 'slow_lost'] as const;
export type TroubleKind = (typeof TROUBLES)[number];

export type TroubleOptions = {
  /** One after the other, null for none, for the calls to come; then no more. */
  next?: readonly (TroubleKind | null)[];
  /** The share of calls that go wrong, by the same luck for the same seed. */
  rate?: number;
  seed?: number;
  kinds?: readonly TroubleKind[];
  /** Only these methods of the Web API. */
  methods?: readonly string[];
  /** Seconds of Retry-After at most. */
  retryAfter?: number;
  /** How long a silence lasts before the connection ends, in real time. */
  silenceMs?: number;
};

export type Trouble = { kind: TroubleKind; retryAfter: number; silenceMs: number };

/** What is to go wrong, call by call. */
export type Troubles = (method: string) => Trouble | undefined;

const RETRY_AFTER = 30;
const SILENCE_MS = 200;

export function startTroubles(options: TroubleOptions): Troubles {
  const { next, rate = 0, seed = 1, kinds = TROUBLES, methods } = options;
  const { retryAfter = RETRY_AFTER, silenceMs = SILENCE_MS } = options;
  const random = numbersFrom(seed);
  const waiting = next ? [...next] : undefined;
  const draw = (): TroubleKind | null | undefined => {
    if (waiting) return waiting.shift();
    return random() < rate ? kinds[Math.floor(random() * kinds.length)] : null;
  };
  return (method) => {
    if (methods && !methods.includes(method)) return undefined;
    const kind = draw();
    return kind ? { kind, retryAfter: 1 + Math.floor(random() * retryAfter), silenceMs } : undefined;
  };
}
