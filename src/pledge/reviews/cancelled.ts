import { z } from 'zod';
import type { Compose } from '../../outbox/compose.ts';
import type { Entry } from '../../outbox/rules.ts';
import { findSent } from '../../outbox/store.ts';
import { quietFor } from '../../people/quiet-for.ts';
import { findPersonSettings } from '../../people/settings/store.ts';
import { findNames, findPerson } from '../../people/store.ts';
import { plainMessage } from '../../slack/privately.ts';
import { textFor } from '../../text/index.ts';
import { requestKey } from './request/store.ts';
import { findRoundById } from './store.ts';
import { roundWords } from './views.ts';

/** To whoever was asked in a round that is called off. */
export const ROUND_CANCELLED = 'pledge_round_cancelled';

const Subject = z.object({ id: z.number(), reason: z.string() });

export const cancelledEntries = (id: number, people: readonly string[], { reason, at }: { reason: string; at: Date }) =>
  people.map((recipient): Entry => {
    const subject = { id, reason } satisfies z.infer<typeof Subject>;
    const key = `${ROUND_CANCELLED}:${id}:${recipient}`;
    return { key, kind: ROUND_CANCELLED, recipient, subject, dueAt: at, expiresAt: null };
  });

export const composeCancelled: Compose = async ({ subject, recipient }, deps) => {
  const { db, config } = deps;
  const { id, reason } = Subject.parse(subject);
  const round = await findRoundById(db, id);
  const reader = await findPerson(db, recipient);
  // Who was not asked yet is not asked any more.
  if (!round || !reader || !(await findSent(db, requestKey(id, recipient)))) return null;
  const quiet = await quietFor(await findPersonSettings(db, recipient), deps);
  if (quiet) return quiet;
  const text = textFor(reader.language ?? config.language);
  const by = round.closedBy ?? '';
  const who = (await findNames(db, [by])).get(by) ?? by;
  return plainMessage(text.pledge.review.cancelledTold(roundWords(round.name, text), who, reason));
};
