import type { AllMiddlewareArgs, App, BlockAction, SlackViewMiddlewareArgs, webApi } from '@slack/bolt';
import type { Deps } from '../base/deps.ts';
import { normalise } from '../korean/typed.ts';
import { listenToAccounts } from './accounts.ts';
import { readSubmitted } from './again.ts';
import { option } from './blocks.ts';
import type { Changing, Command, Heard, Offer, Offered, Press, Submission } from './command.ts';
import { listenToHome } from './home.ts';
import { LONGEST_ASKED, longAsked } from './long-asked.ts';
import { keepLost, lostForms } from './lost/lost.ts';
import { isAskable, meantBy, meantMessage, meantPresses } from './meant.ts';
import { readEnvelope } from './metadata.ts';
import { settle } from './outcome.ts';
import { Chosen, Shown, Where, Words, Written } from './payloads.ts';
import { personalInForm, personalInLine, withHint } from './personal.ts';
import { fitting, type Place } from './privately.ts';
import { redrawsOf, sealedDrawing } from './redraw.ts';
import { insertSights } from './seen/store.ts';
import { type Answer, type Turn, type Typed, turnOf } from './turn.ts';
import { visitorOf } from './visitor.ts';

type Args = Pick<AllMiddlewareArgs, 'client' | 'context'>;
type Body = { trigger_id?: string | undefined; response_url?: string | undefined };

/** Joins commands to Slack: the only place that knows how Bolt hears of what people do. */
export function listenTo(app: App, commands: readonly Command[], deps: Deps): void {
  for (const command of commands) listenToCommand(app, command, commands, deps);
  const heard = [...commands.flatMap(({ hears = [] }) => hears), ...lostForms, ...meantPresses(commands)];
  for (const it of heard) listenToOne(app, it, deps);
  listenToPresses(app, ofKind(heard, 'press'), deps);
  listenToSubmissions(app, ofKind(heard, 'submission'), deps);
  listenToChanges(app, ofKind(heard, 'change'), deps);
  listenToSearches(app, ofKind(heard, 'offered'), deps);
  listenToMessages(app, heard, deps);
}

const ofKind = <Kind extends Heard['hears']>(heard: readonly Heard[], kind: Kind) =>
  heard.filter((it): it is Extract<Heard, { hears: Kind }> => it.hears === kind);

const turn = ({ client, context }: Args, body: Body, deps: Deps, formPlace: Place = 'below', inForm?: string): Turn => {
  const { trigger_id: triggerId = '', response_url: responseUrl } = body;
  return turnOf(
    visitorOf(context),
    { client, triggerId, responseUrl, formPlace, teamId: context.teamId, inForm },
    deps,
  );
};

/** What was typed or pressed, as an access record names it, and the words behind it. */
type Asked = { command: string; asked?: string };

async function tellAnswer(turn: Turn, answer: Answer | Promise<Answer>, by: Asked, place?: Place): Promise<void> {
  const said = await answer;
  await noteSights(turn, by, (said?.blocks?.length ?? 0) > 0);
  if (!said) return;
  const personal = by.asked && turn.watch.changed() ? personalInLine(by.asked, turn.text) : null;
  await turn.tell(personal === null ? said : withHint(said, personal, turn.text, null), place);
}

/** Before it is shown, and in any case before the turn ends. */
async function noteSights({ watch, person, now }: Turn, { command, asked = '' }: Asked, answered: boolean) {
  const act = { at: now(), actor: person.userId, via: 'slack', command, asked } as const;
  await insertSights(watch.db, act, watch.sights(answered));
}

function listenToCommand(app: App, command: Command, all: readonly Command[], deps: Deps): void {
  const { slash = [], subs = [] } = command;
  for (const name of slash) {
    app.command(name, async ({ command: sent, ...args }) => {
      const at = turn(args, sent, deps);
      const typed = normalise(Words.parse(sent.text));
      const [first = '', ...others] = typed.split(' ');
      const rest = others.join(' ');
      const sub = subs.find(({ words, fits }) => words.includes(first.toLowerCase()) && (fits?.(rest) ?? true));
      const tooLong = longAsked(typed, command, sub, at.text);
      const answer = () => (sub ? sub.run({ ...at, typed: rest }) : answerLine(command, { ...at, typed }, all));
      const by = sub ? { command: `${name} ${first}`, asked: rest } : { command: name, asked: typed };
      await tellAnswer(at, tooLong ?? answer(), by);
    });
  }
}

