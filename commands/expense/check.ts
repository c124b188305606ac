import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { formatDay } from '../../src/korean/day-words.ts';
import { todayIn } from '../../src/korean/days.ts';
import { parsePeriod } from '../../src/korean/period.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { isManager, mayChange } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { button, clip } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/fields.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { refresh } from '../../src/spending/approval/jobs.ts';
import { findEvidence } from '../../src/spending/check/evidence/store.ts';
import { acceptForm } from '../../src/spending/check/forms.ts';
import { CHECK_ACCEPT, CHECK_ACCEPT_FORM, CHECK_LIST, CHECK_PAGE, CHECK_RULE } from '../../src/spending/check/ids.ts';
import { judgeDue, MONTHS_AT_A_TIME } from '../../src/spending/check/jobs.ts';
import { judgeRecords } from '../../src/spending/check/judging/store.ts';
import { valuesOf } from '../../src/spending/check/limit/known.ts';
import { findLimits } from '../../src/spending/check/limit/store.ts';
import { refuseAcceptance } from '../../src/spending/check/rights.ts';
import { RULES } from '../../src/spending/check/rules/all.ts';
import {
  countByRule,
  countOpenRecords,
  findFinding,
  findOfRule,
  settleFinding,
} from '../../src/spending/check/store.ts';
import { overviewMessage, PAGE_SIZE, type Row, ruleMessage } from '../../src/spending/check/views.ts';
import { ruleWords } from '../../src/spending/check/words.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';

const LONGEST_QUERY = 100;

/** `2018-03`: what rules found about the spends of a period, by rule; all that is kept where none is said. */
export async function checkExpenses(typed: string, { text }: Visitor, deps: Deps): Promise<Message> {
  const asked = askedOf(typed, text, deps);
  if (!asked) return plainMessage(text.check.list.notAPeriod(clip(typed, LONGEST_QUERY)));
  const judged = await judgeDue(deps, { most: MONTHS_AT_A_TIME });
  const counts = await countByRule(deps.db, asked.days);
  const records = await countOpenRecords(deps.db, asked.days);
  const notApplied = asked.days ? await notAppliedUntil(asked.days.to, text, deps) : [];
  return overviewMessage(counts, asked, { records, judged, notApplied }, text);
}

type Asked = { query: string; period: string; days: { from: string; to: string } | null };

function askedOf(typed: string, text: Visitor['text'], { config, now }: Deps): Asked | null {
  const query = clip(typed.trim(), LONGEST_QUERY);
  if (query === '') return { query, period: text.check.list.all, days: null };
  const today = todayIn(config.timezone, now());
  const period = parsePeriod(query, today);
  if (!period) return null;
  const day = (it: string) => formatDay(it, text.language, today);
  const words =
    period.from === period.to
      ? day(period.from)
      : [day(period.from), day(period.to)].join(text.language === 'en' ? ' – ' : ' ~ ');
  return { query, period: words, days: { from: period.from, to: period.to } };
}

/** The rules that say nothing about spends before a day that is after the whole period. */
async function notAppliedUntil(to: string, text: Visitor['text'], { db }: Deps): Promise<string[]> {
  const set = await findLimits(db);
  const firstOf = { E05: 'meal_general', E06: 'meal_public_official', E23: 'condolence' } as const;
  return RULES.flatMap(({ id, since }) => {
    const limit = id in firstOf ? valuesOf(firstOf[id as keyof typeof firstOf], set)[0]?.from : undefined;
    const first = limit ?? since;
    return first && first > to ? [`${id} ${ruleWords(id, text).name} (${text.check.list.since(first)})`] : [];
  });
}

