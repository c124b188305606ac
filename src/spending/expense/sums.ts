/** So many rows above a row are looked at for a sum of them. */
const MOST = 5_000;

export type MaybeSum = {
  won: number;
  /** It has neither day nor payee. */
  isBare: boolean;
  saysNothing: boolean;
  /** It stands right under the heading, or under a sum. */
  isFirst: boolean;
};

/** Which of the rows that stand first say nothing but what the rows below come to, as far as to another sum or the end. */
export const sumsAbove = (rows: readonly MaybeSum[], isEnd: boolean): Set<number> => {
  const found = new Set<number>();
  for (const [index, { won, isBare, saysNothing, isFirst }] of rows.entries()) {
    if (!isFirst || !isBare || won === 0) continue;
    let sum = 0;
    for (let next = index + 1; next <= rows.length; next += 1) {
      const row = rows[next];
      const many = next - index - 1;
      const isBorder = row ? row.isFirst : isEnd;
      if (isBorder && sum === won && (many > 1 || (many === 1 && saysNothing))) found.add(index);
      sum += row?.won ?? 0;
    }
  }
  return found;
};

/**
 * Knows whether an amount is the sum of the rows right above it: of two or more, or of one alone since the last sum or the
 * beginning where the row says nothing else either; and of the whole list where it says nothing else. A row that says that it is a sum
 * (`saysSum`) may also say again what the last one said. Rows that have neither day nor payee themselves are no proof of it.
 */
export const openSums = () => {
  let whole = 0;
  let parts = 0;
  /** The rows above the last sum. */
  let last = { won: 0, rows: 0 };
  /** The sum up to each row, and how many of the rows so far have a day or a payee. */
  let upTo: { won: number; told: number }[] = [{ won: 0, told: 0 }];
  return {
    isSum: (won: number, saysNothing: boolean, saysSum: boolean): boolean => {
      const end = upTo.at(-1);
      if (!end || won === 0) return false;
      if (saysNothing && parts > 1 && won === whole) return true;
      if (saysSum && (won === whole || won === end.won)) return true;
      if (upTo.length === 1 && won === last.won && (saysSum || saysNothing || last.rows > 1)) return true;
      const most = upTo.length - 1;
      for (let rows = most === 1 && saysNothing ? 1 : 2; rows <= most; rows += 1) {
        const start = upTo[most - rows];
        if (start && end.won - start.won === won && end.told > start.told) return true;
      }
      return false;
    },
    /** A sum stands here, or another row that is none. */
    part: (): void => {
      if (upTo.length > 1) {
        parts += 1;
        last = { won: upTo.at(-1)?.won ?? 0, rows: upTo.length - 1 };
      }
      upTo = [{ won: 0, told: 0 }];
    },
    add: (won: number, isTold: boolean): void => {
      whole += won;
      const end = upTo.at(-1) ?? { won: 0, told: 0 };
      upTo.push({ won: end.won + won, told: end.told + (isTold ? 1 : 0) });
      if (upTo.length > 2 * MOST) upTo = upTo.slice(-MOST);
    },
  };
};
