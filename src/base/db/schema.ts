import type { ApprovalTables } from './schema/approval.ts';
import type { CheckTables } from './schema/check.ts';
import type { CouncilTables } from './schema/council.ts';
import type { DisclosureTables } from './schema/disclosure.ts';
import type { FollowupTables } from './schema/followup.ts';
import type { OutboxTables } from './schema/outbox.ts';
import type { PeopleTables } from './schema/people.ts';
import type { PledgeTables } from './schema/pledge.ts';
import type { ReportTables } from './schema/report.ts';
import type { SpendingTables } from './schema/spending.ts';
import type { TimeTables } from './schema/time.ts';
import type { UpkeepTables } from './schema/upkeep.ts';
import type { VisitTables } from './schema/visit.ts';

/** The rows as they are stored: money in whole won, instants in ISO UTC, days as the office's `YYYY-MM-DD`. */
export interface Schema
  extends ApprovalTables,
    CheckTables,
    CouncilTables,
    DisclosureTables,
    FollowupTables,
    OutboxTables,
    PeopleTables,
    PledgeTables,
    ReportTables,
    SpendingTables,
    TimeTables,
    UpkeepTables,
    VisitTables {}
