/** 통계목 (203 업무추진비): the accounts an expense is paid from. Source: 지방회계관리훈령 별표. */
export const ACCOUNTS = ['203-01', '203-02', '203-03', '203-04'] as const;
export type Account = (typeof ACCOUNTS)[number];

export const PAYMENTS = ['card', 'zeropay', 'transfer', 'cash'] as const;
export type Payment = (typeof PAYMENTS)[number];

/** 직무활동 범위: the sub-items of 지방자치단체 업무추진비 집행에 관한 규칙 별표 1 (제3조제1항). */
export const ACTIVITIES = [
  '1-가',
  '1-나',
  '1-다',
  '2-가',
  '2-나',
  '2-다',
  '2-라',
  '3-가',
  '3-나',
  '3-다',
  '4-가',
  '4-나',
  '4-다',
  '4-라',
  '4-마',
  '5-가',
  '5-나',
  '5-다',
  '6-가',
  '6-나',
  '6-다',
  '6-라',
  '6-마',
  '6-바',
  '6-사',
  '6-아',
  '7-가',
  '7-나',
  '7-다',
  '8-가',
  '8-나',
  '9',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

export const isAccount = (code: unknown): code is Account => ACCOUNTS.includes(code as Account);
export const isPayment = (code: unknown): code is Payment => PAYMENTS.includes(code as Payment);
export const isActivity = (code: unknown): code is Activity => ACTIVITIES.includes(code as Activity);

/** The fields of `expense_record`. */
export type ExpenseField =
  | 'spent_on'
  | 'spent_time'
  | 'amount'
  | 'account'
  | 'activity'
  | 'place'
  | 'purpose'
  | 'headcount'
  | 'attendees'
  | 'payment';

export type FieldRefusal =
  | 'missing'
  | 'too_long'
  | 'not_yet'
  | 'long_ago'
  | 'not_a_time'
  | 'not_a_count'
  | 'zero'
  | 'not_a_number'
  | 'not_whole'
  | 'too_large'
  | 'foreign'
  | 'per_head';

/** What a published file may not say and a complete record would. */
export const LACKABLE = ['spentOn', 'account', 'activity', 'category', 'place', 'headcount', 'payment'] as const;
export type Lack = (typeof LACKABLE)[number];

/** What one spend says, field by field, as its history tells of it. */
export type SpendField =
  | 'year'
  | 'month'
  | 'spentOn'
  | 'spentTime'
  | 'amount'
  | 'account'
  | 'activity'
  | 'category'
  | 'place'
  | 'address'
  | 'purpose'
  | 'headcount'
  | 'attendees'
  | 'payment'
  | 'spender'
  | 'department';

/** A list published again with a corrected row, or the same spend by hand and from the card company. */
export type TwinKind = 'correction' | 'maybe_same';

/** What an import noticed about a row that counts nevertheless; `zero` also of one that is held. */
export type Flag =
  | 'year_guessed'
  | 'date_outside_period'
  | 'day_maybe_short'
  | 'day_from_above'
  | 'time_unread'
  | 'two_times'
  | 'payment_unread'
  | 'account_unread'
  | 'activity_unread'
  | 'implausible'
  | 'implausibly_small'
  | 'zero'
  | 'text_damaged'
  | 'twice_in_file';
