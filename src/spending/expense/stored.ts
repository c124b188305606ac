import type { Insertable } from 'kysely';
import type { ExpenseRow } from '../../base/db/schema/spending.ts';
import type { Schema } from '../../base/db/schema.ts';
import { isState } from '../../vocabulary/approval.ts';
import { type Account, type Activity, isActivity, type Payment } from '../../vocabulary/expense.ts';
import type { Expense, Spend } from './rules.ts';

export function toRow(
  spend: Spend,
): Omit<
  Insertable<Schema['expense']>,
  | 'flags'
  | 'origin'
  | 'import_id'
  | 'line'
  | 'fingerprint'
  | 'nth'
  | 'form_key'
  | 'created_by'
  | 'created_at'
  | 'version'
  | 'voided_at'
  | 'approval'
> {
  return {
    year: spend.year,
    month: spend.month,
    spent_on: spend.spentOn,
    spent_time: spend.spentTime,
    amount: spend.amount,
    account: spend.account,
    activity: spend.activity,
    category: spend.category,
    place: spend.place,
    address: spend.address,
    purpose: spend.purpose,
    headcount: spend.headcount,
    attendees: spend.attendees,
    payment: spend.payment,
    spender: spend.spender,
    department: spend.department,
  };
}

export function toExpense(row: ExpenseRow): Expense {
  return {
    id: row.id,
    year: row.year,
    month: row.month,
    spentOn: row.spent_on,
    spentTime: row.spent_time,
    amount: row.amount,
    account: row.account as Account | null,
    activity: isActivity(row.activity) ? (row.activity as Activity) : null,
    category: row.category,
    place: row.place,
    address: row.address,
    purpose: row.purpose,
    headcount: row.headcount,
    attendees: row.attendees,
    payment: row.payment as Payment | null,
    spender: row.spender,
    department: row.department,
    flags: row.flags === '' ? [] : row.flags.split(','),
    origin: row.origin as Expense['origin'],
    createdBy: row.created_by,
    version: row.version,
    voided: row.voided_at !== null,
    approval: isState(row.approval) ? row.approval : null,
  };
}
