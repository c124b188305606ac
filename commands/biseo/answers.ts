import type { Deps } from '../../src/base/deps.ts';
import type { Lookup } from '../../src/desk/menu/lookups.ts';
import { menuMessage } from '../../src/desk/menu/views.ts';
import { todayIn } from '../../src/korean/days.ts';
import type { Click } from '../../src/slack/open-form.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Visitor } from '../../src/slack/visitor.ts';
import { expenseName, parseExpenseName } from '../../src/spending/expense/rules.ts';
import { readWeek } from '../../src/time/digest/week.ts';
import { brief } from '../council/brief.ts';
import { listContacts } from '../council/list.ts';
import { showMembers } from '../council/members.ts';
import { showContact } from '../council/show.ts';
import { showStats as showCouncilStats, showRules } from '../council/stats.ts';
import { showDigest } from '../digest/show.ts';
import { disclose } from '../disclosure/preview.ts';
import { checkExpenses } from '../expense/check.ts';
import { listHeld } from '../expense/held.ts';
import { showLimits } from '../expense/limits.ts';
import { listExpenses } from '../expense/list.ts';
import { showExpense } from '../expense/show.ts';
import { showStatus } from '../expense/status.ts';
import { showAudit } from '../followup/audit.ts';
import { listFollowups, listMine, showStats as showFollowupStats } from '../followup/list.ts';
import { showFollowup } from '../followup/show.ts';
import { listPledges, showState, showTyped } from '../pledge/find.ts';
import { showHistory } from '../pledge/history.ts';
import { types } from '../pledge/lists.ts';
import { showProposals } from '../pledge/proposals.ts';
import { listVisits, showToday, showWeek } from '../visit/list.ts';
import { showPrograms } from '../visit/programs.ts';
import { showVisit } from '../visit/show.ts';
import { showVisitStats } from '../visit/stats.ts';
import { showCategories } from './categories.ts';

type Run = (words: string, visitor: Visitor, click: Click, deps: Deps) => Promise<Message | null>;

/** What each lookup says, narrowed down by words where it can be; the same as the commands say. */
export const ANSWERS: Readonly<Record<Lookup, Run>> = {
  menu: async (_words, { person, text }) => menuMessage(person, text),
  status: (words, visitor, _click, deps) => showStatus(words, visitor, deps),
  expenses: (words, visitor, _click, deps) => listExpenses(words, 0, visitor, deps),
  held: (_words, visitor, _click, deps) => listHeld(0, visitor, deps),
  disclosure: (_words, visitor, click, deps) => disclose('', visitor, click, deps),
  checks: (words, visitor, _click, deps) => checkExpenses(words, visitor, deps),
  limits: (_words, visitor, _click, deps) => showLimits(visitor, deps),
  visits_today: (_words, visitor, _click, deps) => showToday(0, visitor, deps),
  visits_week: (words, visitor, _click, deps) => showWeek(words, 0, visitor, deps),
  visits: (words, visitor, _click, deps) => listVisits(words, 0, visitor, deps),
  visit_stats: (words, visitor, _click, deps) => showVisitStats(words, visitor, deps),
  programs: (_words, visitor, _click, deps) => showPrograms(visitor, deps),
  contacts: (words, visitor, _click, deps) => listContacts(words, 0, visitor, deps),
  members: (words, visitor, _click, deps) => showMembers(words, visitor, deps),
  council_stats: (words, visitor, _click, deps) => showCouncilStats(words, visitor, deps),
  count_rules: (_words, visitor, _click, deps) => showRules(visitor, deps),
  briefings: (_words, visitor, click, deps) => brief('', visitor, click, deps),
  followups_mine: (_words, visitor, _click, deps) => listMine(visitor, deps),
  followups: (words, visitor, _click, deps) => listFollowups(words, 0, visitor, deps),
  followup_stats: (_words, visitor, _click, deps) => showFollowupStats(visitor, deps),
  audit: (words, visitor, _click, deps) =>
    words === '' ? listFollowups('감사', 0, visitor, deps) : showAudit(words, visitor, deps),
  pledge_state: (words, visitor, _click, deps) => showState(words, visitor, deps),
  pledges: (words, visitor, _click, deps) => listPledges(words, 0, visitor, deps),
  pledge: (words, visitor, _click, deps) => showTyped(words, visitor, deps),
  proposals: (_words, visitor, _click, deps) => showProposals(0, visitor, deps),
  evaluations: (_words, visitor, _click, deps) => showHistory(0, visitor, deps),
  pledge_types: (_words, visitor, _click, deps) => types('', visitor, deps),
  categories: (_words, { text }, _click, deps) => showCategories(text, deps),
  digest: showWeekly,
  record: (name, visitor, click, deps) => showRecord(name, visitor, click, deps),
};

/** The digest of the week that is said, else of this one; it answers by itself, since it draws a picture first. */
async function showWeekly(words: string, visitor: Visitor, click: Click, deps: Deps): Promise<null> {
  const today = todayIn(deps.config.timezone, deps.now());
  const week = readWeek(words, today) ?? readWeek('', today);
  const reach = { userId: visitor.person.userId, responseUrl: click.responseUrl };
  if (week) await showDigest(week, visitor, reach, click.client, deps);
  return null;
}

/** `E12`, `V3`, `C5`, `B2`, `F7`, or a pledge's code. */
function showRecord(name: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const letter = /^([evcbf])\d+$/i.exec(name)?.[1]?.toLowerCase();
  if (letter === 'e') return showExpense(expenseName(parseExpenseName(name) ?? 0), visitor, deps);
  if (letter === 'v') return showVisit(name, visitor, deps);
  if (letter === 'c') return showContact(name, visitor, deps);
  if (letter === 'b') return brief(name, visitor, click, deps);
  return letter === 'f' ? showFollowup(name, visitor, deps) : showTyped(name, visitor, deps);
}
