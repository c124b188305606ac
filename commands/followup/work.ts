import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { type Metadata, readMetadata } from '../../src/followup/form.ts';
import { type Followup, followupName, parseFollowupName } from '../../src/followup/rules.ts';
import { changeFollowup, findFollowup } from '../../src/followup/store.ts';
import { FOLLOWUP_BEGIN } from '../../src/followup/views.ts';
import { changeWords, historyWords, peopleIn } from '../../src/followup/words.ts';
import { begin, type Decided, owedOf, refuseWork, type Step } from '../../src/followup/work.ts';
import { todayIn } from '../../src/korean/days.ts';
import { rest, takeDayTime, tokensOf } from '../../src/korean/tokens.ts';
import { keepOthers } from '../../src/people/history/merge.ts';
import { findHistory } from '../../src/people/history/store.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { button, clip } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { mentionedIn } from '../../src/slack/references.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { keep, tellOwner, withUrl } from './add.ts';
import { cardOf } from './show.ts';
import { CHANGE, FINISH, HAND, type Office, POSTPONE, type Typed, type Way } from './ways.ts';
import { refusalWords } from './words.ts';

const WAYS = [FINISH, POSTPONE, HAND, CHANGE];

export function listenForWork(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(FOLLOWUP_BEGIN, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const said = await beginOne(Number(action.value), visitor, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    await tellPrivately({ client, log: deps.log }, reach, said, { replace: true });
  });
  for (const way of WAYS) listenForWay(app, way, deps);
}

