import { isAdministrator } from '../../src/people/rules.ts';
import { changeOfficeSetting, findOfficeSettings } from '../../src/people/settings/store.ts';
import { findNames } from '../../src/people/store.ts';
import { ending } from '../../src/register/ending.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { RETENTION, retentionForm } from '../../src/upkeep/retention/form.ts';
import { changedTerms, dueBefore, LEAST, type Terms, yearsFor } from '../../src/upkeep/retention/rules.ts';
import { countDue, deleteDue, findDeletions } from '../../src/upkeep/retention/store.ts';
import {
  type Due,
  RETENTION_DELETE,
  RETENTION_OPEN,
  RETENTION_SETTINGS_OPEN,
  retentionMessage,
} from '../../src/upkeep/retention/views.ts';
import { isKept, KEPT, type Kept } from '../../src/vocabulary/upkeep.ts';

/** What may be deleted by now, and what was: for administrators. */
export async function showRetention(turn: Turn, first?: string): Promise<Message> {
  const { db, person, text, config, today } = turn;
  if (!isAdministrator(person)) return { text: text.access.notAdministrator };
  const due = await Promise.all(KEPT.map((kind) => findDue(kind, turn)));
  const deletions = await findDeletions(db);
  const names = await findNames(db, [...new Set(deletions.map(({ by }) => by))]);
  return retentionMessage({ due, deletions, names, zone: config.timezone, today }, text, first);
}

async function findDue(kind: Kept, { db, today }: Turn): Promise<Due> {
  const { retention } = await findOfficeSettings(db);
  const before = dueBefore(kind, retention, today);
  return { kind, before, years: yearsFor(kind, retention, today), count: await countDue(db, kind, before) };
}

/** Deletes on purpose, and never without saying why. */
const deleting = ending<Due>({
  open: RETENTION_DELETE,
  form: 'retention_delete_form',
  async find(named, turn) {
    const { person, text } = turn;
    if (!isAdministrator(person)) return { refused: text.access.notAdministrator };
    if (!isKept(named)) return { refused: text.upkeep.retention.none };
    const due = await findDue(named, turn);
    return due.count === 0 ? { ended: text.upkeep.retention.none } : { subject: due };
  },
  words: ({ kind, count, before }, { upkeep: { retention } }) => ({
    ...retention.deleteForm,
    explain: retention.deleteForm.explain(retention.kinds[kind], String(count), before),
  }),
  async end({ kind, before }, reason, turn) {
    const by = turn.person.userId;
    const count = await deleteDue(turn, { kind, before, reason, by, at: turn.now() });
    const { deleted, kinds } = turn.text.upkeep.retention;
    const done = deleted(kinds[kind], String(count));
    return { done, say: () => showRetention(turn, done) };
  },
});

async function openSettings(turn: Turn): Promise<Answer> {
  const { db, person, text, today } = turn;
  if (!isAdministrator(person)) return { text: text.access.notAdministrator };
  const { retention } = await findOfficeSettings(db);
  const now = Object.fromEntries(KEPT.map((kind) => [kind, yearsFor(kind, retention, today)])) as Record<Kept, number>;
  return turn.open(retentionForm(now, text), { press: RETENTION_SETTINGS_OPEN });
}

async function save({ values, ...turn }: Submitted<typeof RETENTION.empty, object>): Promise<Outcome> {
  const { db, person, text, today, now } = turn;
  const words = text.upkeep.retention;
  if (!isAdministrator(person)) return refuse(text.access.notAdministrator, 'receipts');
  const said = Object.fromEntries(KEPT.map((kind) => [kind, Number(values[kind])])) as Record<Kept, number>;
  const short = KEPT.filter((kind) => !Number.isInteger(said[kind]) || said[kind] < LEAST[kind] || said[kind] > 99);
  if (short.length > 0)
    return { errors: Object.fromEntries(short.map((kind) => [kind, words.form.least(LEAST[kind])])) };
  const change = (terms: Terms) =>
    Object.fromEntries(Object.entries(changedTerms(terms, said, today)).map(([kind, list]) => [kind, [...list]]));
  await changeOfficeSetting(db, 'retention', change, { actor: person.userId, at: now() });
  return { done: words.form.saved, say: () => showRetention(turn, words.form.saved) };
}

export const retaining: Heard[] = [
  press(RETENTION_OPEN, Words, (turn) => showRetention(turn)),
  press(RETENTION_SETTINGS_OPEN, Words, openSettings),
  submission(RETENTION, save),
  ...deleting.hears,
];
