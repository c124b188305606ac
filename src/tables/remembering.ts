/** A function of a cell that remembers: columns say the same things over and over. */
export const remembering = <T>(read: (cell: string) => T): ((cell: string) => T) => {
  const known = new Map<string, T>();
  const nothing = read('');
  let last = '';
  let lastValue = nothing;
  return (cell) => {
    if (cell === '') return nothing;
    if (cell === last) return lastValue;
    let value = known.get(cell);
    if (value === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      // A piece of a long text keeps all of it in memory; its copy does not.
      const copy = cell.length < 13 ? cell : Buffer.from(cell, 'utf16le').toString('utf16le');
      value = read(copy);
      known.set(copy, value);
    }
    last = cell;
    lastValue = value;
    return value;
  };
};
const MOST_REMEMBERED = 5000;
