import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { AUDIT_PAGE, AUDIT_PAGE_SIZE, auditMessage, inReportOrder } from '../../src/followup/report.ts';
import type { Followup } from '../../src/followup/rules.ts';
import { countFollowups, findNotes, streamFollowups } from '../../src/followup/store.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { AUDIT_KINDS } from '../../src/vocabulary/followup.ts';

/** `2015`: the report on what was done about that year's audit. */
export async function showAudit(typed: string, { text }: Visitor, deps: Deps): Promise<Message> {
  const year = Number(/^((?:19|20)\d{2})\s*년?도?$/.exec(typed.trim())?.[1] ?? 0);
  if (!year) return { text: text.followup.auditReport.whichYear };
  return auditPage(year, 0, { text }, deps);
}

async function auditPage(
  year: number,
  offset: number,
  { text }: Pick<Visitor, 'text'>,
  { db }: Deps,
): Promise<Message> {
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

const Turn = z.object({ query: z.string(), offset: z.number().int().min(0) });

export function listenForAuditPages(app: App, deps: Deps): void {
  for (const actionId of [`${AUDIT_PAGE}_previous`, `${AUDIT_PAGE}_next`]) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const { query, offset } = Turn.parse(JSON.parse(action.value ?? ''));
      const message = await auditPage(Number(query), offset, visitor, deps);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
    });
  }
}
