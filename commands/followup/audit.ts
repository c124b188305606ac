import type { Deps } from '../../src/base/deps.ts';
import { countFollowups, streamFollowups } from '../../src/followup/list/store.ts';
import { AUDIT_PAGE, AUDIT_PAGE_SIZE, auditMessage, inReportOrder } from '../../src/followup/report.ts';
import type { Followup } from '../../src/followup/rules.ts';
import { findNotes } from '../../src/followup/store.ts';
import { type Heard, pages } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { AUDIT_KINDS } from '../../src/vocabulary/followup.ts';

/** `2015`: the report on what was done about that year's audit. */
export async function showAudit(typed: string, turn: Turn): Promise<Message> {
  const year = Number(/^((?:19|20)\d{2})\s*년?도?$/.exec(typed.trim())?.[1] ?? 0);
  return year ? auditPage(year, 0, turn) : { text: turn.text.followup.auditReport.whichYear };
}

async function auditPage(year: number, offset: number, { db, text }: Turn): Promise<Message> {
  const all = await findDemands(db, year);
  const demands = all.slice(offset, offset + AUDIT_PAGE_SIZE);
  const counted = await countFollowups(db, { auditYear: year, kinds: AUDIT_KINDS });
  const notes = await findNotes(
    db,
    demands.map(({ id }) => id),
  );
  return auditMessage({ year, counted, demands, notes }, offset, text);
}

/** A year's demands in the order of the report. */
export async function findDemands(db: Deps['db'], year: number): Promise<Followup[]> {
  const demands: Followup[] = [];
  for await (const demand of streamFollowups(db, { auditYear: year, kinds: AUDIT_KINDS })) demands.push(demand);
  return inReportOrder(demands);
}

export const auditPages: Heard[] = pages(AUDIT_PAGE, (turn) => auditPage(Number(turn.query), turn.offset, turn));
