import type { Deps } from '../../src/base/deps.ts';
import { makeFile } from '../../src/documents/file.ts';
import { FORMATS, type Format } from '../../src/documents/model.ts';
import { auditDocument } from '../../src/followup/audit-document.ts';
import { countByKind, streamFollowups } from '../../src/followup/list/store.ts';
import { AUDIT_FILE, AUDIT_PAGE, AUDIT_PAGE_SIZE, auditMessage, inReportOrder } from '../../src/followup/report.ts';
import type { Followup } from '../../src/followup/rules.ts';
import { findNotes } from '../../src/followup/store.ts';
import { formatWon } from '../../src/korean/won.ts';
import { type Heard, Id, pages, press } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import { sendFile } from '../../src/slack/send-file.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { textFor } from '../../src/text/index.ts';
import { AUDIT_KINDS } from '../../src/vocabulary/followup.ts';

/** `2015`: the report on what was done about that year's audit. */
export async function showAudit(typed: string, turn: Turn): Promise<Message> {
  const year = Number(/^((?:19|20)\d{2})\s*년?도?$/.exec(typed.trim())?.[1] ?? 0);
  return year ? auditPage(year, 0, turn) : { text: turn.text.followup.auditReport.whichYear };
}

async function auditPage(year: number, offset: number, { db, text }: Turn): Promise<Message> {
  return auditMessage(await findAudit(db, year, [offset, offset + AUDIT_PAGE_SIZE]), offset, text);
}

/** The report as a file by direct message. Like the city's own it is Korean, whoever asks for it. */
async function sendAudit(year: number, format: Format, turn: Turn): Promise<Message> {
  const { db, text, today } = turn;
  const audit = await findAudit(db, year);
  const count = audit.demands.length;
  if (count === 0) return { text: text.followup.auditReport.none(year) };
  const document = auditDocument(audit, today, textFor('ko'));
  const { bytes } = await makeFile(document, format);
  const said = text.followup.auditReport.file.sent(text.followup.auditReport.title(year), formatWon(count));
  await sendFile(turn, { name: `${document.title}.${format}`, bytes, said });
  return { text: text.files.where };
}

/** A year's report, its demands from one to before another where not all are wanted. */
async function findAudit(db: Deps['db'], year: number, part: [from: number, to?: number] = [0]) {
  const demands = (await findDemands(db, year)).slice(...part);
  const counted = await countByKind(db, { auditYear: year, kinds: AUDIT_KINDS });
  const notes = await findNotes(
    db,
    demands.map(({ id }) => id),
  );
  return { year, counted, demands, notes };
}

/** A year's demands in the order of the report. */
export async function findDemands(db: Deps['db'], year: number): Promise<Followup[]> {
  const demands: Followup[] = [];
  for await (const demand of streamFollowups(db, { auditYear: year, kinds: AUDIT_KINDS })) demands.push(demand);
  return inReportOrder(demands);
}

export const auditing: Heard[] = [
  ...pages(AUDIT_PAGE, (turn) => auditPage(Number(turn.query), turn.offset, turn)),
  ...FORMATS.map((format) => press(`${AUDIT_FILE}_${format}`, Id, (turn) => sendAudit(turn.pressed, format, turn))),
];
