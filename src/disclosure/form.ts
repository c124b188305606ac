import { z } from 'zod';
import { formatWon } from '../korean/won.ts';
import { clip, section, type View } from '../slack/blocks.ts';
import { drawForm, form, words } from '../slack/form.ts';
import { wonWords } from '../spending/expense/words.ts';
import type { Text } from '../text/index.ts';
import type { RowChange } from './changes.ts';
import { countParts } from './parts.ts';
import type { DisclosurePeriod } from './period.ts';
import { printOf, type Release } from './release/store.ts';
import type { Pending } from './store.ts';
import { type Draft, titleOf } from './table.ts';
import { changeWords, periodWords, warningLines } from './words.ts';

const CHANGES_SHOWN = 8;
const LONGEST_CHANGE = 300;
const LONGEST_REASON = 500;

const OfPeriod = z.object({ period: z.string() });

/** `print`: the table that its writer saw. */
export const RELEASE = form({
  id: 'disclosure_release',
  metadata: OfPeriod.extend({ print: z.string() }),
  fields: { reason: words({ multiline: true, longest: LONGEST_REASON }) },
});
export const HIDE = form({
  id: 'disclosure_hide',
  metadata: OfPeriod,
  fields: { words: words({ longest: 200 }), record: words({ longest: 20 }) },
  personal: ['words'],
});
export const ELECTED = form({
  id: 'disclosure_elected',
  metadata: OfPeriod,
  fields: { names: words({ multiline: true, longest: 2000 }) },
});

export type ReleaseAbout = {
  pending: Pending;
  period: DisclosurePeriod;
  draft: Draft;
  latest: Release | null;
  changes: readonly RowChange[];
};

/** The last look before the table is kept for good; a new version asks why. */
export function releaseForm({ period, draft, pending, latest, changes }: ReleaseAbout, text: Text): View {
  const { reason, ...say } = text.disclosure.releaseForm;
  const [title, submit] = latest ? [say.correctTitle, say.correctTitle] : [say.title, say.submit];
  const warnings = warningLines({ draft, pending }, text);
  const [masked, kept] = [countParts(draft.parts, 'masked'), countParts(draft.parts, 'kept')].map(formatWon);
  const show = [
    section(say.explain(titleOf(period, draft.rows), formatWon(draft.rows.length), wonWords(draft.won, text))),
    section(`${say.masked(masked ?? '0', kept ?? '0')}\n${say.final}`),
    ...(warnings.length > 0 ? [section(warnings.join('\n'))] : []),
    ...(latest ? [section(changesWords(changes, text)), 'reason' as const] : []),
  ];
  const seen = { period: period.key, print: printOf(draft) };
  return drawForm(RELEASE, {}, seen, { title, submit, labels: { reason }, show }, text);
}

/** What differs, as far as it can be shown. */
export function changesWords(changes: readonly RowChange[], text: Text): string {
  const shown = changes.slice(0, CHANGES_SHOWN).map((change) => clip(changeWords(change, text), LONGEST_CHANGE));
  const more = changes.length - shown.length;
  return [
    text.disclosure.releaseForm.changes(formatWon(changes.length)),
    ...shown,
    ...(more > 0 ? [text.disclosure.change.more(formatWon(more))] : []),
  ].join('\n');
}

export function hideForm(period: DisclosurePeriod, text: Text): View {
  const { title, submit, explain, ...labels } = text.disclosure.hideForm;
  const show = [section(explain(periodWords(period, text))), 'words' as const, 'record' as const];
  const look = { title, submit, labels: { words: labels.words, record: labels.record }, show };
  return drawForm(HIDE, {}, { period: period.key }, { ...look, optional: ['record'] }, text);
}

export function electedForm(names: readonly string[], period: DisclosurePeriod, text: Text): View {
  const { title, submit, explain, names: label } = text.disclosure.electedForm;
  const look = { title, submit, labels: { names: label }, show: [section(explain), 'names' as const] };
  return drawForm(ELECTED, { names: names.join('\n') }, { period: period.key }, { ...look, optional: ['names'] }, text);
}
