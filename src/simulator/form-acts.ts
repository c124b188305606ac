import { takeOptionsAck, takeSilentAck, takeSubmissionAck } from './acks.ts';
import type { ActOf } from './act.ts';
import type { Answer, Option, Place } from './action.ts';
import { answered, no, yes } from './answers.ts';
import { deliver } from './deliver.ts';
import { elementsOf, findElement, type Placed } from './elements.ts';
import { formProblems } from './form-check.ts';
import { isObject, type JsonObject, stringOf, textOf } from './json.ts';
import { LIMITS } from './limits.ts';
import {
  actionsPayload,
  closedPayload,
  type Spot,
  submissionPayload,
  suggestionPayload,
  type Used,
} from './payloads.ts';
import type { Person, Values } from './protocol.ts';
import type { Slack } from './slack.ts';
import { knownTo, popView } from './stack.ts';
import { setValues } from './values.ts';
import { findMessage, findView, stackOf } from './workspace.ts';

type FormAct = ActOf<'press' | 'fill' | 'submit' | 'close' | 'options'>;

/** What people do with elements in messages, forms and Home. */
export function act(slack: Slack, person: Person, it: FormAct): Answer | Promise<Answer> {
  switch (it.do) {
    case 'submit':
      return submit(slack, person, it);
    case 'close':
      return close(slack, person, it);
    case 'fill': {
      const spot = findSpot(slack, person, it.place);
      if (!spot) return nowhere(it.place);
      fill(slack, person, spot, it.values);
      return yes();
    }
    default: {
      const spot = findSpot(slack, person, it.place);
      const placed = spot && findElement(blocksOf(spot), it.blockId, it.actionId);
      if (!spot) return nowhere(it.place);
      if (!placed) return no('no_such_element', `There is no element ${it.actionId} in ${it.blockId} there.`);
      return it.do === 'press'
        ? press(slack, person, { spot, placed }, it)
        : suggest(slack, person, { spot, placed }, it.query);
    }
  }
}

/** Where it stands, if this person sees it. */
function findSpot(slack: Slack, person: Person, place: Place): Spot | undefined {
  if ('view' in place) {
    const view = findView(slack.workspace, (it) => it.id === place.view && it.user === person.id);
    return view && { view };
  }
  const channel = slack.workspace.channels.get(place.channel);
  const message = findMessage(slack.workspace, place.channel, place.ts);
  if (!channel?.members.has(person.id) || !message) return undefined;
  return message.only === undefined || message.only === person.id ? { message, channel } : undefined;
}

const nowhere = (place: Place): Answer =>
  'view' in place
    ? no('no_such_view', 'That form is closed.')
    : no('no_such_message', 'That message is gone, or not for this person.');

const blocksOf = (spot: Spot) => ('view' in spot ? spot.view.blocks : (spot.message.blocks ?? []));

function fill(slack: Slack, person: Person, spot: Spot, values: Values): void {
  const placed = elementsOf(blocksOf(spot));
  if ('view' in spot) {
    setValues(placed, spot.view.values, values);
  } else {
    const kept = spot.message.values.get(person.id) ?? {};
    setValues(placed, kept, values);
    spot.message.values.set(person.id, kept);
  }
  slack.workspace.changed();
}

async function press(slack: Slack, person: Person, used: Used, it: ActOf<'press'>): Promise<Answer> {
  const { spot, placed } = used;
  if (it.values) fill(slack, person, spot, it.values);
  const value = it.value ?? null;
  fill(slack, person, spot, { [it.blockId]: { [it.actionId]: value } });
  // In a form, an input speaks only when it asked for it.
  if (placed.input && placed.input.dispatch_action !== true) return yes();

  const payload = actionsPayload(slack, person, used, value);
  const summary = `${placed.actionId}${typeof value === 'string' ? ` = ${value}` : ''} ${labelOf(placed)}`.trim();
  const delivered = await deliver(slack, {
    envelope: 'interactive',
    kind: 'block_actions',
    payload,
    summary,
    user: person.id,
  });
  return answered(delivered, delivered.ok ? takeSilentAck(slack, 'block_actions', delivered.body) : undefined);
}

