import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { isManager } from '../../src/people/rules.ts';
import { PLEDGE_UPDATE_OPEN } from '../../src/pledge/card.ts';
import {
  type Metadata,
  PLEDGE_UPDATE,
  readForm,
  readMetadata,
  updateForm,
  wordedRefusals,
} from '../../src/pledge/form.ts';
import { putUpdate } from '../../src/pledge/proposal/store.ts';
import { draftUpdate, formOf, type Pledge, pledgeName, type Update } from '../../src/pledge/rules.ts';
import { type EvidenceFile, findPledge } from '../../src/pledge/store.ts';
import { showButton } from '../../src/pledge/views.ts';
import { statusWords } from '../../src/pledge/words.ts';
import { button, escaped, section } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { keepAnswer } from './answers.ts';
import { isPledge, onePledge } from './find.ts';
import type { Kept } from './kept.ts';
import { askManagers } from './proposals.ts';

/** `1-2-3` opens the form; members' forms propose. */
export async function updateTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const found = await onePledge(typed, visitor, deps);
  return isPledge(found) ? openUpdate(found, visitor, click) : found;
}

async function openUpdate(pledge: Pledge, { person, text }: Visitor, click: Click): Promise<Message | null> {
  if (pledge.voided) return { text: text.pledge.form.gone };
  const metadata = {
    key: randomUUID(),
    id: pledge.id,
    version: pledge.version,
    ...(click.responseUrl ? { responseUrl: click.responseUrl } : {}),
  };
  const how = isManager(person) ? 'update' : 'propose';
  const again = button(PLEDGE_UPDATE_OPEN, text.access.openAgain, String(pledge.id), 'primary');
  return openOrOffer(click, updateForm(pledge, formOf(pledge), metadata, how, text), again, text);
}

export function listenForUpdates(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(PLEDGE_UPDATE_OPEN, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const pledge = await findPledge(deps.db, Number(action.value));
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = pledge ? await openUpdate(pledge, visitor, click) : { text: visitor.text.pledge.form.gone };
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view(PLEDGE_UPDATE, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const metadata = readMetadata(view.private_metadata);
    const { form, files } = readForm(view.state.values);
    const pledge = await findPledge(deps.db, metadata.id);
    if (!pledge) {
      await ack({ response_action: 'errors', errors: { status: text.pledge.form.gone } });
      return;
    }
    const drafted = draftUpdate(form, pledge, files.length);
    if ('refusals' in drafted) {
      await ack({ response_action: 'errors', errors: wordedRefusals(drafted.refusals, text) });
      return;
    }
    const { roundId, responseUrl } = metadata;
    const keep = roundId === undefined ? save : keepAnswer;
    const how = roundId !== undefined ? 'review' : isManager(person) ? 'update' : 'propose';
    const kept = await settle({ ack, client, view }, keep(drafted.update, files, metadata, visitor, deps), {
      text,
      log: deps.log,
      again: (said) => updateForm(pledge, form, metadata, how, text, said),
    });
    if ('errors' in kept) return;
    await tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl }, kept.said);
    await kept.afterwards?.(client);
  });
}

/** Saves for good before the form closes: a manager's at once, a member's as a proposal that managers are asked about. */
async function save(
  update: Update,
  files: readonly EvidenceFile[],
  { key, id, version }: Metadata,
  { person, text }: Visitor,
  deps: Deps,
): Promise<Kept> {
  const words = text.pledge;
  const entry = { actor: person.userId, at: deps.now(), formKey: key, files, confirm: isManager(person) };
  const saved = await putUpdate(deps.db, { id, version }, update, entry);
  if ('refusal' in saved) {
    return { errors: { status: saved.refusal === 'gone' ? words.form.gone : words.form.changedMeanwhile } };
  }
  const { proposal, pledge, again } = saved;
  const name = pledgeName(pledge);
  const status = statusWords(proposal.status, text);
  const open = proposal.state === 'open';
  const said = again
    ? words.sentBefore(name)
    : open
      ? words.proposed(name, status, proposal.progress)
      : words.updated(name, status, proposal.progress);
  const message = { text: escaped(said), blocks: [section(said, showButton(pledge, text))] };
  if (again || !open) return { done: said, said: message };
  return { done: said, said: message, afterwards: (client) => askManagers(proposal, pledge, person, client, deps) };
}
