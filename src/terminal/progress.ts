/** A line on standard error that says how far a long job is, when someone is there to see it. */
export function startProgress(words: (rows: string) => string): { show(rows: number): void; clear(): void } {
  const out = process.stderr;
  if (!out.isTTY) return { show: () => {}, clear: () => {} };
  return {
    show: (rows) => out.write(`\r\u001b[K${words(new Intl.NumberFormat('en-US').format(rows))}`),
    clear: () => out.write('\r\u001b[K'),
  };
}
