import { MINUTES, type PlanningMinutes } from '../../vocabulary/visit.ts';

export const USUAL_MINUTES: PlanningMinutes = { within: 10, between: 40, usual: 60 };

export const MOST_MINUTES = 480; // a working day

/** Null when one of them is no whole number of minutes that makes sense. */
export function readMinutes(typed: Record<keyof PlanningMinutes, string | null>): {
  minutes: PlanningMinutes;
  wrong: (keyof PlanningMinutes)[];
} {
  const minutes = { ...USUAL_MINUTES };
  const wrong = MINUTES.filter((name) => {
    const text = typed[name]?.trim() ?? '';
    const number = Number(text);
    minutes[name] = number;
    const least = name === 'usual' ? 1 : 0;
    return text === '' || !Number.isInteger(number) || number < least || number > MOST_MINUTES;
  });
  return { minutes, wrong };
}
