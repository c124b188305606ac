import { makeFile } from '../../src/documents/file.ts';
import { FORMATS, type Format } from '../../src/documents/model.ts';
import { formatDate } from '../../src/korean/day-words.ts';
import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { RELEASE_FORM, releaseForm } from '../../src/report/forms.ts';
import { refuseRelease, releaseReport } from '../../src/report/release.ts';
import { blockingGaps, ORGANISATION, type Report } from '../../src/report/report.ts';
import { findReleasedFile, putLook } from '../../src/report/store.ts';
import { REPORT_EXPORT, REPORT_LOOK, REPORT_PREVIEW, REPORT_RELEASE } from '../../src/report/views.ts';
import { type Heard, press, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import { sendFile } from '../../src/slack/send-file.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { reportOf, showContents } from './open.ts';
import { WordPressed, YearPressed } from './pressed.ts';

export const releasing: Heard[] = [
  press(REPORT_PREVIEW, YearPressed, (turn) => makeReport(turn.pressed, ['pdf'], turn)),
  press(REPORT_EXPORT, YearPressed, (turn) => makeReport(turn.pressed, FORMATS, turn)),
  press(REPORT_LOOK, WordPressed, (turn) => lookAt(turn.pressed, turn), 'in_place'),
  press(REPORT_RELEASE, YearPressed, (turn) => openRelease(turn.pressed, turn), 'form_in_place'),
  submission(RELEASE_FORM, release),
];

/** What a Korean office prints over what is not final. */
const DRAFT = '초안';

/** Files by direct message: a released version as it was kept, anything else with 초안 on every page. */
async function makeReport(year: number, formats: readonly Format[], turn: Turn): Promise<Answer> {
  await turn.tell({ text: turn.text.report.making });
  return sendReport(year, formats, turn);
}

async function sendReport(year: number, formats: readonly Format[], turn: Turn): Promise<Answer> {
  const { text, log } = turn;
  try {
    const report = await reportOf(year, turn, { stamp: DRAFT });
    for (const format of formats) await sendOne(report, format, turn);
  } catch (error) {
    log.error({ err: error }, 'A report could not be made or sent.');
    return { text: text.report.fileFailed };
  }
  return null;
}

async function sendOne(report: Report, format: Format, turn: Turn): Promise<void> {
  const { year, state, version, document } = report;
  const { title, states, sent } = turn.text.report;
  const kept = state === 'released' ? await findReleasedFile(turn.db, year, version, format) : null;
  const bytes = kept ?? (await makeFile(document, format)).bytes;
  const name = kept ? `${year}-report-v${version}.${format}` : `${year}-report-draft.${format}`;
  await sendFile(turn, { name, bytes, said: sent(title(year), states[kept ? 'released' : state]) });
}

/** A manager says that they have looked at exactly what the message showed. */
async function lookAt({ year, word }: { year: number; word: string }, turn: Turn): Promise<Answer> {
  const { db, person, text, now } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const report = await reportOf(year, turn);
  if (report.sha256 !== word) {
    await turn.tell({ text: text.report.refusals.changed_meanwhile });
    return showContents(year, turn);
  }
  await putLook(db, year, { sha256: word, asOf: report.asOf }, { actor: person.userId, at: now() });
  return showContents(year, turn);
}

async function openRelease(year: number, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const report = await reportOf(year, turn);
  const asked = { actor: person.userId, seen: report.sha256, reason: '-' };
  const refusal = refuseRelease(report, asked);
  if (refusal) {
    const open = blockingGaps(report, true).length;
    return { text: open > 0 ? `${text.report.refusals[refusal]} (${formatWon(open)})` : text.report.refusals[refusal] };
  }
  const looker = report.look?.by ?? person.userId;
  const name = (await findNames(db, [looker])).get(looker) ?? looker;
  const state = text.report.stateLine(
    formatDate(report.asOf, text.language),
    text.report.states[report.state],
    report.version,
  );
  const about = { year, asOf: report.asOf, sha256: report.sha256, version: report.version };
  const view = releaseForm(about, [state, text.report.releaseForm.explain(name)], text);
  return turn.open(view, { press: REPORT_RELEASE, value: String(year) });
}

type About = { year: number; asOf: string; sha256: string; version: number };

async function release(sent: Submitted<typeof RELEASE_FORM.empty, About>): Promise<Outcome> {
  const { db, person, text, values, metadata, now, config } = sent;
  if (!isManager(person)) return refuse(text.access.notManager);
  const by = { actor: person.userId, at: now(), seen: metadata.sha256, reason: values.reason ?? '' };
  const office = { timezone: config.timezone, organisation: ORGANISATION };
  const kept = await releaseReport(db, metadata, by, office);
  if ('refusal' in kept) return refuse(text.report.refusals[kept.refusal], metadata.version > 0 ? 'reason' : 'confirm');
  const { version, changes } = kept.release;
  const done = text.report.releasedNow(version);
  const said = version > 1 ? `${done} ${text.report.changed(formatWon(changes.length))}` : done;
  // Sent twice, a form is saved once, and its files are sent once.
  if (kept.again) return { done: said, say: () => showContents(metadata.year, sent) };
  return {
    done: said,
    say: async () => {
      await sent.tell({ text: said });
      return showContents(metadata.year, sent);
    },
    after: () => sendReport(metadata.year, FORMATS, sent).then((failed) => failed && sent.tell(failed)),
  };
}
