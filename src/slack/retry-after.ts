/** An hour: what Slack asks for beyond it, and what no number is, is not waited for. */
const LONGEST_SECONDS = 60 * 60;
const USUAL_SECONDS = 60;

/** How many seconds to leave Slack alone, by its Retry-After. */
export const pauseOf = (retryAfter: number): number =>
  Number.isFinite(retryAfter) && retryAfter > 0 ? Math.min(LONGEST_SECONDS, retryAfter) : USUAL_SECONDS;
