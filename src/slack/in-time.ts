/** Slack waits three seconds for an answer, and a person one: by then it has to have travelled, too. */
export const PATIENCE_MS = 800;

/** What is waited for now: tests set it, since how busy their machine is must decide nothing. */
export const patience = { ms: PATIENCE_MS };

/** Whether the work is done, well or badly, before a person should hear that it takes longer. */
export async function inTime(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patience.ms);
  });
  const done = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
