import type { Lookup } from '../../src/desk/menu/lookups.ts';
import { showState } from '../../src/pledge/compose.ts';
import type { Answer, Typed } from '../../src/slack/turn.ts';
import { checkExpenses } from '../../src/spending/check/compose.ts';
import { expenseName, parseExpenseName } from '../../src/spending/expense/rules.ts';
import { readWeek } from '../../src/time/digest/week.ts';
import { showVisit } from '../../src/visit/compose.ts';
import { listVisits, showToday, showWeek } from '../../src/visit/list/compose.ts';
import { brief } from '../council/brief.ts';
import { listContacts } from '../council/list.ts';
import { showMembers } from '../council/members.ts';
import { showContact } from '../council/show.ts';
import { showStats as showCouncilStats, showRules } from '../council/stats.ts';
import { showDigest } from '../digest/show.ts';
import { disclose } from '../disclosure/preview.ts';
import { listHeld } from '../expense/held.ts';
import { showLimits } from '../expense/limits.ts';
import { listExpenses } from '../expense/list.ts';
import { showExpense } from '../expense/show.ts';
import { showStatus } from '../expense/status.ts';
import { showAudit } from '../followup/audit.ts';
import { listFollowups, listMine, showStats as showFollowupStats } from '../followup/list.ts';
import { showFollowup } from '../followup/show.ts';
import { listPledges, showTyped } from '../pledge/find.ts';
import { showHistory } from '../pledge/history.ts';
import { types } from '../pledge/lists.ts';
import { showProposals } from '../pledge/proposals.ts';
import { showPrograms } from '../visit/programs.ts';
import { showVisitStats } from '../visit/stats.ts';
import { showMenu } from './ask.ts';
import { showCategories } from './categories.ts';

/** What each lookup says, narrowed down by words where it can be; the same as the commands say. */
export const ANSWERS: Readonly<Record<Lookup, (turn: Typed) => Promise<Answer> | Answer>> = {
  menu: showMenu,
  status: (turn) => showStatus(turn.typed, turn),
  expenses: (turn) => listExpenses(turn.typed, 0, turn),
  held: (turn) => listHeld(0, turn),
  disclosure: (turn) => disclose('', turn),
  checks: (turn) => checkExpenses(turn.typed, turn),
  limits: showLimits,
  visits_today: (turn) => showToday(0, turn),
  visits_week: (turn) => showWeek(turn.typed, 0, turn),
  visits: (turn) => listVisits(turn.typed, 0, turn),
  visit_stats: showVisitStats,
  programs: showPrograms,
  contacts: (turn) => listContacts(turn.typed, 0, turn),
  members: (turn) => showMembers(turn.typed, 0, turn),
  council_stats: showCouncilStats,
  count_rules: showRules,
  briefings: (turn) => brief({ ...turn, typed: turn.typed === 'unexplained' ? turn.typed : '' }),
  followups_mine: listMine,
  followups: (turn) => listFollowups(turn.typed, 0, turn),
  followup_stats: showFollowupStats,
  audit: (turn) => (turn.typed === '' ? listFollowups('감사', 0, turn) : showAudit(turn.typed, turn)),
  pledge_state: (turn) => showState(turn.typed, turn),
  pledges: (turn) => listPledges(turn.typed, 0, turn),
  pledge: (turn) => showTyped(turn.typed, turn),
  proposals: (turn) => showProposals('', 0, turn),
  evaluations: (turn) => showHistory(0, turn),
  pledge_types: (turn) => types('', turn),
  categories: showCategories,
  digest: showWeekly,
  record: showRecord,
};

/** The digest of the week that is said, else of this one; it answers by itself, since it draws a picture first. */
async function showWeekly(turn: Typed): Promise<null> {
  const week = readWeek(turn.typed, turn.today) ?? readWeek('', turn.today);
  if (week) await showDigest(week, turn);
  return null;
}

/** `E12`, `V3`, `C5`, `B2`, `F7`, or a pledge's code. */
function showRecord(turn: Typed): Promise<Answer> {
  const name = turn.typed;
  const letter = /^([evcbf])\d+$/i.exec(name)?.[1]?.toLowerCase();
  if (letter === 'e') return showExpense(expenseName(parseExpenseName(name) ?? 0), turn);
  if (letter === 'v') return showVisit(name, turn);
  if (letter === 'c') return showContact(name, turn);
  if (letter === 'b') return brief(turn);
  return letter === 'f' ? showFollowup(name, turn) : showTyped(name, turn);
}
