/** So many rows above a row are looked at for a sum of them. */
const MOST = 5_000;

/**
 * Knows whether an amount is the sum of the rows right above it: of two or more, or of one alone since the last sum or the
 * beginning where the row says nothing else either. Rows that have neither day nor payee themselves are no proof of it.
 */
export const openSums = () => {
  /** The sum up to each row, and how many of the rows so far have a day or a payee. */
  let upTo: { won: number; told: number }[] = [{ won: 0, told: 0 }];
  return {
    isSum: (won: number, saysNothing: boolean): boolean => {
      const end = upTo.at(-1);
      if (!end || won === 0) return false;
      const most = upTo.length - 1;
      for (let rows = most === 1 && saysNothing ? 1 : 2; rows <= most; rows += 1) {
        const start = upTo[most - rows];
        if (start && end.won - start.won === won && end.told > start.told) return true;
      }
      return false;
    },
    add: (won: number, isTold: boolean): void => {
      const end = upTo.at(-1) ?? { won: 0, told: 0 };
      upTo.push({ won: end.won + won, told: end.told + (isTold ? 1 : 0) });
      if (upTo.length > 2 * MOST) upTo = upTo.slice(-MOST);
    },
  };
};
