import { randomBytes } from 'node:crypto';
import { type AllMiddlewareArgs, type AnyMiddlewareArgs, App, type Receiver } from '@slack/bolt';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { troubleOf } from '../base/db/trouble.ts';
import type { Deps } from '../base/deps.ts';
import { boltLogger } from '../base/log.ts';
import { findPerson } from '../people/store.ts';
import { listenTo } from '../slack/listen.ts';
import { hearAsPressed } from '../slack/more.ts';
import { noticeView } from '../slack/notice.ts';
import { createOnce } from '../slack/once.ts';
import { tellPrivately } from '../slack/privately.ts';
import type { Visitor } from '../slack/visitor.ts';
import { textFor } from '../text/index.ts';
import { askForAccess } from '../upkeep/accounts/knock.ts';

/** Who the app is in its workspace, as auth.test tells. */
export type Identity = { botId: string; botUserId: string; teamId: string };

type Args = AllMiddlewareArgs & AnyMiddlewareArgs;

const INTERACTIVE_TIMEOUT_MS = 10_000;

/** How Slack names what it knows, and where it answers: it is given back to Slack as it came. */
const Sign = z.string().regex(/^[!-~]{0,1000}$/);

/** What this door relies on in any payload; Slack says the same thing in several places. */
const Payload = z.object({
  type: z.string().optional(),
  command: z.string().optional(),
  user_id: Sign.optional(),
  team_id: Sign.optional(),
  response_url: Sign.optional(),
  trigger_id: Sign.optional(),
  user: z.object({ id: Sign, team_id: Sign.optional() }).optional(),
  team: z.object({ id: Sign }).nullish(),
  channel: z.object({ id: Sign }).nullish(),
  view: z.object({ blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })) }).optional(),
  event: z
    .object({
      type: z.string(),
      user: z.unknown().optional(), // nobody's, of a message that was edited
      channel_type: z.string().optional(),
      subtype: z.string().optional(),
      bot_id: z.string().optional(),
    })
    .optional(),
  actions: z.array(z.object({ action_id: z.string() })).optional(),
  callback_id: z.string().optional(),
});
type Payload = z.infer<typeof Payload>;
type Caller = { userId: string; teamId: string | null };

/** Of a payload that is not as Slack sends it, what can be used to answer. */
const whatIsSound = (body: object): Payload =>
  Object.fromEntries(
    Object.entries(Payload.shape).flatMap(([name, field]) => {
      const { data } = field.safeParse((body as Record<string, unknown>)[name]);
      return data === undefined ? [] : [[name, data]];
    }),
  );

/**
 * Joins the commands to Slack. The only file in src/ that knows commands/ exists, and the one place where errors end:
 * whatever fails, the person is told in words and the log can be searched for the number they were given.
 */
export function createApp(receiver: Receiver, identity: Identity, deps: Deps): App {
  const app = new App({
    receiver,
    logger: boltLogger(deps.log),
    convoStore: false, // what a conversation knows stands in its forms and buttons
    authorize: async () => ({ botToken: deps.config.botToken, ...identity }),
    clientOptions: {
      ...(deps.config.slackApiUrl ? { slackApiUrl: deps.config.slackApiUrl } : {}),
      retryConfig: { retries: 1, minTimeout: 200, maxTimeout: 500 }, // a trigger lives three seconds
      timeout: INTERACTIVE_TIMEOUT_MS,
    },
  });
  const seenBefore = createOnce();

  app.use(async (args) => {
    await answerFirst(args);
    hearAsPressed(args.body as object);
    if (seenBefore(args.body as object)) return;
    const read = Payload.safeParse(args.body);
    const payload = read.data ?? whatIsSound(args.body);
    try {
      if (read.error) throw read.error;
      if (await admit(args, payload, identity, deps)) await args.next();
    } catch (error) {
      await explain(error, args, payload, deps);
    }
  });
  app.error(async (error) => deps.log.error({ err: error }, 'Something failed outside every handler.'));

  listenTo(app, commands, deps);
  return app;
}

/**
 * Commands, buttons and shortcuts are acknowledged before anything else happens. A form's submission is not: its
 * acknowledgement says whether the form is taken; nor is a search in a list, whose acknowledgement is its result.
 */
async function answerFirst(args: Args): Promise<void> {
  const type = 'type' in args.body ? args.body.type : undefined;
  if (type === 'view_submission' || type === 'block_suggestion') return;
  if ('ack' in args && args.ack) await args.ack();
}