async function suggest(slack: Slack, person: Person, used: Used, query: string): Promise<Answer> {
  const { spot, placed } = used;
  if (!placed.type.endsWith('external_select')) return no('bad_request', `${placed.actionId} asks nobody for options.`);
  const least = placed.element.min_query_length;
  if ([...query].length < (typeof least === 'number' ? least : LIMITS.minQueryLength)) return yes({ options: [] });

  const delivered = await deliver(slack, {
    envelope: 'interactive',
    kind: 'block_suggestion',
    payload: suggestionPayload(slack, person, used, query),
    summary: `${placed.actionId}: ${query}`,
    user: person.id,
  });
  if (!delivered.ok) return answered(delivered);
  const taken = takeOptionsAck(slack, placed.actionId, delivered.body);
  if ('problem' in taken) return answered(delivered, taken.problem);

  const groups = taken.groups.map((group) => ({ label: plain(group.label), options: optionList(group.options) }));
  const options = optionList(taken.options);
  const offered = 'view' in spot ? spot.view.offered : spot.message.offered;
  for (const raw of [...taken.options, ...taken.groups.flatMap((group) => objects(group.options))]) {
    offered.set(stringOf(raw.value), raw);
  }
  return yes({ tookMs: delivered.tookMs, options, ...(groups.length > 0 ? { optionGroups: groups } : {}) });
}

async function submit(slack: Slack, person: Person, it: ActOf<'submit'>): Promise<Answer> {
  const view = stackOf(slack.workspace, person.id).at(-1);
  if (view?.id !== it.view) return no('no_such_view', 'That form is closed or not in front.');
  fill(slack, person, { view }, it.values);
  const problems = formProblems(elementsOf(view.blocks), view.values, knownTo(slack, view.offered));
  if (problems.length > 0) {
    const fields = problems.map((found) => `${found.blockId} (${found.problem})`).join(', ');
    return no('form_incomplete', `The form was not sent: ${fields}.`, { problems });
  }
  if (view.submitDisabled) return no('not_allowed', 'The form cannot be submitted yet.');
  view.errors = {};

  const delivered = await deliver(slack, {
    envelope: 'interactive',
    kind: 'view_submission',
    payload: submissionPayload(slack, person, view),
    summary: `${view.callbackId} ${textOf(view.title)}`,
    user: person.id,
  });
  if (!delivered.ok) return answered(delivered);
  const { errors, problem } = takeSubmissionAck(slack, view, delivered.body);
  if (errors) {
    const said = Object.entries(errors).map(([block, words]) => `${block}: ${words}`);
    return no('form_refused', `The app refused the form: ${said.join('; ')}`, { tookMs: delivered.tookMs, errors });
  }
  return answered(delivered, problem);
}

async function close(slack: Slack, person: Person, it: ActOf<'close'>): Promise<Answer> {
  const stack = stackOf(slack.workspace, person.id);
  const front = stack.at(-1);
  if (!front || !stack.some((view) => view.id === it.view)) return no('no_such_view', 'That form is already closed.');
  const all = it.all === true || front.clearOnClose;
  const closed = (all ? stack : [front]).filter((view) => view.notifyOnClose);
  // As the app sees it: with what was filled in, so before it is gone.
  const payloads = closed.map((view): [string, JsonObject] => [
    view.callbackId,
    closedPayload(slack, person, view, all),
  ]);
  popView(slack, person.id, all);

  const answers = await Promise.all(
    payloads.map(async ([summary, payload]) => {
      const sent = { envelope: 'interactive' as const, kind: 'view_closed', payload, summary, user: person.id };
      const delivered = await deliver(slack, sent);
      return answered(delivered, delivered.ok ? takeSilentAck(slack, 'view_closed', delivered.body) : undefined);
    }),
  );
  return answers.find((answer) => !answer.ok) ?? answers[0] ?? yes();
}

const labelOf = ({ element }: Placed): string => textOf(element.text);

const objects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

const plain = (value: unknown): Option['text'] => ({
  type: 'plain_text',
  text: isObject(value) ? textOf(value) : '',
});

const optionList = (value: unknown): Option[] =>
  objects(value).map((it) => ({
    text: plain(it.text),
    value: stringOf(it.value),
    ...(it.description ? { description: plain(it.description) } : {}),
  }));
