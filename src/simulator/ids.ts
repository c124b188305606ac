import { randomBytes, randomInt } from 'node:crypto';

/** Ids in Slack's forms, never the same twice in one playground, and hardly in the next one. */
export type Ids = {
  next: (letter: string) => string;
  /** `1355517523.000005`: seconds and a counter that never goes back. */
  ts: (at: Date) => string;
  blockId: () => string;
  trigger: () => string;
  secret: () => string;
};

export function startIds(): Ids {
  // Not from the start again when the playground starts again: the app's database remembers people by their ids.
  let count = randomInt(36 ** 4);
  let lastTs = 0;
  return {
    next: (letter) => `${letter}0PLAY${(++count).toString(36).toUpperCase().padStart(5, '0')}`,
    ts: (at) => {
      lastTs = Math.max(at.getTime() * 1000, lastTs + 1);
      return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, '0')}`;
    },
    blockId: () => `b${(++count).toString(36).padStart(5, '0')}`,
    trigger: () => `${++count}.${100_000 + count}.${randomBytes(16).toString('hex')}`,
    secret: () => randomBytes(24).toString('hex'),
  };
}
