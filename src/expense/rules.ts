import type { Account, Activity, Payment } from './codes.ts';

/** A calendar day of the office, `YYYY-MM-DD`. */
export type Day = string;

/**
 * What one spend says, whoever said it: a form or a published file.
 * A record entered here is complete; an imported one may lack what older publications never gave.
 */
export type Spend = {
  /** The accounting year and month: what counts towards a budget. A file may state it when the day is lost. */
  year: number;
  /** 1–12; null when a file gives only the year. */
  month: number | null;
  spentOn: Day | null;
  /** `HH:MM`; null when unknown. */
  spentTime: string | null;
  /** Whole won; negative for a refund. */
  amount: number;
  account: Account | null;
  activity: Activity | null;
  /** 분야, by its Korean name. */
  category: string | null;
  place: string | null;
  address: string | null;
  purpose: string;
  /** How many people; null when unknown. */
  headcount: number | null;
  /** The people in words, as given: `시장 외 4명`. */
  attendees: string | null;
  payment: Payment | null;
  /** 사용자: whose spending it is, in words. */
  spender: string | null;
  /** 부서명 */
  department: string | null;
};
