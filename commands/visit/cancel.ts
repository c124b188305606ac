import { endingBothWays } from '../../src/register/both-ways.ts';
import type { Turn } from '../../src/slack/turn.ts';
import type { Clash } from '../../src/visit/clashes.ts';
import { cardOf, visits } from '../../src/visit/compose.ts';
import { type Visit, visitName } from '../../src/visit/rules.ts';
import { keptWords, tellAgain } from '../../src/visit/saved.ts';
import { cancelVisit, restoreVisit } from '../../src/visit/store.ts';
import { VISIT_CANCEL, VISIT_RESTORE } from '../../src/visit/views.ts';

/** `V12 비가 많이 옴` calls off at once; without a reason a form asks for it. What has a result has been. */
export const cancelling = endingBothWays<Visit>({
  of: visits,
  end: { open: VISIT_CANCEL, form: 'visit_cancel_form' },
  restore: { open: VISIT_RESTORE, form: 'visit_restore_form' },
  words: ({ visit }) => ({ form: visit.cancelForm, before: visit.cancelledBefore, now: visit.cancelledNow }),
  restoreWords: ({ visit }) => ({ form: visit.restoreForm, before: visit.notCancelled, now: visit.restored }),
  refuse: ({ id, summary }, { text }, ends) => (ends && summary !== null ? text.visit.hasResult(visitName(id)) : null),
  records: (turn) => ({
    async end(db, id, by) {
      const cancelled = await cancelVisit(db, id, by);
      if (cancelled && 'refusal' in cancelled) return { refused: turn.text.visit.hasResult(visitName(id)) };
      return cancelled && { ...cancelled, lines: await toldOf(cancelled, [], turn) };
    },
    async restore(db, id, by) {
      const restored = await restoreVisit(db, id, by);
      return restored && { ...restored, lines: await toldOf(restored, restored.clashes, turn) };
    },
  }),
  card: cardOf,
});

const toldOf = async ({ record, again }: { record: Visit; again: boolean }, kept: readonly Clash[], turn: Turn) =>
  again ? [] : [...keptWords(kept, turn.text), ...(await tellAgain(record, turn))];
