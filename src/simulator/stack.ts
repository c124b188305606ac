import type { Drawn } from './drawing.ts';
import { elementsOf } from './elements.ts';
import { fileObject } from './file-object.ts';
import { type JsonObject, present } from './json.ts';
import { LIMITS } from './limits.ts';
import { APP, TEAM } from './people.ts';
import type { Refusal, Slack } from './slack.ts';
import { type Known, mergedValues, stateOf } from './values.ts';
import { findView, type StoredView, stackOf } from './workspace.ts';

/** A new form, in place of whatever that person had open. */
export function openView(slack: Slack, user: string, drawn: Drawn): StoredView | Refusal {
  if (externalIdTaken(slack, drawn)) return { error: 'duplicate_external_id' };
  const view = newView(slack, user, drawn);
  slack.workspace.stacks.set(user, [view]);
  slack.workspace.changed();
  return view;
}

/** On top of the form in front. */
export function pushView(slack: Slack, user: string, drawn: Drawn): StoredView | Refusal {
  const stack = stackOf(slack.workspace, user);
  const front = stack.at(-1);
  if (!front) return { error: 'not_found' };
  if (stack.length >= LIMITS.viewStack) return { error: 'push_limit_reached' };
  if (externalIdTaken(slack, drawn)) return { error: 'duplicate_external_id' };
  const view = { ...newView(slack, user, drawn), rootId: front.rootId, previousId: front.id };
  slack.workspace.stacks.set(user, [...stack, view]);
  slack.workspace.changed();
  return view;
}

/** Drawn anew in its place, keeping what the person filled in. */
export function redrawView(slack: Slack, view: StoredView, drawn: Drawn): StoredView | Refusal {
  if (externalIdTaken(slack, drawn, view)) return { error: 'duplicate_external_id' };
  const values = mergedValues(elementsOf(drawn.blocks), elementsOf(view.blocks), view.values);
  for (const key of ['title', 'submit', 'close'] as const) delete view[key];
  Object.assign(view, drawn, { values, errors: {}, hash: newHash(slack), revision: view.revision + 1 });
  slack.workspace.changed();
  return view;
}

export function publishHome(slack: Slack, user: string, drawn: Drawn): StoredView | Refusal {
  const before = slack.workspace.homes.get(user);
  if (before) return redrawView(slack, before, drawn);
  if (externalIdTaken(slack, drawn)) return { error: 'duplicate_external_id' };
  const view = newView(slack, user, drawn);
  slack.workspace.homes.set(user, view);
  slack.workspace.changed();
  return view;
}

/** Closes the front form, or all. */
export function popView(slack: Slack, user: string, all = false): void {
  slack.workspace.stacks.set(user, all ? [] : stackOf(slack.workspace, user).slice(0, -1));
  slack.workspace.changed();
}

export function knownTo(slack: Slack, offered: ReadonlyMap<string, JsonObject>): Known {
  return {
    options: offered,
    file: (id) => {
      const file = slack.workspace.files.get(id);
      return file && fileObject(slack, file);
    },
  };
}

/** As Slack shows a view to the app. */
export function viewObject(slack: Slack, view: StoredView): JsonObject {
  return present({
    id: view.id,
    team_id: TEAM.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: stateOf(elementsOf(view.blocks), view.values, knownTo(slack, view.offered)) },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: APP.id,
    external_id: view.externalId,
    app_installed_team_id: TEAM.id,
    bot_id: APP.botId,
  });
}

function newView(slack: Slack, user: string, drawn: Drawn): StoredView {
  const id = slack.ids.next('V');
  return {
    ...drawn,
    id,
    user,
    hash: newHash(slack),
    rootId: id,
    values: mergedValues(elementsOf(drawn.blocks), [], {}),
    errors: {},
    offered: new Map(),
    revision: 1,
  };
}

const newHash = (slack: Slack): string =>
  `${Math.floor(slack.clock.now().getTime() / 1000)}.${slack.ids.secret().slice(0, 8)}`;

function externalIdTaken(slack: Slack, drawn: Drawn, except?: StoredView): boolean {
  if (!drawn.externalId) return false;
  return findView(slack.workspace, (it) => it !== except && it.externalId === drawn.externalId) !== undefined;
}
