/** Nothing that one spend of this budget pays for costs more: the largest of a capital's mayor in two years was 42 million won. */
const MOST_WON = 30_000_000;
/** From here on an amount may have three noughts too many. */
const SUSPICIOUS_WON = 5_000_000;
const TIMES = 300;
const FEW = 5;
/** A gift or a meal for every employee of a city is large as a whole. Won a head. */
const MANY_PEOPLE = 100;
const PER_HEAD = 100_000;

export const MANY_AMOUNTS = 2_000;

export type IsTooMuch = (won: number, people: number | null) => boolean;

/** Whether an amount looks a thousand times too large against its list, or above what one spend can be. Won. */
export const implausibleIn = (amounts: readonly number[]): IsTooMuch => {
  const sorted = amounts.filter((won) => won > 0).sort((a, b) => a - b);
  const usual = sorted.length >= FEW ? (sorted[Math.floor(sorted.length / 2)] ?? 0) : 0;
  return (won, people) => {
    if (won < SUSPICIOUS_WON || (people !== null && people >= MANY_PEOPLE && won / people <= PER_HEAD)) return false;
    return won >= MOST_WON || (usual > 0 && won % 1000 === 0 && won >= usual * TIMES);
  };
};
