import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { State } from '../protocol.ts';
import { fetchState, watchState } from './client.ts';

/** The state as the server has it, fetched again at every change; never two fetches at once, never one change missed. */
export function useServerState(as: string | null) {
  const [state, setState] = useState<State | null>(null);
  const [online, setOnline] = useState(true);
  const wanted = useRef(as);
  const running = useRef<Promise<void> | null>(null);
  const again = useRef(false);
  wanted.current = as;

  const refresh = useCallback((): Promise<void> => {
    if (running.current) {
      again.current = true;
      return running.current;
    }
    const run = async () => {
      do {
        again.current = false;
        const who = wanted.current;
        try {
          const next = await fetchState(who);
          if (who === wanted.current) setState(next);
          setOnline(true);
        } catch {
          setOnline(false);
        }
      } while (again.current);
      running.current = null;
    };
    running.current = run();
    return running.current;
  }, []);

  useEffect(() => {
    void refresh();
  }, [as, refresh]);
  // What stands on the page now: who presses something wants to know that it is the newest.
  useEffect(() => {
    document.documentElement.dataset.version = String(state?.version ?? 0);
  }, [state]);
  const me = state?.me.id;
  useEffect(() => (me === undefined ? undefined : watchState(me, () => void refresh(), setOnline)), [me, refresh]);
  return { state, online, refresh };
}

/** The playground's clock, going on between two states. */
export function useClock(state: State | null): Date {
  const [, tick] = useState(0);
  const base = useMemo(() => ({ server: state?.clock.now ?? 0, here: performance.now() }), [state?.clock.now]);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 15_000);
    return () => clearInterval(timer);
  }, []);
  return new Date(base.server + performance.now() - base.here);
}
