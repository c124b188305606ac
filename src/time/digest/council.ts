import type { Database } from '../../base/db/database.ts';
import { findCountRules } from '../../council/count/store.ts';
import { countContacts, findAllContacts } from '../../council/list/store.ts';
import { briefingName, isTold } from '../../council/policies/rules.ts';
import { findStates, findUnexplained } from '../../council/policies/standing.ts';
import { findBriefings } from '../../council/policies/store.ts';
import { tallyYears } from '../../council/tally.ts';
import { addDays } from '../../korean/days.ts';
import type { ContactKind } from '../../vocabulary/council.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Council, Then } from './rules.ts';
import { countUnanswered } from './store.ts';

/** Nothing comes back of what was only told, and a feedback is one itself. */
const WITHOUT_RESULT: readonly ContactKind[] = ['event_notice', 'request_feedback'];
const FEEDBACK_DAYS = 7;
const USEFUL_DAYS = 30;
/** A policy is due to be explained from two weeks before it is announced. */
const BRIEFING_DAYS = 14;
const MOST_BRIEFINGS = 20;

/** What was held and will be, what is unanswered, and which policies have to be explained by when. */
export async function councilOf(db: Database, { week, asOf, moment, since }: Then): Promise<Council | null> {
  const year = Number(asOf.slice(0, 4));
  const counted = await countContacts(db, { from: `${year}-01-01`, to: asOf });
  const rules = await findCountRules(db);
  const total = (tally: 'text' | 'annex') => tallyYears(counted, rules, tally)[0]?.total ?? 0;
  const council: Council = {
    year,
    counts: { text: total('text'), annex: total('annex') },
    lastWeek: await contactsOn(db, addDays(week.from, -7), addDays(week.from, -1)),
    thisWeek: await contactsOn(db, week.from, week.to),
    unanswered: moment
      ? null
      : await countUnanswered(db, {
          from: addDays(asOf, -FEEDBACK_DAYS - USEFUL_DAYS),
          to: addDays(asOf, -FEEDBACK_DAYS),
          notOf: WITHOUT_RESULT,
        }),
    briefings: await briefingsDue(db, asOf),
    unexplained: moment ? null : await unexplainedOn(db, asOf, since),
  };
  const { counts, lastWeek, thisWeek, unanswered, briefings, unexplained } = council;
  const size =
    counts.text +
    counts.annex +
    lastWeek.length +
    thisWeek.length +
    (unanswered ?? 0) +
    briefings.length +
    (unexplained?.count ?? 0);
  return size === 0 ? null : council;
}

async function contactsOn(db: Database, from: Day, to: Day): Promise<Council['lastWeek']> {
  const contacts = await findAllContacts(db, { days: { from, to } });
  const kinds = [...new Set(contacts.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    days: [...new Set(contacts.filter((it) => it.kind === kind).map(({ heldOn }) => heldOn))],
  }));
}

async function briefingsDue(db: Database, asOf: Day): Promise<Council['briefings']> {
  const { briefings } = await findBriefings(db, { from: asOf }, { offset: 0, limit: MOST_BRIEFINGS });
  const due = [];
  for (const briefing of briefings.filter(({ announcedOn }) => announcedOn <= addDays(asOf, BRIEFING_DAYS))) {
    const states = await findStates(db, briefing, asOf);
    const missing = states.filter((state) => !isTold(state)).map(({ audience }) => audience);
    if (missing.length === 0) continue;
    const { announcedOn, announcedTime, policy, id } = briefing;
    due.push({ name: briefingName(id), policy, announcedOn, announcedTime, missing });
  }
  return due;
}

/** Announced before that day, and somebody has still to hear of it: those since the digest before by name. */
async function unexplainedOn(db: Database, asOf: Day, since: Day | null): Promise<Council['unexplained']> {
  const all = (await findUnexplained(db, { day: asOf, time: '00:00' })).map(({ briefing }) => briefing);
  const fresh = all.filter(({ announcedOn }) => since === null || announcedOn >= since);
  return {
    count: all.length,
    fresh: fresh.map(({ id, policy, announcedOn }) => ({ name: briefingName(id), policy, announcedOn })),
  };
}
