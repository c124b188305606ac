import { isActivity } from '../../vocabulary/expense.ts';
import type { ExpenseForm } from '../expense/rules.ts';
import type { Profile } from './profile.ts';
import { PROPOSED, type Proposed, type ProposedField } from './proposed.ts';
import { type Proposal, propose } from './rules.ts';

export type WithProposals = {
  form: ExpenseForm;
  proposed: Proposed;
  /** The fields whose proposal is another one than the form shows. */
  anew: ProposedField[];
  proposal: Proposal;
};

/**
 * The form with what is proposed for it; what its writer chose stays, and so does what a line said. `shown`: the fields that it showed when
 * this stood in it; one that begins anew is gone for a moment, and nobody emptied it.
 */
export function withProposals(
  form: ExpenseForm,
  { before, shown }: { before: Proposed; shown: ReadonlySet<string> | null },
  profile: Profile,
  userId: string,
): WithProposals {
  const isOwn = (field: ProposedField) => Boolean(form[field]) && form[field] !== before[field];
  const headcount = /^\d{1,6}$/.test(form.headcount ?? '') ? Number(form.headcount) : null;
  const proposal = propose(profile, {
    userId,
    purpose: form.purpose ?? '',
    place: form.place,
    activity: isOwn('activity') && isActivity(form.activity) ? form.activity : null,
    headcount,
  });
  const after = { ...form };
  const proposed: Proposed = {};
  for (const field of PROPOSED) {
    const emptied = field === 'attendees' && !form[field] && before[field] !== undefined && (shown?.has(field) ?? true);
    if (isOwn(field)) continue;
    if (emptied) proposed[field] = '';
    else {
      const value = proposal[field];
      after[field] = value;
      if (value) proposed[field] = value;
    }
  }
  const anew = PROPOSED.filter((field) => (after[field] ?? '') !== (form[field] ?? ''));
  return { form: after, proposed, anew, proposal };
}
