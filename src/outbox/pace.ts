/**
 * Slack takes about one message a second in each channel, and several hundred a minute from one app in a workspace. The rest of
 * that is for answers to people.
 */
export const PER_CHANNEL_MS = 1_000;
export const PER_SECOND = 3;
export const BURST = 20;
/** chat.update has a limit of its own: fifty a minute (tier 3), of which buttons need some. */
const UPDATES_PER_MINUTE = 40;
const MINUTE_MS = 60_000;

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

type Pause = { from: number; to: number };

/** How fast one process may send by now, from what it sent and what Slack said. Kept in memory: Slack counts, too. */
export type Pace = {
  /** How many messages may go out at this moment. */
  room(now: Date): number;
  roomToUpdate(now: Date): number;
  /** Who can't be sent anything at this moment. */
  resting(now: Date): string[];
  posted(recipient: string, now: Date): void;
  updated(now: Date): void;
  /** Slack wants nothing for so many seconds: in one channel, or anywhere if it says so of several at once. */
  limited(recipient: string, seconds: number, now: Date): void;
  /** Slack can't be reached, or has trouble: everything waits, each time longer. */
  away(now: Date): void;
  /** Slack answers. */
  back(): void;
  isAway(now: Date): boolean;
};

export function createPace(): Pace {
  const last = new Map<string, number>();
  const pauses = new Map<string, Pause>();
  let everywhere: Pause | undefined;
  let failures = 0;
  let tokens = BURST;
  let filledAt: number | undefined;
  let updates: number[] = [];

  // A clock that was set back must not stop anything for longer than was meant: times in the future count as past.
  const within = (from: number, ms: number, at: number) => at >= from && at < from + ms;
  const holds = (pause: Pause | undefined, at: number) => pause !== undefined && at >= pause.from && at < pause.to;
  const fill = (at: number) => {
    const passed = filledAt === undefined ? 0 : Math.max(0, at - filledAt);
    tokens = Math.min(BURST, tokens + (passed / 1_000) * PER_SECOND);
    filledAt = at;
  };

  return {
    room(now) {
      const at = now.getTime();
      if (holds(everywhere, at)) return 0;
      fill(at);
      const room = Math.floor(tokens);
      return failures > 0 ? Math.min(1, room) : room; // after trouble, one to see whether it is over
    },
    roomToUpdate(now) {
      const at = now.getTime();
      if (holds(everywhere, at) || failures > 0) return 0;
      updates = updates.filter((it) => within(it, MINUTE_MS, at));
      return UPDATES_PER_MINUTE - updates.length;
    },
    resting(now) {
      const at = now.getTime();
      for (const [recipient, since] of last) if (!within(since, PER_CHANNEL_MS, at)) last.delete(recipient);
      for (const [recipient, pause] of pauses) if (!holds(pause, at)) pauses.delete(recipient);
      return [...new Set([...last.keys(), ...pauses.keys()])];
    },
    posted(recipient, now) {
      last.set(recipient, now.getTime());
      fill(now.getTime());
      tokens--;
    },
    updated(now) {
      updates.push(now.getTime());
    },
    limited(recipient, seconds, now) {
      const at = now.getTime();
      const pause = { from: at, to: at + Math.max(1, seconds) * 1_000 };
      if ([...pauses].some(([other, it]) => other !== recipient && holds(it, at))) everywhere = pause;
      pauses.set(recipient, pause);
    },
    away(now) {
      const at = now.getTime();
      if (holds(everywhere, at) && failures > 0) return; // others that were under way at the same time
      const ms = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 10));
      failures++;
      everywhere = { from: at, to: at + ms };
    },
    back() {
      if (failures > 0) everywhere = undefined;
      failures = 0;
    },
    isAway: (now) => failures > 0 && holds(everywhere, now.getTime()),
  };
}