/** Lets the office's people through, with their language; anyone else is answered here. */
async function admit(args: Args, payload: Payload, identity: Identity, deps: Deps): Promise<boolean> {
  const caller = callerOf(payload);
  if (!caller) {
    if (!payload.event) throw new Error('A request says nobody who made it.');
    return !['app_home_opened', 'message'].includes(payload.event.type); // an event that nobody caused
  }
  const foreign = identity.teamId !== '' && caller.teamId !== null && caller.teamId !== identity.teamId;
  const person = foreign ? null : await findPerson(deps.db, caller.userId);
  const text = textFor(person?.language ?? deps.config.language);
  if (person) {
    args.context.visitor = { person, text } satisfies Visitor;
    return true;
  }

  if (payload.event?.type === 'app_home_opened') return true; // its page says what a stranger can do
  if (payload.event && !isWrittenToUs(payload.event)) return false;
  if (payload.type === 'view_submission') {
    const words = foreign ? text.access.otherWorkspace : text.access.removed;
    await submissionAck(args)?.({ response_action: 'update', view: noticeView(text.access.title, words, text) });
  } else if (payload.type === 'block_suggestion') {
    await submissionAck(args)?.({ options: [] });
  } else {
    const refusal = foreign ? text.access.otherWorkspace : await askForAccess(args.client, caller.userId, deps);
    const reach = { userId: caller.userId, responseUrl: payload.response_url };
    await tellPrivately({ client: args.client, log: deps.log }, reach, { text: refusal });
  }
  return false;
}

/** A person's direct message; not what the app says there itself, nor an edit. */
const isWrittenToUs = ({ type, channel_type, subtype, bot_id }: NonNullable<Payload['event']>): boolean =>
  type === 'message' && channel_type === 'im' && subtype === undefined && bot_id === undefined;

async function explain(error: unknown, args: Args, payload: Payload, deps: Deps): Promise<void> {
  const reference = randomBytes(3).toString('hex');
  const caller = callerOf(payload);
  const what = payload.command ?? payload.actions?.[0]?.action_id ?? payload.callback_id ?? payload.event?.type;
  deps.log.error({ err: error, reference, what, type: payload.type, user: caller?.userId }, 'A handler failed.');

  const visitor = args.context.visitor as Visitor | undefined;
  const text = visitor?.text ?? textFor(deps.config.language);
  const trouble = troubleOf(error);
  try {
    const firstInput = payload.view?.blocks.find((block) => block.type === 'input')?.block_id;
    if (payload.type === 'block_suggestion') {
      await submissionAck(args)?.({ options: [] }).catch(() => {}); // the list had been given before this failed
      return;
    }
    if (payload.type === 'view_submission') {
      const words = trouble ? text.trouble.notSaved[trouble] : text.access.brokeInForm(reference);
      const view = noticeView(text.access.title, trouble ? words : text.access.broke(reference), text);
      const answer = firstInput
        ? { response_action: 'errors', errors: { [firstInput]: words } }
        : { response_action: 'update', view };
      const kept = await submissionAck(args)?.(answer).then(
        () => true,
        () => false, // the form had been taken before this failed
      );
      if (kept) return;
    }
    if (!caller || payload.event) return;
    const reach = { userId: caller.userId, responseUrl: payload.response_url };
    await tellPrivately({ client: args.client, log: deps.log }, reach, {
      text: trouble ? text.trouble.notSaved[trouble] : text.access.broke(reference),
    });
  } catch (untold) {
    deps.log.error({ err: untold, reference }, 'The person could not be told.');
  }
}

const USER_ID = /^[UW][A-Z0-9]+$/;

type SubmissionAck = (answer: object) => Promise<void>;

function submissionAck(args: Args): SubmissionAck | undefined {
  return 'ack' in args && args.ack ? (args.ack as SubmissionAck) : undefined;
}

function callerOf(payload: Payload): Caller | null {
  const ofEvent = typeof payload.event?.user === 'string' ? payload.event.user : undefined;
  const userId = payload.user_id ?? payload.user?.id ?? ofEvent;
  if (!userId || !USER_ID.test(userId)) return null;
  return { userId, teamId: payload.user?.team_id ?? payload.team_id ?? payload.team?.id ?? null };
}
