import { putText } from '../../src/report/texts/store.ts';
import {
  OUTSIDE_OPEN,
  REPORT_ACCEPT,
  REPORT_CHECK,
  REPORT_DAY,
  REPORT_EDIT,
  REPORT_LOOK,
  REPORT_RELEASE,
  STAFFING_OPEN,
  VISIT_OPEN,
} from '../../src/report/views.ts';
import { SECTIONS } from '../../src/vocabulary/report.ts';
import { answerTo, cardForm, type It, type Right } from '../support/rights.ts';
import { visit } from './visit.ts';

/** Begins the report of a year of its own, and names what shows it. */
async function begun({ db, by, nth }: It, cover = '{{report.year}} 주요업무 보고'): Promise<[string, string]> {
  const year = 1992 + (nth % 25);
  for (const section of SECTIONS) await putText(db, { year, section, seen: 0 }, section === 'cover' ? cover : '', by);
  return ['/비서', `보고 ${year}`];
}

/** A form behind a button of the report. */
const reportForm = (button: string, fields: (it: It) => Parameters<typeof cardForm>[3]) => async (it: It) =>
  cardForm(it, await begun(it), button, fields(it));

export const REPORT = {
  'write in the report': {
    changes: 'report_text',
    scene: reportForm(REPORT_EDIT, ({ nth }) => ({ words: `{{report.year}} 보고 ${nth}` })),
  },
  'set the report’s day': {
    changes: 'report',
    scene: async (it) => {
      const [command, text] = await begun(it);
      return cardForm(it, [command, text], REPORT_DAY, { as_of: `${text.slice(3)}-06-30` });
    },
  },
  'enter the staffing': {
    changes: 'staffing',
    scene: reportForm(STAFFING_OPEN, ({ nth }) => ({ lines: `일반직 5급 ${nth} 1` })),
  },
  'enter a figure of others': {
    changes: 'outside_figure',
    scene: reportForm(OUTSIDE_OPEN, ({ nth }) => ({ key: `수 ${nth}`, value: '1', unit: '건', source: '통계과' })),
  },
  'say more of a visit in the report': {
    changes: 'visit',
    scene: async (it) => {
      const fields = { visit: `V${await visit(it, '2016-04-10')}`, guest_title: '대통령', award: `상 ${it.nth}` };
      return cardForm(it, await begun(it), VISIT_OPEN, fields);
    },
  },
  'let a doubt of the report stand': {
    changes: 'report_acceptance',
    scene: async (it) => {
      const [command, text] = await begun(it, '민원인 김영순 씨 면담');
      const contents = await answerTo(it.me, () => it.me.type(command, text));
      await it.me.press(REPORT_CHECK, { in: contents });
      const checked = await it.me.reads((seen) => JSON.stringify(seen.blocks ?? []).includes(REPORT_ACCEPT));
      return {
        opens: () => it.me.press(REPORT_ACCEPT, { in: checked }),
        acts: () => it.me.submit({ reason: '본인이 동의함' }),
      };
    },
  },
  'release the report': {
    changes: 'report_release',
    scene: async (it) => {
      const [command, text] = await begun(it);
      const other = it.office.slack.as('U0SHINARAM');
      const theirs = await answerTo(other, () => other.type(command, text));
      await other.press(REPORT_LOOK, { in: theirs });
      await it.office.slack.settled();
      return cardForm(it, [command, text], REPORT_RELEASE, { confirm: ['yes'] });
    },
  },
} satisfies Record<string, Right>;
