import type { Clock } from './clock.ts';
import { POSTING, TIERS, type Tier } from './limits.ts';

export type Rates = {
  /** Seconds to wait, or 0 when the call may go ahead and is counted. */
  call: (method: string, tier: Tier) => number;
  post: (channel: string) => number;
};

const MINUTE = 60_000;

export function startRates(clock: Clock): Rates {
  const calls = new Map<string, number[]>();
  const channels = new Map<string, { tokens: number; at: number }>();

  return {
    call: (method, tier) => {
      const now = clock.flow();
      const recent = (calls.get(method) ?? []).filter((at) => now - at < MINUTE);
      calls.set(method, recent);
      const oldest = recent[0];
      if (oldest !== undefined && recent.length >= TIERS[tier]) return seconds(oldest + MINUTE - now);
      recent.push(now);
      return 0;
    },
    post: (channel) => {
      const now = clock.flow();
      const bucket = channels.get(channel) ?? { tokens: POSTING.burst, at: now };
      const tokens = Math.min(POSTING.burst, bucket.tokens + ((now - bucket.at) / 1000) * POSTING.perSecond);
      channels.set(channel, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
      return tokens < 1 ? seconds(((1 - tokens) / POSTING.perSecond) * 1000) : 0;
    },
  };
}

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));