/** What looks like a command is asked about: before it becomes an entry, or where nothing is known by it. */
async function answerLine(command: Command, turn: Typed, all: readonly Command[]): Promise<Answer> {
  const { typed, today } = turn;
  const meant = () => (isAskable(typed) ? meantBy(typed, command, all, today) : []);
  // In this order: reading the whole line to know that it is plainly an entry is what takes time.
  const before = command.entry && typed !== '' ? meant() : [];
  if (before.length > 0 && !command.entry?.isPlain(turn)) return meantMessage(before, command, all, turn);
  const answer = (await command.line?.(turn)) ?? null;
  if (!answer || !('unknown' in answer)) return answer;
  const instead = meant();
  return instead.length > 0 ? meantMessage(instead, command, all, turn) : answer.unknown();
}

function listenToOne(app: App, heard: Heard, deps: Deps): void {
  if (heard.hears === 'home') listenToHome(app, heard, deps);
  else if (heard.hears === 'accounts') listenToAccounts(app, heard, deps);
  else if (heard.hears === 'shortcut') {
    app.shortcut({ type: 'shortcut', callback_id: heard.id }, async ({ shortcut, ...args }) => {
      const at = turn(args, { trigger_id: shortcut.trigger_id }, deps);
      await tellAnswer(at, heard.run(at), { command: heard.id });
    });
  } else if (heard.hears === 'message_shortcut') {
    app.shortcut({ type: 'message_action', callback_id: heard.id }, async ({ shortcut, ...args }) => {
      if (shortcut.type !== 'message_action') return;
      const at = turn(args, shortcut, deps);
      const where = Where.parse(shortcut);
      const { text, user, ts = where.message_ts } = Shown.parse(shortcut.message);
      const message = { text, author: user, files: shortcut.message.files, channel: where.channel.id, ts };
      await tellAnswer(at, heard.run({ ...at, message }), { command: heard.id });
    });
  }
}

/** Bolt asks each of its listeners about each request: hundreds of buttons share one, as forms do, and are found by their names. */
function listenToPresses(app: App, presses: readonly Press[], deps: Deps): void {
  const named = new Map(presses.map((it) => [it.id, it]));
  app.action<BlockAction>({ type: 'block_actions' }, async ({ action, body, ...args }) => {
    const press = named.get(action.action_id);
    if (!press) return;
    const { id, place, run } = press;
    const { value, selected_option } = Chosen.parse(action);
    const modal = body.view?.type === 'modal' ? body.view : undefined;
    const known = modal?.private_metadata ?? '';
    const { responseUrl } = readEnvelope(known);
    const click = modal ? { ...body, response_url: responseUrl } : body;
    const at = turn(args, click, deps, place === 'form_in_place' && !modal ? 'in_place' : 'below', modal?.id);
    const where = { channel: body.channel?.id, ts: body.message?.ts, blocks: body.message?.blocks, known };
    const chosen = selected_option?.value ?? value ?? '';
    const answer = run(at, chosen, where);
    await tellAnswer(at, answer, { command: id, asked: chosen.trim() }, place === 'in_place' ? 'in_place' : 'below');
  });
}

function listenToSubmissions(app: App, submissions: readonly Submission[], deps: Deps): void {
  const named = new Map(submissions.map((it) => [it.id, it]));
  app.view(
    { type: 'view_submission' },
    async ({ ack, body, view, ...args }: SlackViewMiddlewareArgs & AllMiddlewareArgs) => {
      const submission = named.get(view.callback_id);
      if (!submission) return;
      const { id, personal, run } = submission;
      const submitted = readSubmitted(view);
      const { key = submitted.id, responseUrl, replace = false } = readEnvelope(submitted.private_metadata);
      const at = turn(
        args,
        { trigger_id: 'trigger_id' in body ? String(body.trigger_id) : '', response_url: responseUrl },
        deps,
      );
      const fields = new Set(submitted.blocks.map(({ block_id }) => block_id));
      const work = (async () =>
        run(at, { values: submitted.state.values, metadata: submitted.private_metadata, key, fields }))();
      const taken = work.then((outcome) => 'done' in outcome);
      redrawsOf(deps.log).sent(submitted.id, taken);
      await settle(work, {
        ack: ack as (answer?: object) => Promise<void>,
        client: args.client,
        view: submitted,
        text: at.text,
        log: deps.log,
        personal: () => personalInForm(submitted, personal, at.text),
        tell: (message) => at.tell(message, replace ? 'in_place' : 'below'),
        keep: (words, again) => keepLost(words, again, at),
      });
      await noteSights(at, { command: id }, false);
    },
  );
}

