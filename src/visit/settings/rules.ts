/** Minutes that planning reckons with. */
export type PlanningMinutes = {
  /** From one place to the next in the same district. */
  within: number;
  /** From one district to another. */
  between: number;
  /** How long a visit takes whose end nobody has given. */
  usual: number;
};

export const USUAL_MINUTES: PlanningMinutes = { within: 10, between: 40, usual: 60 };
export const MINUTES = ['within', 'between', 'usual'] as const satisfies (keyof PlanningMinutes)[];

const MOST = 480; // a working day

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
    return text === '' || !Number.isInteger(number) || number < least || number > MOST;
  });
  return { minutes, wrong };
}
