/** Nothing that one spend of this budget pays for costs more: the largest of a capital's mayor in two years was 42 million won. */
const MOST_WON = 30_000_000;
/** From here on an amount may have three noughts too many. */
const SUSPICIOUS_WON = 5_000_000;
const TIMES = 300;
const FEW = 5;
/** A list whose half is above this, or below, counts in another unit than it says. */
const LARGE_LIST = 3_000_000;
const LARGE_IN_LIST = 1_000_000;
const SMALL_LIST = 1_000;

/** A gift or a meal for every employee of a city is large as a whole. Won a head. */
const MANY_PEOPLE = 100;
const PER_HEAD = 100_000;

export const MANY_AMOUNTS = 2_000;

/** What is odd about an amount by itself and against its list; null mostly. */
export type OddityOf = (won: number, people: number | null) => 'implausible' | 'implausibly_small' | null;

/**
 * Whether amounts look a thousand times too large against their list, or above what one spend can be; or a thousand times too small. Of a list
 * that counts in 천원 all are, where half of them are larger than spends are; and of one in won, where half would not pay for a meal.
 */
export const odditiesIn = (amounts: readonly number[], isInUnits: boolean): OddityOf => {
  const sorted = amounts.filter((won) => won > 0).sort((a, b) => a - b);
  const usual = sorted.length >= FEW ? (sorted[Math.floor(sorted.length / 2)] ?? 0) : 0;
  const isLargeList = isInUnits && usual >= LARGE_LIST;
  const isSmallList = !isInUnits && usual > 0 && usual < SMALL_LIST;
  return (won, people) => {
    if (won > 0 && won < SMALL_LIST) return isSmallList || won * TIMES <= usual ? 'implausibly_small' : null;
    if (isLargeList && won >= LARGE_IN_LIST) return 'implausible';
    if (won < SUSPICIOUS_WON || (people !== null && people >= MANY_PEOPLE && won / people <= PER_HEAD)) return null;
    return won >= MOST_WON || (usual > 0 && won % 1000 === 0 && won >= usual * TIMES) ? 'implausible' : null;
  };
};
