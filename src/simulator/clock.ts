/** The playground's time. Everything that waits or asks the time in this folder does it here. */
export type Clock = {
  now: () => Date;
  /** How far the clock was moved, in milliseconds. */
  offset: () => number;
  move: (ms: number) => void;
  /** Runs when the clock shows that much later: a held clock gets there only by being moved. */
  after: (ms: number, run: () => void) => Cancel;
  /** Like `after`, but real time counts as well: for what must not hang. On a held clock it is a far limit only. */
  within: (ms: number, run: () => void) => Cancel;
  /** Milliseconds that only grow, whatever the machine's own clock is set to: for measuring rates. A held clock's stand still, too. */
  flow: () => number;
  stop: () => void;
};

export type Cancel = () => void;

/** In real time, where a held clock measures: long enough for any busy machine. What takes longer hangs. */
export const FAR_MS = 30_000;

const LONGEST_TIMER_MS = 2 ** 31;

type Waiting = { due: number; run: () => void };

/** A clock that goes, or one that is held at `at` until a test moves it. */
export function startClock(at?: Date): Clock {
  let moved = 0;
  const waiting = new Set<Waiting>();
  const timers = new Set<NodeJS.Timeout>();

  const shows = () => (at ? at.getTime() : Date.now()) + moved;

  function runDue(): void {
    const due = [...waiting].filter((it) => it.due <= shows()).sort((a, b) => a.due - b.due);
    for (const it of due) if (waiting.delete(it)) it.run();
  }

  /** `real`: after so many milliseconds of real time at the latest. */
  function wait(ms: number, run: () => void, real?: number): Cancel {
    let timer: NodeJS.Timeout | undefined;
    const entry: Waiting = { due: shows() + ms, run: () => undefined };
    const cancel = () => {
      waiting.delete(entry);
      if (!timer) return;
      clearTimeout(timer);
      timers.delete(timer);
    };
    entry.run = () => {
      cancel();
      run();
    };
    waiting.add(entry);
    // Further ahead than setTimeout can count only a moved clock gets: no playground is open for weeks.
    if (real !== undefined && real < LONGEST_TIMER_MS) {
      timer = setTimeout(() => entry.run(), Math.max(real, 0)).unref();
      timers.add(timer);
    }
    return cancel;
  }

  return {
    now: () => new Date(shows()),
    offset: () => moved,
    move: (ms) => {
      moved += ms;
      runDue();
    },
    after: (ms, run) => wait(ms, run, at ? undefined : ms),
    within: (ms, run) => wait(ms, run, at ? Math.max(ms, FAR_MS) : ms),
    flow: () => (at ? 0 : performance.now()) + moved,
    stop: () => {
      waiting.clear();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** Calls again and again in real time, for pings; never keeps the process alive. */
export function every(ms: number, run: () => void): Cancel {
  const timer = setInterval(run, ms).unref();
  return () => clearInterval(timer);
}

/** What the wall clock says: for signatures, which are checked against it. */
export const realNow = (): number => Date.now();

/** Real time only, whatever a clock shows. Keeps the process alive: something waits for it. */
export function realTime(ms: number, run: () => void): Cancel {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** How long something really took, whatever a clock shows. */
export const realElapsed = (): number => performance.now();

/** The next turn of the event loop, after what is due now. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
