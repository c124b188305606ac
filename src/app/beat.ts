import type { Ticker } from './timetable.ts';

/** Between two ticks; while messages wait for Slack's pace; after something was done that may have put one in the outbox. */
const TICK_MS = 10_000;
const AGAIN_MS = 1_000;
const NUDGE_MS = 300;

/** Ticks for as long as the app runs, and sends in between while there is something to send. */
export function keepTicking({ tick, send }: Pick<Ticker, 'tick' | 'send'>): { nudge(): void; stop(): void } {
  let busy = false;
  let over = false;
  let soon: NodeJS.Timeout | undefined;

  const run = async (work: Ticker['tick']) => {
    if (busy) return sendIn(AGAIN_MS);
    busy = true;
    const said = await work();
    busy = false;
    if (said === 'again') sendIn(AGAIN_MS);
  };
  const sendIn = (ms: number) => {
    if (over) return;
    soon ??= setTimeout(() => {
      soon = undefined;
      void run(send);
    }, ms).unref();
  };
  const ticks = setInterval(() => void run(tick), TICK_MS).unref();
  void run(tick);
  return {
    nudge: () => sendIn(NUDGE_MS),
    stop: () => {
      over = true;
      clearInterval(ticks);
      clearTimeout(soon);
    },
  };
}
