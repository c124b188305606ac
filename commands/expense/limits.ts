import { z } from 'zod';
import { atOnce } from '../../src/base/db/database.ts';
import { formatDay } from '../../src/korean/day-words.ts';
import { todayIn } from '../../src/korean/days.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { readable } from '../../src/people/mentions.ts';
import { isManager } from '../../src/people/rules.ts';
import { changeOfficeSetting, findOfficeSettings } from '../../src/people/settings/store.ts';
import { findNames } from '../../src/people/store.ts';
import { type Heard, jsonOf, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import { turnsOf } from '../../src/slack/pager.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { LIMIT, limitsForm, OFFICE, officeForm, RULES_ON, rulesForm } from '../../src/spending/check/forms.ts';
import {
  CHECK_BASES,
  CHECK_LIMITS,
  CHECK_LIMITS_OPEN,
  CHECK_LIMITS_PAST,
  CHECK_OFFICE_OPEN,
  CHECK_RULES_OPEN,
} from '../../src/spending/check/ids.ts';
import { judgeDue, MONTHS_AT_A_TIME } from '../../src/spending/check/jobs.ts';
import { basesMessage, pageOf } from '../../src/spending/check/limit/bases.ts';
import { limitOn } from '../../src/spending/check/limit/known.ts';
import { draftOffice } from '../../src/spending/check/limit/office.ts';
import { draftLimit, draftPlan, limitWords } from '../../src/spending/check/limit/rules.ts';
import {
  findDecidedRules,
  findLimitChanges,
  findLimits,
  putLimit,
  putOfficeRules,
  putRules,
} from '../../src/spending/check/limit/store.ts';
import { limitsMessage, pastLimitsMessage } from '../../src/spending/check/limit/views.ts';
import { RULES, rulesOn } from '../../src/spending/check/rules/all.ts';

const Page = z.object({ offset: z.number().int().min(0) });

export const limits: Heard[] = [
  press(CHECK_LIMITS, Words, (turn) => showLimits(turn)),
  press(CHECK_LIMITS_PAST, Words, async ({ db, text }) => pastLimitsMessage(await findLimits(db), text)),
  press(CHECK_LIMITS_OPEN, Words, (turn) =>
    forManagers(turn, () => turn.open(limitsForm(turn.today, turn.text), { press: CHECK_LIMITS_OPEN })),
  ),
  press(CHECK_RULES_OPEN, Words, (turn) =>
    forManagers(turn, async () => {
      const on = [...rulesOn(await findDecidedRules(turn.db))];
      return turn.open(rulesForm(on, turn.text), { press: CHECK_RULES_OPEN });
    }),
  ),
  press(CHECK_OFFICE_OPEN, Words, (turn) =>
    forManagers(turn, async () => {
      const known = await findOfficeSettings(turn.db);
      return turn.open(officeForm(known, turn.text), { press: CHECK_OFFICE_OPEN });
    }),
  ),
  ...turnsOf(CHECK_BASES).map((id) =>
    press(id, jsonOf(Page), (turn) => showBases(turn.pressed.offset, turn), 'in_place'),
  ),
  submission(OFFICE, changeOffice),
  submission(LIMIT, changeLimit),
  submission(RULES_ON, changeRules),
];

const forManagers = async ({ person, text }: Turn, open: () => Promise<Answer>): Promise<Answer> =>
  isManager(person) ? open() : plainMessage(text.check.limits.notManager);

/** `기준 19`: the page of clauses and sources that shows the rule; all limits and rules where none is named. */
export async function showRulesTyped(turn: Typed): Promise<Message> {
  const offset = pageOf(turn.typed);
  return offset === null ? showLimits(turn) : showBases(offset, turn);
}

async function showBases(offset: number, { db, text }: Turn): Promise<Message> {
  return basesMessage(rulesOn(await findDecidedRules(db)), offset, text);
}

/** The limits with the days from which they hold, the rules that are on and off, and who changed what and why. */
export async function showLimits({ db, person, text, today, config }: Turn): Promise<Message> {
  const changes = await findLimitChanges(db, 8);
  const settings = await findOfficeSettings(db);
  const known = {
    today,
    office: settings,
    limits: await findLimits(db),
    on: rulesOn(await findDecidedRules(db)),
    plans: settings.spendingPlans,
    changes,
    names: await findNames(db, [...new Set([...changes.map(({ actor }) => actor), ...settings.accounting])]),
    mayChange: isManager(person),
  };
  return limitsMessage(known, text, (at) => formatDay(todayIn(config.timezone, at), text.language, ''));
}

/** What was judged before is judged anew, once its writer knows. */
const judgedAnew = (done: string, turn: Turn): Outcome => ({
  done,
  after: () => judgeDue(turn, { most: MONTHS_AT_A_TIME }),
});

const reasonIn = async (typed: string | null, { db }: Turn): Promise<string> =>
  normaliseLines(await readable(db, typed ?? ''));

async function changeLimit({ values, ...turn }: Submitted<typeof LIMIT.empty, object>): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.check.limits;
  if (!isManager(person)) return refuse(words.notManager, 'limit');
  const reason = await reasonIn(values.reason, turn);
  const drafted = draftLimit({ ...values, reason });
  if ('refusals' in drafted) return refuseFields(drafted.refusals, words.refusals);
  const { limit } = drafted;
  const before = limitOn(limit.name, limit.from, await findLimits(db));
  await putLimit(db, limit, before, { actor: person.userId, at: turn.now(), reason });
  const value = limitWords(limit.name, limit.value, text);
  return judgedAnew(words.done(words.names[limit.name], value, formatDay(limit.from, text.language, '')), turn);
}

async function changeRules({ values, ...turn }: Submitted<typeof RULES_ON.empty, object>): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.check.limits;
  if (!isManager(person)) return refuse(words.notManager, 'on');
  const reason = await reasonIn(values.reason, turn);
  if (reason === '') return refuse(words.refusals.missing, 'reason');
  const plan = draftPlan({ planYear: values.plan_year, plan: values.plan });
  if ('refusal' in plan) return refuse(words.refusals[plan.refusal], 'plan_year');
  const before = rulesOn(await findDecidedRules(db));
  const wanted = new Set(values.on);
  const decided = RULES.filter(({ id, judge }) => judge !== null && wanted.has(id) !== before.has(id));
  const by = { actor: person.userId, at: turn.now(), reason };
  await putRules(db, new Map(decided.map(({ id }) => [id, wanted.has(id)])), by);
  const said = plan.plan && { [plan.plan.year]: plan.plan.document };
  if (said) await changeOfficeSetting(db, 'spendingPlans', (plans) => ({ ...plans, ...said }), by);
  const nothing = decided.length === 0 && !plan.plan;
  return judgedAnew(nothing ? words.nothing : words.rulesDone(String(decided.length)), turn);
}

async function changeOffice({ values, ...turn }: Submitted<typeof OFFICE.empty, object>): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.check.limits;
  if (!isManager(person)) return refuse(words.notManager, 'barred');
  const reason = await reasonIn(values.reason, turn);
  if (reason === '') return refuse(words.refusals.missing, 'reason');
  const by = { actor: person.userId, at: turn.now(), reason };
  // A year's document is added to those that are known: of two who add one at once, neither is lost.
  return atOnce(db, async (db) => {
    const drafted = draftOffice(values, await findOfficeSettings(db));
    if ('refusals' in drafted) return refuseFields(drafted.refusals, words.office.refusals);
    const changed = await putOfficeRules(db, drafted.office, by);
    return judgedAnew(changed ? words.office.done : words.nothing, turn);
  });
}
