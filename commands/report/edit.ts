import { isManager } from '../../src/people/rules.ts';
import { figureOf } from '../../src/report/figures/list.ts';
import { TEXT_FORM, type TextAbout, textForm, wordsTyped } from '../../src/report/forms.ts';
import { findRecords } from '../../src/report/records/store.ts';
import { ORGANISATION } from '../../src/report/report.ts';
import { findSectionTexts, putText } from '../../src/report/texts/store.ts';
import { figureMessage, figuresMessage, REPORT_EDIT, REPORT_FIGURE, REPORT_FIGURES } from '../../src/report/views.ts';
import { type Heard, press, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import type { Section } from '../../src/vocabulary/report.ts';
import { reportOf, showContents } from './open.ts';
import { SectionPressed, WordPressed } from './pressed.ts';

export const editing: Heard[] = [
  press(REPORT_EDIT, SectionPressed, (turn) => openText(turn.pressed, turn), 'form_in_place'),
  submission(TEXT_FORM, saveText),
  press(REPORT_FIGURES, SectionPressed, (turn) => showFigures(turn.pressed, turn), 'in_place'),
  press(REPORT_FIGURE, WordPressed, (turn) => showFigure(turn.pressed, turn)),
];

type At = { year: number; section: Section };

async function openText({ year, section }: At, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const own = (await findSectionTexts(db, year)).find((it) => it.section === section);
  const report = await reportOf(year, turn);
  const before = await lastYearOf(report.asOf, year, turn);
  const figures = report.sections.find((it) => it.section === section)?.figures ?? [];
  const lines = figures.map(({ key, printed }) => `{{${key}}} → ${printed}${said(before(key))}`);
  const about = { year, section, seen: own?.version ?? 0 };
  return turn.open(textForm(about, own?.words ?? '', lines, text), { press: REPORT_EDIT, value: `${year}/${section}` });
}

const said = (before: string | null): string => (before === null ? '' : ` (${before})`);

/** How the same figures read a year before, on the same day of it. */
async function lastYearOf(asOf: string, year: number, { db, config }: Turn): Promise<(key: string) => string | null> {
  const day = `${year - 1}${asOf.slice(4) === '-02-29' ? '-02-28' : asOf.slice(4)}`;
  const records = await findRecords(db, year - 1, day, { timezone: config.timezone, organisation: ORGANISATION });
  return (key) => {
    if (key.startsWith('cite ') || key.startsWith('report.')) return null;
    const it = figureOf(key.replace(`.${year}.`, `.${year - 1}.`), records);
    return it === undefined || it.value === null ? null : it.printed;
  };
}

async function saveText(sent: Submitted<typeof TEXT_FORM.empty, TextAbout>): Promise<Outcome> {
  const { db, person, text, values, metadata, now } = sent;
  const words = text.report.textForm;
  if (!isManager(person)) return refuse(text.access.notManager);
  const put = await putText(db, metadata, wordsTyped(values), { actor: person.userId, at: now() });
  if ('refusal' in put) {
    const newest = (await findSectionTexts(db, metadata.year)).find((it) => it.section === metadata.section);
    return { again: words.changedMeanwhile, metadata: { ...metadata, seen: newest?.version ?? 0 } };
  }
  const done = words.saved(text.report.sections[metadata.section], put.version);
  return { done, say: () => showContents(metadata.year, sent, done) };
}

async function showFigures({ year, section }: At, turn: Turn): Promise<Answer> {
  const report = await reportOf(year, turn);
  return figuresMessage(report, section, await lastYearOf(report.asOf, year, turn), turn.text);
}

async function showFigure({ year, word }: { year: number; word: string }, turn: Turn): Promise<Answer> {
  const { figures } = await reportOf(year, turn);
  const it = figures.find(({ key }) => key === word);
  return it ? figureMessage(it, turn.text) : { text: turn.text.report.noFigures };
}
