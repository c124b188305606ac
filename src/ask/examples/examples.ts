import type { Database } from '../../base/db/database.ts';
import { isManager } from '../../people/rules.ts';
import type { Text } from '../../text/index.ts';
import type { Noun } from '../../vocabulary/ask.ts';
import type { Day } from '../../vocabulary/day.ts';
import { isAccount } from '../../vocabulary/expense.ts';
import type { Person } from '../../vocabulary/person.ts';
import { readerFor } from '../ask.ts';
import { findSubjects, type Subjects } from './store.ts';

const SHOWN = 20;

/**
 * Questions that this office's own records answer, each read before it is offered; where there are no records of a noun, general ones.
 * Whoever may approve nothing is not told to ask what waits for them.
 */
export async function examplesFor(
  db: Database,
  { person, today, text }: { person: Person; today: Day; text: Text },
): Promise<string[]> {
  const read = await readerFor(db, { today, before: null });
  const own = ownQuestions(await findSubjects(db), today, text);
  const general = (Object.entries(text.ask.examples) as [Noun, readonly string[]][]).flatMap(([noun, questions]) =>
    questions.map((question): [Noun, string] => [noun, question]),
  );
  const shown: string[] = [];
  for (const [noun, question] of [...own, ...general]) {
    if (shown.length === SHOWN) break;
    if (shown.includes(question) || (noun === 'approval' && !isManager(person))) continue;
    const reading = await read(question);
    if ('query' in reading && reading.query.noun === noun && reading.corrected.length === 0) shown.push(question);
  }
  return shown;
}

function ownQuestions(about: Subjects, today: Day, text: Text): [Noun, string][] {
  const { own } = text.ask;
  const { spend, place, category, account, visit, contact, member, worker, pledge } = about;
  const yearOf = (year: number) => (String(year) === today.slice(0, 4) ? own.thisYear : own.year(String(year)));
  const asked: [Noun, string | null | undefined][] = [
    ['expense', spend && own.spent(yearOf(spend.year))],
    ['expense', spend && place && own.spentAt(yearOf(spend.year), place)],
    ['expense', spend && own.mostAt(yearOf(spend.year))],
    ['expense', spend && category && own.spentOn(yearOf(spend.year), text.spending.category(category))],
    ['expense', spend && own.byMonth(yearOf(spend.year))],
    ['budget', spend && isAccount(account) ? own.left(yearOf(spend.year), text.spending.accounts[account]) : null],
    ['visit', visit && own.been(yearOf(visit.year), text.visit.district(visit.district))],
    ['visit', visit && own.held(yearOf(visit.year), text.visit.program(visit.program))],
    ['visit', visit && own.thisWeek],
    ['visit', visit && own.untold],
    ['contact', contact && own.met(contact.member)],
    ['contact', contact && own.byKind(yearOf(contact.year))],
    ['member', member?.district && own.members(text.visit.district(member.district))],
    ['member', member?.party && own.seats(member.party)],
    ['followup', own.mine],
    ['followup', worker && own.open(worker)],
    ['pledge', pledge && own.pledge(pledge.code)],
    ['pledge', pledge && own.byDepartment],
    ['approval', spend && own.toApprove],
    ['announcement', about.announced ? own.unbriefed : null],
    ['expense', spend && own.record(`E${spend.id}`)],
    ['rule', own.limit],
  ];
  return asked.flatMap(([noun, question]): [Noun, string][] => (question ? [[noun, question]] : []));
}
