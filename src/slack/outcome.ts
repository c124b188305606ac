import { setTimeout } from 'node:timers/promises';
import { webApi as api, type types, type webApi } from '@slack/bolt';
import type { Log } from '../base/log.ts';
import type { Text } from '../text/index.ts';
import { atFields, type SubmittedView, shownAgain, typedInto } from './again.ts';
import type { View } from './blocks.ts';
import { inTime } from './in-time.ts';
import { readEnvelope, resealed, sealed } from './metadata.ts';
import { noticeView } from './notice.ts';
import { withHint } from './personal.ts';
import { type Message, plainMessage } from './privately.ts';
import { showView } from './urgent-call.ts';

/** What came of a submitted form. */
export type Outcome =
  /** Which fields are wrong and why; what belongs to no field is said at the first. */
  | { errors: Readonly<Record<string, string>> }
  /** The form once more as it was typed, with why on top; `metadata` is what it knows of itself from now on. */
  | { again: string; metadata?: object }
  /** Another form in its place. */
  | { view: View }
  | Done;
/** It is saved. `done` says so where the form waits for it, and to the person unless they are told something else. */
export type Done = {
  done: string;
  say?: Message | null | (() => Promise<Message | null>);
  /** Opens once more what was saved, where what is said of it has no such button, or another record's; null where it stands for good. */
  edit?: types.Button | null;
  /** What comes after the person knows. */
  after?(): Promise<unknown>;
};

/** What a person can't have, said at a field, or at the first. */
export const refuse = (words: string, field = ''): Outcome => ({ errors: { [field]: words } });

/** What is wrong with each field, said at it. */
export const refuseFields = <Refusal extends string>(
  refusals: Readonly<Partial<Record<string, Refusal>>>,
  words: Readonly<Record<Refusal, string>>,
): Outcome => ({
  errors: Object.fromEntries(
    Object.entries(refusals).flatMap(([field, refusal]) => (refusal ? [[field, words[refusal]]] : [])),
  ),
});

type Ack = (answer?: object) => Promise<void>;
type Here = {
  ack: Ack;
  client: webApi.WebClient;
  view: SubmittedView;
  text: Text;
  log: Log;
  /** What looks like personal data in it, and where; looked for once it is saved and Slack has its answer. */
  personal(): string | null;
  tell(message: Message): Promise<void>;
  /** What stands in a form that is closed, and the form as it would be shown. */
  keep(words: string, again: View): Promise<void>;
};

/**
 * Answers a submission when its work is done, so that a form that closes is saved. Work that takes too long for Slack (an import
 * holds the database) is waited for behind a notice in the form's place, which becomes the result, or the form as it was typed.
 * What was typed into a form that was closed meanwhile is told to its writer.
 */
export async function settle(
  work: Promise<Outcome>,
  { ack, client, view, text, log, personal, tell, keep }: Here,
): Promise<void> {
  const title = view.title.text;
  const told = { personal, text, tell, log };
  if (await inTime(work)) {
    const outcome = await work;
    if ('errors' in outcome) {
      const errors = atFields(view, outcome.errors);
      const none = Object.keys(errors).length === 0;
      await ack(
        none
          ? { response_action: 'update', view: shownAgain(view, Object.values(outcome.errors).join('\n'), text) }
          : { response_action: 'errors', errors },
      );
    } else if ('done' in outcome) {
      await ack();
      await finish(outcome, told);
    } else await ack({ response_action: 'update', view: formAfter(outcome, view, text) });
    return;
  }

  // With what was typed: it is all that is left of it should the app end before it is saved.
  const notice = noticeView(title, typedInto(view, text.access.saving), text);
  await ack({ response_action: 'update', view: notice });
  const show = async (again: View, said: string) => {
    if (await redraw(client, view.id, again, log)) return;
    await keep(typedInto(view, said, text.conversation.kept), again);
  };
  await work.catch(() => undefined);
  await untilShown(client, view, notice);
  const outcome = await work.catch(async (error) => {
    await show(shownAgain(view, text.access.notSaved, text), text.access.notSaved);
    throw error;
  });
  if ('done' in outcome) {
    await redraw(client, view.id, noticeView(title, outcome.done, text), log);
    await finish(outcome, told);
  } else {
    const said = 'errors' in outcome ? Object.values(outcome.errors).join('\n') : '';
    const why = 'again' in outcome ? outcome.again : said || text.access.notSaved;
    await show('errors' in outcome ? shownAgain(view, said, text) : formAfter(outcome, view, text), why);
  }
}

function formAfter(
  outcome: { again: string; metadata?: object } | { view: View },
  view: SubmittedView,
  text: Text,
): View {
  // Where the answer goes stays, whichever form comes next.
  if ('view' in outcome) return sealed(outcome.view, readEnvelope(view.private_metadata));
  const again = shownAgain(view, outcome.again, text);
  return outcome.metadata ? resealed(again, outcome.metadata) : again;
}

/** It is saved whatever becomes of the telling: a failure here is no failure to the person. */
async function finish(
  { done, say, edit, after }: Done,
  { personal, text, tell, log }: Pick<Here, 'personal' | 'text' | 'tell' | 'log'>,
) {
  try {
    const said = say === undefined ? plainMessage(done) : typeof say === 'function' ? await say() : say;
    const looks = personal();
    const message = looks === null ? said : withHint(said, looks, text, edit);
    if (message) await tell(message);
  } catch (error) {
    log.error({ err: error }, 'A form is saved, but its writer could not be told.');
  }
  try {
    await after?.();
  } catch (error) {
    log.error({ err: error }, 'A form is saved, but what follows it failed.');
  }
}

const MOST_LOOKS = 30;
const LOOK_MS = 100;

/**
 * Until Slack has put the notice in the form's place. An acknowledgement travels apart from what is called: what came of the work could be
 * drawn first, and then lie below the notice for good. As long as the form stands there as it was sent, it can be drawn by its hash.
 */
async function untilShown(client: webApi.WebClient, { id, hash: sent }: SubmittedView, notice: View): Promise<void> {
  let hash = sent;
  for (let looks = 0; hash && looks < MOST_LOOKS; looks++) {
    const drawn = await showView(client, 'views.update', { view_id: id, hash, view: notice }).catch(() => null);
    if (!drawn) return;
    hash = drawn.hash;
    await setTimeout(LOOK_MS);
  }
}

/** False when there is no such form any more, or Slack wants no more of this for a while: nobody looks at a notice for a minute. */
async function redraw(client: webApi.WebClient, viewId: string, view: View, log: Log): Promise<boolean> {
  try {
    await showView(client, 'views.update', { view_id: viewId, view });
    return true;
  } catch (error) {
    const gone = error instanceof api.WebAPIPlatformError && error.data.error === 'not_found';
    const busy = error instanceof api.WebAPIRateLimitedError;
    if (!gone && !busy) log.error({ err: error }, 'A form could not be drawn again.');
    return false;
  }
}
