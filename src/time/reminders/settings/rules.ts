import type { OfficeSettings, PersonSettings, ReminderChoice } from '../../../people/settings/rules.ts';
import { isZone } from '../../../people/zones.ts';
import { KIND_NAMES, type KindName } from '../../../vocabulary/reminder.ts';
import { kindOf } from '../kinds.ts';
import { choiceOf } from '../rules.ts';

/**
 * What stands in a form for one kind: `usual` (as the office, or as the kind is), `off`, `on`, a time, or how long before (`30m`).
 */
export type Picked = string;

export type Picks = Partial<Record<KindName, Picked>>;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const LEAD = /^(\d{1,3})m$/;

/** Half hours from six to ten at night; other times stay as they were chosen. */
const TIMES = Array.from({ length: 33 }, (_, i) => {
  const minutes = 6 * 60 + i * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${minutes % 60 === 0 ? '00' : '30'}`;
});
const LEADS = ['15m', '30m', '60m', '90m', '120m', '180m'];

/** What can be picked for a kind, what is picked already among it. */
export function picksFor(kind: KindName, picked: Picked): Picked[] {
  const { when } = kindOf(kind);
  const choices = when === 'before_start' ? LEADS : TIMES;
  const all = ['usual', ...(when === 'at_once' ? ['on'] : []), 'off', ...choices];
  return all.includes(picked) ? all : [...all, picked];
}

export function pickedOf(choice: ReminderChoice | undefined): Picked {
  if (choice?.on === false) return 'off';
  if (choice?.time !== undefined) return choice.time;
  if (choice?.minutes !== undefined) return `${choice.minutes}m`;
  return choice?.on === true ? 'on' : 'usual';
}

/** Null: nothing of its own. */
export function choiceFrom(picked: Picked): ReminderChoice | null {
  if (picked === 'off') return { on: false };
  if (picked === 'on') return { on: true };
  if (TIME.test(picked)) return { on: true, time: picked };
  const minutes = Number(LEAD.exec(picked)?.[1] ?? 0);
  return minutes >= 5 && minutes <= 240 ? { on: true, minutes } : null;
}

export const picksOf = (kinds: readonly KindName[], reminders: Record<string, ReminderChoice>): Picks =>
  Object.fromEntries(kinds.map((kind) => [kind, pickedOf(reminders[kind])]));

/** Only what its writer picked anew is changed: what others chose since the form was opened stays. */
export function mergePicks(
  reminders: Readonly<Record<string, ReminderChoice>>,
  shown: Picks,
  picked: Picks,
): Record<string, ReminderChoice> {
  const merged = { ...reminders };
  for (const kind of KIND_NAMES) {
    const pick = picked[kind];
    if (pick === undefined || pick === shown[kind]) continue;
    const choice = choiceFrom(pick);
    if (choice) merged[kind] = choice;
    else delete merged[kind];
  }
  return merged;
}

/** What holds for a kind where nothing of its own is chosen. */
export const usualOf = (kind: KindName, office: Pick<OfficeSettings, 'reminders'>): Picked => {
  const { on, time, minutes } = choiceOf(kind, office);
  const chosen = office.reminders[kind];
  if (!on) return 'off';
  const { when } = kindOf(kind);
  if (when === 'before_start') return `${minutes}m`;
  return when === 'at_once' && chosen?.time === undefined ? 'on' : time;
};

/** When somebody may be written to, as their form says it. */
export type QuietForm = {
  timezone: string | null;
  quiet_from: string | null;
  quiet_to: string | null;
  free_days: boolean;
};
export type QuietRefusals = Partial<Record<'timezone' | 'quiet_from' | 'quiet_to', 'not_a_zone' | 'missing'>>;

export function draftQuiet(
  form: QuietForm,
  officeZone: string,
): { quiet: Pick<PersonSettings, 'timezone' | 'quiet'> } | { refusals: QuietRefusals } {
  const refusals: QuietRefusals = {};
  const { timezone, quiet_from: from, quiet_to: to } = form;
  if (timezone !== null && !isZone(timezone)) refusals.timezone = 'not_a_zone';
  if (!from || !TIME.test(from)) refusals.quiet_from = 'missing';
  if (!to || !TIME.test(to)) refusals.quiet_to = 'missing';
  if (Object.keys(refusals).length > 0 || !from || !to) return { refusals };
  // Whoever is where the office is goes with it when it changes.
  return {
    quiet: { timezone: timezone === officeZone ? null : timezone, quiet: { from, to, freeDays: form.free_days } },
  };
}
