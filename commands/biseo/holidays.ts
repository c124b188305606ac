import { showHolidays } from '../../src/desk/holidays/compose.ts';
import { HOLIDAY, holidayForm } from '../../src/desk/holidays/form.ts';
import { dropHoliday, noteHoliday } from '../../src/desk/holidays/store.ts';
import { HOLIDAY_NEW, HOLIDAY_REMOVE, HOLIDAYS_PAGE, holidayWords } from '../../src/desk/holidays/views.ts';
import { DOORS } from '../../src/desk/menu/buttons.ts';
import { normalise } from '../../src/korean/typed.ts';
import type { Noted } from '../../src/people/holidays.ts';
import { readable } from '../../src/people/mentions.ts';
import { isAdministrator } from '../../src/people/rules.ts';
import { findOfficeSettings } from '../../src/people/settings/store.ts';
import { ending } from '../../src/register/ending.ts';
import { type Heard, pages, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { judgeDue, MONTHS_AT_A_TIME } from '../../src/spending/check/jobs.ts';

/** `2027. 3. 2. 임시공휴일` opens the form filled with it; without words the list is shown. */
export const holidaysTyped = (turn: Typed): Answer | Promise<Answer> =>
  turn.typed === '' ? showHolidays(turn) : openForm(turn.typed, turn);

const openForm = (typed: string, turn: Turn): Answer | Promise<Answer> =>
  isAdministrator(turn.person)
    ? turn.open(holidayForm(typed, turn.text), { press: HOLIDAY_NEW })
    : { text: turn.text.access.notAdministrator };

/** What was judged before is judged anew, once who changed it knows. */
const changed = (done: string, turn: Turn): Outcome => ({
  done,
  say: () => showHolidays(turn, 0, done),
  after: () => judgeDue(turn, { most: MONTHS_AT_A_TIME }),
});

async function save({ values, ...turn }: Submitted<typeof HOLIDAY.empty, object>): Promise<Outcome> {
  const { db, person, text, today } = turn;
  if (!isAdministrator(person)) return refuse(text.access.notAdministrator, 'day');
  const typed = { day: values.day, name: normalise(await readable(db, values.name ?? '')) };
  const drafted = await noteHoliday(db, typed, { actor: person.userId, at: turn.now() });
  if ('refusals' in drafted) return refuseFields(drafted.refusals, text.daysOff.refusals);
  return changed(text.daysOff.added(holidayWords(drafted.holiday, text, today)), turn);
}

const removing = ending<Noted[number]>({
  open: HOLIDAY_REMOVE,
  form: 'holiday_remove_form',
  async find(day, { db, person, text }) {
    if (!isAdministrator(person)) return { refused: text.access.notAdministrator };
    const subject = (await findOfficeSettings(db)).holidays.find((it) => it.day === day);
    return subject ? { subject } : { ended: text.daysOff.gone };
  },
  words: (it, text) => text.daysOff.removeForm(holidayWords(it, text, '')),
  async end(it, reason, turn) {
    await dropHoliday(turn.db, it.day, { actor: turn.person.userId, at: turn.now(), reason });
    return changed(turn.text.daysOff.removed(holidayWords(it, turn.text, turn.today)), turn);
  },
});

export const holidays: Heard[] = [
  press(DOORS.holidays, Words, (turn) => showHolidays(turn)),
  press(HOLIDAY_NEW, Words, (turn) => openForm('', turn)),
  ...pages(HOLIDAYS_PAGE, (turn) => showHolidays(turn, turn.offset)),
  submission(HOLIDAY, save),
  ...removing.hears,
];
