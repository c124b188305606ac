import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';
import { LIMITS } from './limits.ts';

/** Who may be shown a form, and from which one it was asked for. */
export type Trigger = { user: string; view?: string };

export type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

export type Triggers = {
  issue: (trigger: Trigger) => string;
  /** Uses it up. */
  exchange: (id: string) => Trigger | TriggerError;
};

type Issued = Trigger & { at: number; used: boolean };

const KEPT = 5_000;

export function startTriggers(clock: Clock, ids: Ids): Triggers {
  const issued = new Map<string, Issued>();
  return {
    issue: (trigger) => {
      const id = ids.trigger();
      issued.set(id, { ...trigger, at: clock.now().getTime(), used: false });
      const [oldest] = issued.keys();
      if (issued.size > KEPT && oldest !== undefined) issued.delete(oldest);
      return id;
    },
    exchange: (id) => {
      const found = issued.get(id);
      if (!found) return 'invalid_trigger_id';
      if (found.used) return 'exchanged_trigger_id';
      if (clock.now().getTime() - found.at > LIMITS.triggerMs) return 'expired_trigger_id';
      found.used = true;
      return found;
    },
  };
}
