import { type AllMiddlewareArgs, webApi as api, type SlackViewMiddlewareArgs, type webApi } from '@slack/bolt';
import type { Log } from '../base/log.ts';
import type { Text } from '../text/index.ts';
import type { View } from './blocks.ts';
import { inTime } from './in-time.ts';
import { noticeView } from './notice.ts';
import { urgentClient } from './open-form.ts';

/** What came of a form: which fields are wrong and why, what to say now that it is done, or a form to go on with. */
export type Verdict = { errors: Record<string, string> } | { done: string } | { view: View };

type Submission = Pick<SlackViewMiddlewareArgs & AllMiddlewareArgs, 'ack' | 'client' | 'view'>;

type Words = {
  text: Text;
  log: Log;
  /** The form with what was typed, and on top why it is there again. */
  again(said: string): View;
  /** Called when that form can't be shown, because the person closed it while it was being saved. */
  keep?(said: string): Promise<void>;
};

/**
 * Answers a submission when its work is done, so that a form that closes is saved. Work that takes too long for Slack (an import
 * holds the database) is waited for behind a notice in the form's place, which becomes the result, or the form again.
 */
export async function settle<Result extends Verdict>(
  { ack, client, view }: Submission,
  work: Promise<Result>,
  { text, log, again, keep }: Words,
): Promise<Result> {
  if (await inTime(work)) {
    const result = await work;
    if ('view' in result) await ack({ response_action: 'update', view: result.view });
    else await ('errors' in result ? ack({ response_action: 'errors', errors: result.errors }) : ack());
    return result;
  }

  const title = view.title.text;
  await ack({ response_action: 'update', view: noticeView(title, text.access.saving, text) });
  const refuse = async (said: string) => {
    if (!(await redraw(client, view.id, again(said), log))) await keep?.(said);
  };
  const result = await work.catch(async (error) => {
    await refuse(text.access.notSaved);
    throw error;
  });
  if ('errors' in result) await refuse(Object.values(result.errors).join('\n'));
  else if ('view' in result) {
    if (!(await redraw(client, view.id, result.view, log))) await keep?.(text.access.notSaved);
  } else await redraw(client, view.id, noticeView(title, result.done, text), log);
  return result;
}

/** False when there is no such form any more, or Slack wants no more of this for a while: nobody looks at a notice for a minute. */
async function redraw(client: webApi.WebClient, viewId: string, view: View, log: Log): Promise<boolean> {
  try {
    await urgentClient(client).views.update({ view_id: viewId, view });
    return true;
  } catch (error) {
    const gone = error instanceof api.WebAPIPlatformError && error.data.error === 'not_found';
    const busy = error instanceof api.WebAPIRateLimitedError;
    if (!gone && !busy) log.error({ err: error }, 'A form could not be drawn again.');
    return false;
  }
}
