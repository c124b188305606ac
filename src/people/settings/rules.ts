import { z } from 'zod';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What is chosen about one kind of reminder; what is absent stays as the office, or the kind itself, has it. */
export const ReminderChoice = z.object({
  on: z.boolean().optional(),
  time: Clock.optional(),
  /** How long before it begins, for the kind that hangs on a start. */
  minutes: z.number().int().min(5).max(240).optional(),
});
export type ReminderChoice = z.infer<typeof ReminderChoice>;

/** What managers and administrators choose for the office, each with what holds until they do. */
export const OFFICE_SETTINGS = {
  /** The channel of the digest and the daily schedule; null: as OFFICE_CHANNEL says. */
  channel: z.string().nullable().default(null),
  /** By the kind of reminder. */
  reminders: z.record(z.string(), ReminderChoice).default({}),
  digest: z
    .object({
      on: z.boolean().default(true),
      /** 1 is Monday, 5 Friday. A day that is a holiday moves to the first working day after it. */
      weekday: z.number().int().min(1).max(5).default(1),
      time: Clock.default('09:00'),
      channel: z.string().nullable().default(null),
      /** The parts left out. */
      without: z.array(z.string()).default([]),
    })
    .prefault({}),
  /** The yearly plan of spending (집행계획) by year: the number of its document. */
  spendingPlans: z.record(z.string().regex(/^\d{4}$/), z.string()).default({}),
  /** The days after which something is due for which no day was said; null: none is offered. */
  followups: z.object({ dueDays: z.number().int().min(1).max(365).nullable().default(14) }).prefault({}),
  /** Words in the names of places where the clean card is barred; 회계관리훈령 별표 4 and the card's own list decide. */
  barredShops: z
    .array(z.string())
    .default([
      ...['골프', '컨트리클럽', '노래방', '노래연습장', '노래타운', '당구', '사우나', '찜질방'],
      ...['미용', '이발소', '오락실', '게임장', '복권'],
    ]),
  /** The office's own guideline on buying and using vouchers: the number of its document. */
  voucherGuide: z.string().nullable().default(null),
  /** By year, how its card points became revenue: the number of the document. */
  cardPoints: z.record(z.string().regex(/^\d{4}$/), z.string()).default({}),
  /** Who agrees for the accounting side to what 기관운영 and 시책추진 spend, before it is approved; nobody: it is not asked. */
  accounting: z.array(z.string()).default([]),
  /** The version whose news Home says, and from when on it runs here. */
  news: z.object({ version: z.string(), since: z.string() }).nullable().default(null),
  /** Steps of setting up that an administrator said this office does not need. */
  setupLeftOut: z.array(z.string()).default([]),
  /** By-elections, and whatever else no calendar names. */
  elections: z
    .array(z.object({ day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), name: z.string(), local: z.boolean() }))
    .default([]),
  /** Days off that no calendar has yet. */
  holidays: z.array(z.object({ day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), name: z.string() })).default([]),
  /** Elected people whose names are published beside their post: the mayor, a district's head. */
  disclosure: z.object({ elected: z.array(z.string()).default([]) }).prefault({}),
  /** How many years something is kept, from a day on; the newest that had begun counts (src/upkeep/retention/rules.ts). */
  retention: z
    .record(z.string(), z.array(z.object({ from: z.string(), years: z.number().int().min(1).max(99) })))
    .default({}),
} as const;

/** What each person chooses for themselves; the times are of the person's own zone. */
export const PERSON_SETTINGS = {
  /** Null: the office's zone. */
  timezone: z.string().nullable().default(null),
  quiet: z
    .object({
      from: Clock.default('19:00'),
      to: Clock.default('08:00'),
      /** Quiet on Saturdays, Sundays and holidays too. */
      freeDays: z.boolean().default(true),
    })
    .prefault({}),
  reminders: z.record(z.string(), ReminderChoice).default({}),
  /** Their own part of the digest in a direct message. */
  digest: z.boolean().default(true),
  /** The version whose news they have read on Home. */
  news: z.string().nullable().default(null),
  /** The last picture of a digest that they asked for: the next takes its place. */
  picture: z.object({ channel: z.string(), ts: z.string() }).nullable().default(null),
  /** `MM-DD` */
  birthday: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .nullable()
    .default(null),
} as const;

export type OfficeSettings = { [Name in keyof typeof OFFICE_SETTINGS]: z.output<(typeof OFFICE_SETTINGS)[Name]> };
export type PersonSettings = { [Name in keyof typeof PERSON_SETTINGS]: z.output<(typeof PERSON_SETTINGS)[Name]> };
