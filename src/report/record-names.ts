type Run = { first: string; last: string; count: number };

/** What names records in so many words at most: those that follow one another as `E1~E150`. `left`: how many are not named. */
export function namesOf(records: readonly string[], most: number): { said: string; left: number } {
  const runs = runsOf(records);
  const shown = runs.slice(0, most);
  const named = shown.reduce((sum, { count }) => sum + count, 0);
  const said = shown.map(({ first, last, count }) =>
    count > 2 ? `${first}~${last}` : [...new Set([first, last])].join(', '),
  );
  return { said: said.join(', '), left: records.length - named };
}

function runsOf(records: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const record of records) {
    const run = runs.at(-1);
    if (run && follows(run.last, record)) Object.assign(run, { last: record, count: run.count + 1 });
    else runs.push({ first: record, last: record, count: 1 });
  }
  return runs;
}

/** `E13` follows `E12`; what is named otherwise follows nothing. */
function follows(before: string, after: string): boolean {
  const [a, b] = [before, after].map((it) => /^([A-Z])(\d+)$/.exec(it));
  return a?.[1] !== undefined && a[1] === b?.[1] && Number(b[2]) === Number(a[2]) + 1;
}
