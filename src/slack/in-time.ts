/** Slack waits three seconds for an answer; by then the answer has to have travelled, too. */
export const PATIENCE_MS = 1_800;

/** Whether the work is done, well or badly, before a person should hear that it takes longer. */
export async function inTime(work: Promise<unknown>, ms = PATIENCE_MS): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
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