/** Slack takes so many options at once. */
const MOST_OPTIONS = 100;

/** A field's search is that of its form, or of all forms that have it. */
function listenToSearches(app: App, searches: readonly Offered[], deps: Deps): void {
  app.options<'block_suggestion'>({ type: 'block_suggestion' }, async ({ ack, payload, body, ...args }) => {
    const { block_id: field } = payload;
    const own = searches.filter((it) => it.field === field);
    if (own.length === 0) return;
    const view = 'view' in body ? body.view : undefined;
    const search = own.find(({ form }) => form === view?.callback_id) ?? own.find(({ form }) => !form);
    if (!search) return ack({ options: [] });
    const known = view?.private_metadata ?? '';
    const at = turn(args, {}, deps);
    const typed = normalise(Words.parse(payload.value));
    if (typed.length > LONGEST_ASKED) return ack({ options: [] });
    const offer = await search.run({ ...at, typed, known });
    await noteSights(at, { command: field, asked: typed }, false);
    await ack(optionsOf(offer) as never);
  });
}

function optionsOf(offer: Offer) {
  if (!('groups' in offer)) return { options: offer.slice(0, MOST_OPTIONS).map((it) => option(it.label, it.value)) };
  return {
    option_groups: offer.groups.map(({ label, choices }) => ({
      label: option(label, '').text,
      options: choices.slice(0, MOST_OPTIONS).map((it) => option(it.label, it.value)),
    })),
  };
}

function listenToChanges(app: App, changes: readonly Changing[], deps: Deps): void {
  const { redraw } = redrawsOf(deps.log);
  app.action<BlockAction>({ type: 'block_actions', action_id: 'value' }, async ({ action, body, ...args }) => {
    const { view } = body;
    const change = changes.find((it) => it.form === view?.callback_id && it.fields.includes(action.block_id));
    if (!view || !change) return;
    const at = turn(args, body, deps);
    const { blocks, state, private_metadata: metadata } = readSubmitted(view);
    const fields = new Set(blocks.map(({ block_id }) => block_id));
    const draw = async () => {
      const drawn = await change.run(at, { values: state.values, metadata, fields });
      return drawn && sealedDrawing(drawn, metadata);
    };
    await redraw(args.client, { id: view.id, hash: view.hash }, draw, { changed: action.action_ts });
  });
}

function listenToMessages(app: App, heard: readonly Heard[], deps: Deps): void {
  const written = heard.filter((it) => it.hears === 'message');
  if (written.length === 0) return;
  app.message(async ({ message, client, context }) => {
    const { subtype } = message;
    if (message.channel_type !== 'im' || (subtype !== undefined && subtype !== 'file_share')) return;
    const one = written.find(({ withFiles }) => withFiles === (subtype === 'file_share'));
    if (!one) return;
    const at = turn({ client, context }, {}, deps);
    const { text, channel, ts, thread_ts: thread } = Written.parse(message);
    const files = 'files' in message ? message.files : undefined;
    const answer = await one.run({ ...at, message: { text, author: at.person.userId, files, channel, ts, thread } });
    await noteSights(at, { command: 'message', asked: text }, (answer?.blocks?.length ?? 0) > 0);
    if (answer) await post(client, channel, thread, answer);
  });
}

async function post(
  client: webApi.WebClient,
  channel: string,
  thread: string | undefined,
  answer: NonNullable<Answer>,
) {
  const { direct: _direct, below: _below, ...message } = answer;
  await client.chat.postMessage({ channel, ...(thread ? { thread_ts: thread } : {}), ...fitting(message) });
}
