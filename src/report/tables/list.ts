import { auditTable, evaluationTable, pledgesTable, staffingTable, visitYearsTable } from './others.ts';
import { accountsTable, categoriesTable, spendingYearsTable } from './spending.ts';
import type { TableOf } from './table.ts';

/** The tables that a report may hold, besides `audit.demands`, which needs the answers. */
export const TABLES: Record<string, TableOf> = {
  staffing: staffingTable,
  'spending.accounts': accountsTable,
  'spending.categories': categoriesTable,
  'spending.years': spendingYearsTable,
  'pledges.round': pledgesTable,
  evaluation: evaluationTable,
  'visits.years': visitYearsTable,
  'audit.summary': auditTable,
};