function listenForWay(app: App, way: Way, deps: Deps): void {
  app.action<BlockButtonAction>(way.open, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openWay(way, Number(action.value), visitor, click, { replace: true }, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(way.form, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { text } = visitor;
    const metadata = readMetadata(view.private_metadata);
    const form = way.read(view.state.values);
    const followup = await findFollowup(deps.db, metadata.editing?.id ?? 0);
    const firstField = Object.keys(form)[0] ?? '';
    const decided = await decideOn(followup, visitor, (it, office) => way.decide(it, form, office), deps, firstField);
    if ('refusals' in decided || !followup) {
      const errors = 'refusals' in decided ? decided.refusals : {};
      await ack({ response_action: 'errors', errors: refusalWords(errors, text) });
      return;
    }
    const version = metadata.editing?.version ?? 0;
    const step = await besideOthers(decided.step, followup, metadata, deps);
    const work = carryOut(followup.id, version, step, visitor, deps).then((came) => {
      if ('followup' in came) return { ...came, done: text.followup.changed(followupName(followup.id)) };
      if (!('overtaken' in came)) return { errors: { [firstField]: came.refusal } };
      // What was typed stays; from here it is a change of what the other one made of it.
      const editing = { id: followup.id, version: came.now.version };
      const now = { ...metadata, editing, since: metadata.since ?? version };
      return { view: way.draw(form, came.now, now, text, came.overtaken) };
    });
    const settled = await settle({ ack, client, view }, work, {
      text,
      log: deps.log,
      again: (said) => way.draw(form, followup, metadata, text, said),
      keep: (said) => keep(said, form, metadata, visitor, client, deps),
    });
    if (!('followup' in settled)) return;
    const reach = { userId: visitor.person.userId, responseUrl: metadata.responseUrl };
    const said = await doneMessage(way, settled.followup, visitor, deps);
    await tellPrivately({ client, log: deps.log }, reach, said, { replace: metadata.replace ?? false });
    if (settled.followup.owner !== followup.owner) await tellOwner(settled.followup, visitor, client, deps);
  });
}

/** Of what others changed since the form was opened, what its writer did not touch stays. */
async function besideOthers(step: Step, followup: Followup, { editing, since }: Metadata, { db }: Deps): Promise<Step> {
  if (since === undefined || !editing) return step;
  const changes = await findHistory(db, 'followup', String(followup.id), editing.version - since);
  return { ...step, owed: keepOthers(step.owed, owedOf(followup), changes) };
}

async function doneMessage(way: Way, followup: Followup, visitor: Visitor, deps: Deps): Promise<Message> {
  const names = await findNames(deps.db, followup.owner ? [followup.owner] : []);
  const today = todayIn(deps.config.timezone, deps.now());
  return cardOf(followup, visitor, deps, way.done(followup, names, visitor.text, today));
}

type Came = { followup: Followup } | { refusal: string } | { overtaken: string; now: Followup };

/** Saves a step; who was overtaken hears who changed what, with what it has become. */
async function carryOut(id: number, version: number, step: Step, { person, text }: Visitor, deps: Deps): Promise<Came> {
  const changed = await changeFollowup(deps.db, id, version, step, { actor: person.userId, at: deps.now() });
  if (!changed) return { refusal: text.followup.form.refusals.not_found };
  if (!('refusal' in changed)) return changed;
  if (changed.refusal === 'voided') return { refusal: text.followup.form.refusals.voided };
  const [last] = await findHistory(deps.db, 'followup', String(id), 1);
  const names = await findNames(deps.db, last ? peopleIn([last]) : []);
  const today = todayIn(deps.config.timezone, deps.now());
  const who = last ? (names.get(last.actor) ?? last.actor) : '–';
  const what = last ? changeWords(last, historyWords(names, text, today)) : '';
  return { overtaken: clip(text.followup.form.changedMeanwhile(who, what), 2000), now: changed.followup };
}

async function decideOn(
  followup: Followup | null,
  { person }: Visitor,
  decide: (followup: Followup, office: Office) => Decided,
  deps: Deps,
  firstField: string,
): Promise<Decided> {
  const refusal = refuseWork(person, followup);
  if (refusal || !followup) return { refusals: { [firstField]: refusal ?? 'not_found' } };
  const people = new Set((await findPeople(deps.db)).map(({ userId }) => userId));
  const today = todayIn(deps.config.timezone, deps.now());
  return decide(followup, { today, isOfOffice: (userId) => people.has(userId) });
}

async function openWay(
  way: Way,
  id: number,
  { person, text }: Visitor,
  click: Click,
  { replace }: { replace: boolean },
  deps: Deps,
): Promise<Message | null> {
  const followup = await findFollowup(deps.db, id);
  const refusal = refuseWork(person, followup);
  if (refusal === 'not_found' || !followup) return { text: text.followup.notFound(followupName(id)) };
  if (refusal) return { text: text.followup.form.refusals[refusal] };
  const today = todayIn(deps.config.timezone, deps.now());
  const editing = { id, version: followup.version };
  const metadata = { key: randomUUID(), editing, replace, ...withUrl(click.responseUrl) };
  const view = way.draw(way.start(followup, today), followup, metadata, text);
  return openOrOffer(click, view, button(way.open, way.label(text), String(id), 'primary'), text);
}

/** One press or one line: work on it has begun. */
async function beginOne(id: number, visitor: Visitor, deps: Deps): Promise<Message> {
  const { person, text } = visitor;
  const followup = await findFollowup(deps.db, id);
  if (!followup) return { text: text.followup.notFound(followupName(id)) };
  return takeStep(followup, begin(followup, person.userId), text.followup.began(followupName(id)), visitor, deps);
}

async function takeStep(
  followup: Followup,
  decided: Decided,
  done: string,
  visitor: Visitor,
  deps: Deps,
): Promise<Message> {
  const { person, text } = visitor;
  const refusal = refuseWork(person, followup);
  if (refusal) return { text: text.followup.form.refusals[refusal] };
  if ('refusals' in decided) {
    const reasons = Object.values(refusalWords(decided.refusals, text));
    return cardOf(followup, visitor, deps, reasons.join(' '));
  }
  const came = await carryOut(followup.id, followup.version, decided.step, visitor, deps);
  if ('followup' in came) return cardOf(came.followup, visitor, deps, done);
  return 'overtaken' in came ? cardOf(came.now, visitor, deps, came.overtaken) : { text: came.refusal };
}

type Run = (typed: string, visitor: Visitor, click: Click, deps: Deps) => Promise<Message | null>;

/** `F12` and what follows: with enough said it is done at once, else the form asks for the rest. */
function typedWay(way: Way, read: (rest: string, today: string, deps: Deps) => Promise<Typed | null>): Run {
  return async (typed, visitor, click, deps) => {
    const [name = '', ...more] = typed.split(' ');
    const id = parseFollowupName(name);
    if (id === null) return { text: visitor.text.followup.whichRecord };
    const today = todayIn(deps.config.timezone, deps.now());
    const said = more.length === 0 ? null : await read(more.join(' '), today, deps);
    if (!said) return openWay(way, id, visitor, click, { replace: false }, deps);

    const followup = await findFollowup(deps.db, id);
    if (!followup) return { text: visitor.text.followup.notFound(followupName(id)) };
    const form = { ...way.start(followup, today), ...said };
    const decided = await decideOn(followup, visitor, (it, office) => way.decide(it, form, office), deps, 'status');
    const names = await findNames(deps.db, form.owner ? [form.owner] : []);
    const after = 'step' in decided ? { ...followup, ...decided.step.owed } : followup;
    const answer = await takeStep(followup, decided, way.done(after, names, visitor.text, today), visitor, deps);
    if ('step' in decided && decided.step.owed.owner !== followup.owner) {
      const now = await findFollowup(deps.db, id);
      if (now && now.owner === decided.step.owed.owner) await tellOwner(now, visitor, click.client, deps);
    }
    return answer;
  };
}

export const beginTyped: Run = async (typed, visitor, _click, deps) => {
  const id = parseFollowupName(typed.split(' ')[0] ?? '');
  return id === null ? { text: visitor.text.followup.whichRecord } : beginOne(id, visitor, deps);
};

export const finishTyped = typedWay(FINISH, async (words) => ({ answer: words }));

export const postponeTyped = typedWay(POSTPONE, async (words, today) => {
  const tokens = tokensOf(words);
  const { day } = takeDayTime(tokens, { today, towards: 'future' });
  const reason = rest(tokens);
  return day && reason ? { due: day, reason } : null;
});

export const handTyped = typedWay(HAND, async (words, _today, { db }) => {
  const people = await findPeople(db);
  const [mentioned] = mentionedIn(words);
  const named = people.find(({ name }) => words.split(' ').some((word) => word === name || word === `@${name}`));
  const owner = mentioned ?? named?.userId ?? null;
  const others = words
    .split(' ')
    .filter((word) => !/^<@/.test(word) && (mentioned || word.replace(/^@/, '') !== named?.name));
  const reason = others.join(' ').trim();
  return owner ? { owner, reason: reason || null } : null;
});

export const editTyped = typedWay(CHANGE, async () => null);
