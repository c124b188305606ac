import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { formatDay } from '../../src/korean/day-words.ts';
import { todayIn } from '../../src/korean/days.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { isManager } from '../../src/people/rules.ts';
import { findOfficeSettings, putOfficeSetting } from '../../src/people/settings/store.ts';
import { findNames } from '../../src/people/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/fields.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { type LimitForm, limitsForm, type RulesForm, rulesForm } from '../../src/spending/check/forms.ts';
import {
  CHECK_LIMITS,
  CHECK_LIMITS_FORM,
  CHECK_LIMITS_OPEN,
  CHECK_RULES_FORM,
  CHECK_RULES_OPEN,
} from '../../src/spending/check/ids.ts';
import { judgeDue, MONTHS_AT_A_TIME } from '../../src/spending/check/jobs.ts';
import { limitOn } from '../../src/spending/check/limit/known.ts';
import { draftLimit, draftPlan, limitWords } from '../../src/spending/check/limit/rules.ts';
import {
  findDecidedRules,
  findLimitChanges,
  findLimits,
  putLimit,
  putRules,
} from '../../src/spending/check/limit/store.ts';
import { limitsMessage } from '../../src/spending/check/limit/views.ts';
import { RULES, rulesOn } from '../../src/spending/check/rules/all.ts';

/** The limits with the days from which they hold, the rules that are on and off, and who changed what and why. */
export async function showLimits({ person, text }: Visitor, { db, config }: Deps): Promise<Message> {
  const changes = await findLimitChanges(db, 8);
  const known = {
    limits: await findLimits(db),
    on: rulesOn(await findDecidedRules(db)),
    plans: (await findOfficeSettings(db)).spendingPlans,
    changes,
    names: await findNames(db, [...new Set(changes.map(({ actor }) => actor))]),
    mayChange: isManager(person),
  };
  return limitsMessage(known, text, (at) => formatDay(todayIn(config.timezone, at), text.language, ''));
}

const Metadata = z.object({ responseUrl: z.string().optional() });

export function listenForLimits(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(CHECK_LIMITS, async ({ body, client, context }) => {
    const visitor = visitorOf(context);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    await tellPrivately({ client, log: deps.log }, reach, await showLimits(visitor, deps));
  });

  for (const id of [CHECK_LIMITS_OPEN, CHECK_RULES_OPEN]) {
    app.action<BlockButtonAction>(id, async ({ body, client, context }) => {
      const visitor = visitorOf(context);
      const { person, text } = visitor;
      const reach = { userId: person.userId, responseUrl: body.response_url };
      if (!isManager(person)) {
        await tellPrivately({ client, log: deps.log }, reach, plainMessage(text.check.limits.notManager));
        return;
      }
      const metadata = JSON.stringify(body.response_url ? { responseUrl: body.response_url } : {});
      const on = [...rulesOn(await findDecidedRules(deps.db))];
      const view =
        id === CHECK_LIMITS_OPEN
          ? limitsForm(
              { limit: null, value: null, from: todayIn(deps.config.timezone, deps.now()), reason: null },
              metadata,
              text,
            )
          : rulesForm({ on, planYear: null, plan: null, reason: null }, metadata, text);
      const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
      const said = await openOrOffer(click, view, button(id, text.access.openAgain, 'open', 'primary'), text);
      if (said) await tellPrivately({ client, log: deps.log }, reach, said);
    });
  }

  app.view<ViewSubmitAction>(CHECK_LIMITS_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { one } = readFields(view.state.values);
    const typed = {
      limit: one('limit'),
      value: one('value'),
      from: one('from'),
      reason: normaliseLines(one('reason') ?? ''),
    };
    const settled = await settle({ ack, client, view }, changeLimit(typed, visitor, deps), {
      text: visitor.text,
      log: deps.log,
      again: (said) => limitsForm(typed, view.private_metadata, visitor.text, said),
    });
    if ('done' in settled) await tellDone(settled.done, view.private_metadata, visitor, client);
  });

  app.view<ViewSubmitAction>(CHECK_RULES_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { one, many } = readFields(view.state.values);
    const typed = {
      on: many('on'),
      planYear: one('plan_year'),
      plan: one('plan'),
      reason: normaliseLines(one('reason') ?? ''),
    };
    const settled = await settle({ ack, client, view }, changeRules(typed, visitor, deps), {
      text: visitor.text,
      log: deps.log,
      again: (said) => rulesForm(typed, view.private_metadata, visitor.text, said),
    });
    if ('done' in settled) await tellDone(settled.done, view.private_metadata, visitor, client);
  });

  async function tellDone(
    done: string,
    metadata: string,
    visitor: Visitor,
    client: Parameters<typeof tellPrivately>[0]['client'],
  ) {
    const { responseUrl } = Metadata.parse(JSON.parse(metadata));
    const reach = { userId: visitor.person.userId, responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, plainMessage(done));
    await judgeDue(deps, { most: MONTHS_AT_A_TIME });
  }
}

type Done = { errors: Record<string, string> } | { done: string };

async function changeLimit(typed: LimitForm, { person, text }: Visitor, { db, now }: Deps): Promise<Done> {
  const words = text.check.limits;
  if (!isManager(person)) return { errors: { limit: words.notManager } };
  const drafted = draftLimit(typed);
  if ('refusals' in drafted) {
    return {
      errors: Object.fromEntries(
        Object.entries(drafted.refusals).map(([field, refusal]) => [field, words.refusals[refusal]]),
      ),
    };
  }
  const { limit } = drafted;
  const before = limitOn(limit.name, limit.from, await findLimits(db));
  await putLimit(db, limit, before, { actor: person.userId, at: now(), reason: typed.reason ?? '' });
  return {
    done: words.done(
      words.names[limit.name],
      limitWords(limit.name, limit.value, text),
      formatDay(limit.from, text.language, ''),
    ),
  };
}

async function changeRules(typed: RulesForm, { person, text }: Visitor, { db, now }: Deps): Promise<Done> {
  const words = text.check.limits;
  if (!isManager(person)) return { errors: { on: words.notManager } };
  if (!typed.reason) return { errors: { reason: words.refusals.missing } };
  const plan = draftPlan(typed);
  if ('refusal' in plan) return { errors: { plan_year: words.refusals[plan.refusal] } };
  const before = rulesOn(await findDecidedRules(db));
  const wanted = new Set(typed.on);
  const decided = RULES.filter(({ id, judge }) => judge !== null && wanted.has(id) !== before.has(id));
  const by = { actor: person.userId, at: now(), reason: typed.reason };
  await putRules(db, new Map(decided.map(({ id }) => [id, wanted.has(id)])), by);
  if (plan.plan) {
    const { spendingPlans } = await findOfficeSettings(db);
    await putOfficeSetting(db, 'spendingPlans', { ...spendingPlans, [plan.plan.year]: plan.plan.document }, by);
  }
  if (decided.length === 0 && !plan.plan) return { done: words.nothing };
  return { done: words.rulesDone(String(decided.length)) };
}