async function showRule(
  { rule, query, offset }: { rule: string; query: string; offset: number },
  { person, text }: Visitor,
  deps: Deps,
): Promise<Message> {
  const { db } = deps;
  const asked = askedOf(query, text, deps) ?? { query: '', period: text.check.list.all, days: null };
  const counts = (await countByRule(db, asked.days)).find((it) => it.rule === rule);
  const count = (counts?.open ?? 0) + (counts?.answered ?? 0) + (counts?.accepted ?? 0);
  const findings = await findOfRule(db, rule, asked.days, { offset, limit: PAGE_SIZE });
  const evidence = await findEvidence(
    db,
    findings.map(({ expenseId }) => expenseId),
  );
  const rows: Row[] = [];
  for (const finding of findings) {
    const expense = await findExpense(db, finding.expenseId);
    if (!expense) continue;
    rows.push({ finding, expense, given: evidence.get(expense.id) ?? {}, mayGive: mayChange(person, expense) });
  }
  const names = await findNames(db, [...new Set(findings.flatMap(({ settledBy }) => settledBy ?? []))]);
  const today = todayIn(deps.config.timezone, deps.now());
  return ruleMessage(rule, rows, { ...asked, offset, count, names, mayAccept: isManager(person) }, text, today);
}

const Rule = z.enum(RULES.map(({ id }) => id));
const Turn = z.object({ rule: Rule, query: z.string(), offset: z.number().int().min(0) });

export function listenForChecks(app: App, deps: Deps): void {
  const answer = (actionId: string, say: (value: string, visitor: Visitor) => Promise<Message>) =>
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const message = await say(action.value ?? '', visitor);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
    });
  answer(CHECK_LIST, (value, visitor) => checkExpenses(value, visitor, deps));
  for (const id of [CHECK_RULE, `${CHECK_PAGE}_previous`, `${CHECK_PAGE}_next`]) {
    answer(id, (value, visitor) => showRule(Turn.parse(JSON.parse(value)), visitor, deps));
  }

  app.action<BlockButtonAction>(CHECK_ACCEPT, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openAcceptance(Number(action.value), visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(CHECK_ACCEPT_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { text } = visitor;
    const { id, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const reason = normaliseLines(readFields(view.state.values).one('reason') ?? '');
    const finding = await findFinding(deps.db, id);
    const settled = await settle({ ack, client, view }, accept(id, reason, visitor, deps), {
      text,
      log: deps.log,
      again: (said) =>
        finding ? acceptForm(finding, view.private_metadata, text, { said, reason }) : acceptForm(NOTHING, '{}', text),
    });
    if ('errors' in settled) return;
    const reach = { userId: visitor.person.userId, responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, plainMessage(settled.done));
    if (finding) await refresh(deps, client, finding.expenseId);
  });
}

const NOTHING = {
  id: 0,
  expenseId: 0,
  rule: 'E01',
  severity: 'warn' as const,
  state: 'gone' as const,
  asks: [],
  how: null,
  figures: {},
  answer: null,
  settledBy: null,
  settledAt: null,
};

const Metadata = z.object({ id: z.number(), responseUrl: z.string().optional() });

async function openAcceptance(
  id: number,
  { person, text }: Visitor,
  click: Click,
  { db }: Deps,
): Promise<Message | null> {
  const finding = await findFinding(db, id);
  const expense = finding && (await findExpense(db, finding.expenseId));
  const refusal = refuseAcceptance(person, finding, expense);
  if (refusal || !finding) return plainMessage(text.check.accept[refusal ?? 'gone']);
  const url = click.responseUrl ? { responseUrl: click.responseUrl } : {};
  const view = acceptForm(finding, JSON.stringify({ id, ...url }), text);
  return openOrOffer(click, view, button(CHECK_ACCEPT, text.access.openAgain, String(id), 'primary'), text);
}

type Accepted = { errors: { reason: string } } | { done: string };

async function accept(id: number, reason: string, { person, text }: Visitor, { db, now }: Deps): Promise<Accepted> {
  const words = text.check.accept;
  if (reason === '') return { errors: { reason: words.missing } };
  const at = now();
  return db.transaction().execute(async (db): Promise<Accepted> => {
    const first = await findFinding(db, id);
    if (first) await judgeRecords(db, [first.expenseId], at);
    const finding = await findFinding(db, id);
    const expense = finding && (await findExpense(db, finding.expenseId));
    const again = finding?.state === 'accepted' && finding.settledBy === person.userId && finding.answer === reason;
    const refusal = again ? null : refuseAcceptance(person, finding, expense);
    if (refusal || !finding) return { errors: { reason: words[refusal ?? 'gone'] } };
    if (!again) await settleFinding(db, finding, 'accepted', { actor: person.userId, at, reason });
    return { done: words.done(expenseName(finding.expenseId), ruleWords(finding.rule, text).name) };
  });
}
