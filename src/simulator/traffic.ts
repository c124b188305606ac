import { type Clock, realElapsed } from './clock.ts';
import type { Json, TrafficDetail, TrafficLine } from './protocol.ts';

export type Traffic = {
  lines: () => TrafficDetail[];
  find: (id: number) => TrafficDetail | undefined;
  begin: (line: Omit<TrafficDetail, 'id' | 'at' | 'state' | 'response' | 'tookMs' | 'error'>) => Open;
  /** How many have begun and not ended. */
  open: () => number;
  /** Something is coming that is not a line yet. */
  stir: () => void;
  /** When something last stirred, by real time. */
  lastAt: () => number;
};

export type Open = {
  line: TrafficDetail;
  end: (result: { error?: string; response: Json }) => TrafficDetail;
};

const KEPT = 2_000;

export function startTraffic(clock: Clock, changed: () => void): Traffic {
  const lines: TrafficDetail[] = [];
  let count = 0;
  let open = 0;
  let lastAt = realElapsed();

  return {
    lines: () => lines,
    find: (id) => lines.find((it) => it.id === id),
    open: () => open,
    lastAt: () => lastAt,
    stir: () => {
      lastAt = realElapsed();
    },
    begin: (begun) => {
      const line: TrafficDetail = {
        ...begun,
        id: ++count,
        at: clock.now().getTime(),
        state: 'waiting',
        response: null,
      };
      const startedAt = realElapsed();
      lines.push(line);
      if (lines.length > KEPT * 1.5) lines.splice(0, lines.length - KEPT);
      open++;
      lastAt = realElapsed();
      changed();
      return {
        line,
        end: ({ error, response }) => {
          line.state = error === undefined ? 'ok' : 'failed';
          if (error !== undefined) line.error = error;
          line.response = response;
          line.tookMs = Math.round((realElapsed() - startedAt) * 10) / 10;
          open--;
          lastAt = realElapsed();
          changed();
          return line;
        },
      };
    },
  };
}

/** Without the bodies, as the page lists them. */
export function lineOf({ request: _request, response: _response, ...line }: TrafficDetail): TrafficLine {
  return line;
}
