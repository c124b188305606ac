import { findMembersOfDistrict } from '../council/members/store.ts';
import { followupName } from '../followup/rules.ts';
import { formatDay, formatMoment } from '../korean/day-words.ts';
import { formatWon } from '../korean/won.ts';
import { findHistory } from '../people/history/store.ts';
import { historyLine } from '../people/history/views.ts';
import { findHolidays } from '../people/holidays.ts';
import { findNames } from '../people/store.ts';
import { finding } from '../register/finding.ts';
import { clip } from '../slack/blocks.ts';
import type { Message } from '../slack/privately.ts';
import type { Turn } from '../slack/turn.ts';
import { expenseName } from '../spending/expense/rules.ts';
import { isCounted } from '../spending/expense/standing.ts';
import { wonWords } from '../spending/expense/words.ts';
import type { Text } from '../text/index.ts';
import { isShared, standingOf } from './notice/rules.ts';
import { findNotices } from './notice/store.ts';
import { noticeWords } from './notice/views.ts';
import { findPrograms } from './programs/store.ts';
import { findReported } from './reported/store.ts';
import { findAgenda } from './result/store.ts';
import { mayChangeVisit, parseVisitName, type Visit, visitName } from './rules.ts';
import { findSpending } from './spending/store.ts';
import { findSiblings, findVisit } from './store.ts';
import { visitMessage } from './views.ts';
import { dayOffWords, historyWords, namesWords, peopleIn, placeWords, programWords, whenWords } from './words.ts';

const HISTORY_SHOWN = 10;
const LINES_SHOWN = 20;

export const visits = finding<Visit>({
  names: { parse: parseVisitName, name: visitName },
  find: findVisit,
  isEnded: ({ cancelled }) => cancelled,
  mayChange: mayChangeVisit,
  words({ visit: { which, notFound, form } }) {
    return { which, notFound, notYours: form.notYours, ended: form.alreadyCancelled };
  },
});

/** `V12` → the visit with its agenda, who was told, its spending and its history, or why not. */
export async function showVisit(typed: string, turn: Turn): Promise<Message> {
  const found = await visits.found(typed, turn);
  return 'refused' in found ? { text: found.refused } : cardOf(found.record, turn);
}

/** The card of a visit, under a sentence on what was just done. */
export async function cardOf(visit: Visit, turn: Turn, first?: string): Promise<Message> {
  const { db, person, text, today, config } = turn;
  const { id } = visit;
  const when = (at: Date) => formatMoment(at, config.timezone, text.language, today);
  const programs = await findPrograms(db);
  const program = programs.find((it) => it.id === visit.programId);
  const history = await findHistory(db, 'visit', String(id), HISTORY_SHOWN);
  const notices = (await findNotices(db, [id])).get(id) ?? [];
  const agenda = await findAgenda(db, id);
  const expenses = await findSpending(db, id);
  const reported = await findReported(db, id);
  const others = await findSiblings(db, visit);
  const people = [visit.owner, ...visit.staff, ...notices.map(({ toldBy }) => toldBy), ...peopleIn(history)];
  const names = await findNames(db, [...new Set(people)]);
  const nameOf = (userId: string) => names.get(userId) ?? userId;
  const members = program && isShared(program) ? await findMembersOfDistrict(db, visit.district) : [];
  const dayOff = dayOffWords(visit.startsOn, await findHolidays(db, visit.startsOn, visit.startsOn), text);
  const fields = text.visit.fields;
  const valid = expenses.filter(isCounted);
  const spent = valid.reduce((sum, { amount }) => sum + amount, 0);
  const done = agenda.filter((item) => item.done).length;

  return visitMessage(
    {
      visit,
      program,
      standing: standingOf(visit, program, notices),
      facts: [
        [fields.when, [whenWords(visit, text, today), dayOff].filter(Boolean).join(' · ')],
        [
          fields.program,
          [...new Set([programWords(program, text), program && text.visit.kinds[program.kind]])]
            .filter(Boolean)
            .join(' · '),
        ],
        [fields.place, placeWords(visit, text)],
        [fields.purpose, visit.purpose],
        [
          fields.partner,
          visit.partner &&
            [visit.partner, visit.partnerLevel && text.visit.levels[visit.partnerLevel]].filter(Boolean).join(' · '),
        ],
        [fields.countries, visit.countries],
        [fields.guestTitle, reported?.guestTitle ?? null],
        [fields.award, reported?.award ?? null],
        [fields.owner, nameOf(visit.owner)],
        [fields.staff, namesWords(visit.staff.map(nameOf), 30, text)],
        [
          fields.others,
          others.map((it) => `${visitName(it.id)} ${formatDay(it.startsOn, text.language, today)}`).join(', '),
        ],
        [
          fields.members,
          namesWords(
            members.map(({ name }) => name),
            15,
            text,
          ),
        ],
        [fields.participants, visit.participants === null ? null : text.visit.people(formatWon(visit.participants))],
        [fields.summary, visit.summary && clip(visit.summary, 1000)],
      ],
      agenda:
        agenda.length === 0
          ? []
          : limited(
              [
                text.visit.agendaCount(formatWon(agenda.length), formatWon(done)),
                ...agenda.map((item) => {
                  const state = item.done ? text.visit.doneWord : text.visit.openWord;
                  return ['•', clip(item.title, 120), '·', state, item.followupId && followupName(item.followupId)]
                    .filter(Boolean)
                    .join(' ');
                }),
              ],
              text,
            ),
      notices: limited(
        notices.map((notice) =>
          noticeWords(
            notice,
            { visit, isAnnouncement: program?.kind === 'announcement', by: nameOf(notice.toldBy) },
            turn,
          ),
        ),
        text,
      ),
      expenses:
        expenses.length === 0
          ? []
          : limited(
              [
                text.visit.expenseSum(formatWon(valid.length), wonWords(spent, text)),
                ...expenses.map((expense) =>
                  clip(
                    [
                      '•',
                      expenseName(expense.id),
                      wonWords(expense.amount, text),
                      expense.place,
                      expense.purpose,
                      expense.voided ? text.visit.voidWord : expense.approval && text.approval.states[expense.approval],
                    ]
                      .filter(Boolean)
                      .join(' '),
                    160,
                  ),
                ),
              ],
              text,
            ),
      notes: visit.origin === 'sample' ? [text.visit.sample] : [],
      history: history.map((entry) => historyLine(entry, names, historyWords(names, programs, turn), when)),
      mayChange: mayChangeVisit(person, visit),
      hasBegun: visit.startsOn <= today,
    },
    text,
    first,
  );
}

/** The first lines, and how many more there are. */
const limited = (lines: readonly string[], text: Text): string[] =>
  lines.length <= LINES_SHOWN
    ? [...lines]
    : [...lines.slice(0, LINES_SHOWN), text.visit.more(formatWon(lines.length - LINES_SHOWN))];
