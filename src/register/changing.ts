import type { Outcome } from '../slack/outcome.ts';
import type { Turn } from '../slack/turn.ts';
import { besideOthers, type Changed, type Editing, overtaken } from './overtaken.ts';
import type { Changed as Kept } from './versions.ts';

/** What the form of an edit says (`typed`), and what its record says now. */
type Edit<Facts> = { editing: Editing; typed: Facts; now: Facts };
type Said<Record, More> = {
  gone: Outcome;
  ended: Outcome;
  saved(record: Record, more: More & { again: boolean }): Outcome | Promise<Outcome>;
};

/** Saves an edit beside what others changed meanwhile; whoever was overtaken hears who changed what, and saves on purpose. */
export async function changing<Facts extends object, Record extends { version: number }, More>(
  changed: Changed,
  { editing, typed, now }: Edit<Facts>,
  { change, gone, ended, saved }: Said<Record, More> & { change(facts: Facts): Promise<Kept<Record, More>> },
  turn: Pick<Turn, 'db' | 'text'>,
): Promise<Outcome> {
  const kept = await change(await besideOthers(changed, editing, { typed, now }, turn.db));
  if (!kept) return gone;
  if (!('refusal' in kept)) return saved(kept.record, kept);
  return kept.refusal === 'ended' ? ended : overtaken(changed, editing, kept.record.version, turn);
}
