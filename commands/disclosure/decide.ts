import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { findEarlierDecisions, putDecisions } from '../../src/disclosure/decision/store.ts';
import { printOf } from '../../src/disclosure/earlier.ts';
import { HIDE_FORM, type HideTyped, hideForm } from '../../src/disclosure/form-views.ts';
import { groupParts } from '../../src/disclosure/parts.ts';
import { type DisclosurePeriod, readPeriod } from '../../src/disclosure/period.ts';
import type { Field } from '../../src/disclosure/privacy/finding.ts';
import { findDraft, findPlaces } from '../../src/disclosure/store.ts';
import {
  DISCLOSURE_AS_BEFORE,
  DISCLOSURE_HIDE,
  DISCLOSURE_KEEP,
  DISCLOSURE_MASK,
  decidedBefore,
  PARTS_ON_A_PAGE,
} from '../../src/disclosure/views.ts';
import { normalise } from '../../src/korean/typed.ts';
import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { button } from '../../src/slack/blocks.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { parseExpenseName } from '../../src/spending/expense/rules.ts';
import { previewOf, today } from './preview.ts';

const Value = z.object({
  period: z.string(),
  offset: z.number().int().min(0),
  expense: z.number().int(),
  field: z.string(),
  found: z.string(),
});
const Typed = z.object({ value: z.object({ value: z.string().nullish() }) });
const HideState = z.object({ words: Typed, record: Typed });
const Metadata = z.object({ period: z.string(), responseUrl: z.string().optional() });

/** Deciding whether words are published, by a button or for words that the rules missed. */
export function listenForDecisions(app: App, deps: Deps): void {
  for (const [actionId, choice] of [
    [DISCLOSURE_MASK, 'mask'],
    [DISCLOSURE_KEEP, 'keep'],
  ] as const) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      const message = await decide(Value.parse(JSON.parse(action.value ?? '')), choice, visitor, deps);
      const replace = isManager(visitor.person);
      await tellPrivately({ client, log: deps.log }, reach, message, { replace });
    });
  }

  app.action<BlockButtonAction>(DISCLOSURE_AS_BEFORE, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    const message = await decideAsBefore(AsBefore.parse(JSON.parse(action.value ?? '')), visitor, deps);
    await tellPrivately({ client, log: deps.log }, reach, message, { replace: isManager(visitor.person) });
  });

  app.action<BlockButtonAction>(DISCLOSURE_HIDE, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const period = readPeriod(action.value ?? '', today(deps));
    if (!period) return;
    const metadata = JSON.stringify({ period: period.key, responseUrl: body.response_url });
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const again = button(DISCLOSURE_HIDE, text.access.openAgain, period.key, 'primary');
    const said = isManager(person)
      ? await openOrOffer(click, hideForm(period, metadata, text), again, text)
      : { text: text.access.notManager };
    if (said)
      await tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl: body.response_url }, said);
  });

  app.view<ViewSubmitAction>(HIDE_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { text, person } = visitor;
    const metadata = Metadata.parse(JSON.parse(view.private_metadata));
    const period = readPeriod(metadata.period, today(deps));
    if (!period) throw new Error(`No period: ${metadata.period}`);
    const state = HideState.parse(view.state.values);
    const typed = {
      words: normalise(state.words.value.value ?? ''),
      record: normalise(state.record.value.value ?? ''),
    };
    const settled = await settle({ ack, client, view }, hide(period, typed, visitor, deps), {
      text,
      log: deps.log,
      again: (said) => hideForm(period, view.private_metadata, text, { ...typed, said }),
    });
    if ('errors' in settled) return;
    const message = await previewOf(period, 0, visitor, deps, settled.done);
    const reach = { userId: person.userId, responseUrl: metadata.responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
  });
}

async function decide(
  value: z.infer<typeof Value>,
  choice: 'mask' | 'keep',
  visitor: Visitor,
  deps: Deps,
): Promise<Message> {
  const { person, text } = visitor;
  const words = text.disclosure;
  if (!isManager(person)) return { text: text.access.notManager };
  const period = readPeriod(value.period, today(deps));
  if (!period) throw new Error(`No period: ${value.period}`);
  const draft = await findDraft(deps.db, period);
  const groups = groupParts(draft.parts);
  const group = groups.find(
    (it) => it.field === value.field && it.found === value.found && it.expenses.includes(value.expense),
  );
  if (!group) return previewOf(period, value.offset, visitor, deps, words.decisionGone);
  if (group.fixed && choice === 'keep') return previewOf(period, value.offset, visitor, deps, words.neverShown);
  // The same words may stand in records of which only some were decided before.
  const same = groups.filter(
    (it) => it.field === group.field && it.found === group.found && it.before === group.before,
  );
  const about = { expenseIds: same.flatMap((it) => it.expenses), field: group.field, found: group.found };
  await putDecisions(deps.db, about, choice, { actor: person.userId, at: deps.now() });
  return previewOf(period, value.offset, visitor, deps, words.decided[choice](group.found));
}

const AsBefore = z.object({ period: z.string(), offset: z.number().int().min(0), print: z.string() });

/** Decides what a page showed as it was decided before; nothing when the page would show something else by now. */
async function decideAsBefore(value: z.infer<typeof AsBefore>, visitor: Visitor, deps: Deps): Promise<Message> {
  const { person, text } = visitor;
  const words = text.disclosure;
  if (!isManager(person)) return { text: text.access.notManager };
  const period = readPeriod(value.period, today(deps));
  if (!period) throw new Error(`No period: ${value.period}`);
  const draft = await findDraft(deps.db, period);
  const open = draft.parts.filter(({ state }) => state === 'open');
  const page = groupParts(draft.parts).slice(value.offset, value.offset + PARTS_ON_A_PAGE);
  const offered = decidedBefore(page, await findEarlierDecisions(deps.db, open));
  if (printOf(offered) !== value.print) return previewOf(period, value.offset, visitor, deps, words.decisionGone);
  const by = { actor: person.userId, at: deps.now() };
  for (const { group, choice } of offered) {
    const about = { expenseIds: group.expenses, field: group.field, found: group.found };
    await putDecisions(deps.db, about, choice, by);
  }
  const done = words.decidedAsBefore(formatWon(offered.length));
  return previewOf(period, value.offset, visitor, deps, done);
}

type Hidden = { errors: Record<string, string> } | { done: string };

async function hide(
  period: DisclosurePeriod,
  typed: Required<HideTyped>,
  { person, text }: Visitor,
  deps: Deps,
): Promise<Hidden> {
  const words = text.disclosure.hideForm;
  if (!isManager(person)) return { errors: { words: text.access.notManager } };
  if ([...typed.words].length < 2) return { errors: { words: words.tooShort } };
  const id = typed.record === '' ? null : parseExpenseName(typed.record);
  if (typed.record !== '' && id === null) return { errors: { record: text.expense.whichRecord } };
  const places = (await findPlaces(deps.db, period, typed.words)).filter(
    ({ expense }) => id === null || expense === id,
  );
  if (places.length === 0) return { errors: { words: words.notFound } };
  const by = { actor: person.userId, at: deps.now() };
  for (const [field, found] of Map.groupBy(places, (it): Field => it.field)) {
    await putDecisions(
      deps.db,
      { expenseIds: found.map(({ expense }) => expense), field, found: typed.words },
      'mask',
      by,
    );
  }
  const records = new Set(places.map(({ expense }) => expense)).size;
  return { done: text.disclosure.hidden(typed.words, formatWon(records)) };
}
