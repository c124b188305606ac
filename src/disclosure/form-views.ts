import { formatWon } from '../korean/won.ts';
import { type Block, clip, plain, section, type View } from '../slack/blocks.ts';
import { wonWords } from '../spending/expense/words.ts';
import type { Text } from '../text/index.ts';
import type { RowChange } from './changes.ts';
import { countParts } from './parts.ts';
import type { DisclosurePeriod } from './period.ts';
import type { Release } from './release/store.ts';
import type { Pending } from './store.ts';
import { type Draft, titleOf } from './table.ts';
import { warningLines } from './views.ts';
import { changeWords, periodWords } from './words.ts';

export const RELEASE_FORM = 'disclosure_release';
export const HIDE_FORM = 'disclosure_hide';
export const ELECTED_FORM = 'disclosure_elected';

const CHANGES_SHOWN = 8;
const LONGEST_CHANGE = 300;
const LONGEST_REASON = 500;

const input = (
  block_id: string,
  label: string,
  element: { max_length: number; multiline?: boolean; initial_value?: string | undefined },
  optional = false,
): Block => {
  const { initial_value, ...rest } = element;
  return {
    type: 'input',
    block_id,
    label: plain(label),
    optional,
    element: { type: 'plain_text_input', action_id: 'value', ...rest, ...(initial_value ? { initial_value } : {}) },
  };
};

const modal = (
  callback_id: string,
  words: { title: string; submit: string },
  metadata: string,
  blocks: Block[],
  text: Text,
): View => ({
  type: 'modal',
  callback_id,
  private_metadata: metadata,
  title: plain(words.title),
  submit: plain(words.submit),
  close: plain(text.expense.form.cancel),
  blocks,
});

export type ReleaseAbout = {
  pending: Pending;
  period: DisclosurePeriod;
  draft: Draft;
  latest: Release | null;
  changes: readonly RowChange[];
};

/** The last look before the table is kept for good; a new version asks why. */
export function releaseForm(
  { period, draft, pending, latest, changes }: ReleaseAbout,
  metadata: string,
  text: Text,
  again: { said?: string; reason?: string } = {},
): View {
  const words = text.disclosure.releaseForm;
  const warnings = warningLines({ draft, pending }, text);
  const [masked, kept] = [countParts(draft.parts, 'masked'), countParts(draft.parts, 'kept')].map(formatWon);
  return modal(
    RELEASE_FORM,
    words,
    metadata,
    [
      ...(again.said ? [section(again.said)] : []),
      section(words.explain(titleOf(period, draft.rows), formatWon(draft.rows.length), wonWords(draft.won, text))),
      section(`${words.masked(masked ?? '0', kept ?? '0')}\n${words.final}`),
      ...(warnings.length > 0 ? [section(warnings.join('\n'))] : []),
      ...(latest ? [section(changesWords(changes, text))] : []),
      ...(latest
        ? [input('reason', words.reason, { max_length: LONGEST_REASON, multiline: true, initial_value: again.reason })]
        : []),
    ],
    text,
  );
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

export type HideTyped = { words?: string; record?: string };

export function hideForm(
  period: DisclosurePeriod,
  metadata: string,
  text: Text,
  again: HideTyped & { said?: string } = {},
): View {
  const words = text.disclosure.hideForm;
  return modal(
    HIDE_FORM,
    words,
    metadata,
    [
      ...(again.said ? [section(again.said)] : []),
      section(words.explain(periodWords(period, text))),
      input('words', words.words, { max_length: 200, initial_value: again.words }),
      input('record', words.record, { max_length: 20, initial_value: again.record }, true),
    ],
    text,
  );
}

export function electedForm(
  names: readonly string[],
  metadata: string,
  text: Text,
  again: { said?: string; names?: string } = {},
): View {
  const words = text.disclosure.electedForm;
  const typed = clip(again.names ?? names.join('\n'), 2000);
  return modal(
    ELECTED_FORM,
    words,
    metadata,
    [
      ...(again.said ? [section(again.said)] : []),
      section(words.explain),
      input('names', words.names, { max_length: 2000, multiline: true, initial_value: typed }, true),
    ],
    text,
  );
}
