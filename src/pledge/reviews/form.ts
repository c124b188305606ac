import { z } from 'zod';
import { formatDate, formatDay } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import { type Block, clip, context, LONGEST, section, type View } from '../../slack/blocks.ts';
import { day, drawForm, type FieldKind, form, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import { LONGEST_UPDATE, type Pledge, pledgeName } from '../rules.ts';
import { statusWords } from '../words.ts';
import type { Answer, Planned } from './rules.ts';
import { roundWords } from './views.ts';

const MOST_NAMED = 12;
const LONGEST_PART = 2_500;
const reason = words({ multiline: true, longest: 500 });

export const OPENING = form({
  id: 'review_open_form',
  metadata: z.object({ name: z.string() }),
  fields: { until: day() },
});

/** Who will be asked for what, and until when: nothing goes out before this is sent. */
export function openingForm(
  { name, asOf, until, people, unasked, total }: Planned & { name: string; asOf: string; until: string; total: number },
  names: ReadonlyMap<string, string>,
  { text, today }: { text: Text; today: string },
): View {
  const { opening } = text.pledge.review;
  const dated = formatDay(asOf, text.language, today);
  const asked = people.map(({ userId, pledges }) =>
    clip(
      opening.person(names.get(userId) ?? userId, formatWon(pledges.length), namesOf(pledges.map(pledgeName), text)),
      400,
    ),
  );
  const nobody = namesOf([...new Set(unasked.map((it) => it.department ?? text.pledge.noDepartment))], text);
  const show: (Block | 'until')[] = [
    section(opening.explain(roundWords(name, text), dated, formatWon(total), formatWon(people.length))),
    ...(asked.length > 0 ? [section(clip(asked.join('\n'), LONGEST_PART))] : []),
    ...(unasked.length > 0 ? [context(clip(opening.unasked(formatWon(unasked.length), nobody), 1_500))] : []),
    'until',
  ];
  const { title, submit, labels, hints } = opening;
  return drawForm(OPENING, { until }, { name }, { title, submit, labels, hints, show }, text);
}

const namesOf = (all: readonly string[], text: Text): string =>
  [
    ...all.slice(0, MOST_NAMED),
    ...(all.length > MOST_NAMED ? [text.pledge.state.more(formatWon(all.length - MOST_NAMED))] : []),
  ].join(', ');

/** `left`: how many were unanswered as its reader saw it. */
const Ending = z.object({ id: z.number(), left: z.number(), day: z.string().optional() });

export const CLOSING = form({ id: 'review_close_form', metadata: Ending, fields: { reason } });
export const PUBLISHING = form({ id: 'review_publish_form', metadata: Ending, fields: { reason } });

/** Asks before a round is closed, or published on `day`: it names what is unanswered, which needs a reason. */
export function endingForm(
  how: 'closing' | 'publishing',
  { id, name, day: published }: { id: number; name: string; day?: string },
  unanswered: readonly Answer[],
  text: Text,
): View {
  const said = text.pledge.review[how];
  const left = unanswered.length;
  const rows = unanswered.slice(0, MOST_NAMED).map((it) => clip(`• ${it.name} · ${it.title}`, 150));
  const more = left > MOST_NAMED ? [text.pledge.state.more(formatWon(left - MOST_NAMED))] : [];
  const show: (Block | 'reason')[] = [
    section(said.explain(roundWords(name, text), published ? formatDate(published, text.language) : '')),
    ...(left > 0
      ? [section([text.pledge.review.left(formatWon(left)), ...rows, ...more].join('\n')), 'reason' as const]
      : [section(text.pledge.review.noneLeft)]),
  ];
  const look = { title: said.title, submit: said.submit, labels: { reason: said.reason }, show };
  const metadata = { id, left, ...(published ? { day: published } : {}) };
  return drawForm(how === 'closing' ? CLOSING : PUBLISHING, {}, metadata, look, text);
}

/** Fields of one form, each with a line of its own above it. */
export const MOST_SAME = 20;
const sameFields = Object.fromEntries(
  Array.from({ length: MOST_SAME }, (_, i) => [`source_${i}`, words({ longest: LONGEST_UPDATE.source })]),
) as Record<string, FieldKind<string | null>>;

const Same = z.object({
  roundId: z.number(),
  /** In the order of the fields, each as its writer saw it. */
  pledges: z.array(z.object({ id: z.number(), version: z.number() })),
});
export type Same = z.infer<typeof Same>;

export const SAME = form({ id: 'review_same_form', metadata: Same, fields: sameFields });

/** Answers many pledges with what they were: each with its source of last time, or a new one; an empty field is no answer. */
export function sameForm(
  roundId: number,
  shown: readonly { pledge: Pledge; source: string | null }[],
  rest: number,
  text: Text,
): View {
  const { same } = text.pledge.review;
  const labels = Object.fromEntries(
    shown.map(({ pledge }, i) => {
      const state = `${statusWords(pledge.status, text)} ${pledge.progress ?? 0}%`;
      return [`source_${i}`, `${clip(`${pledgeName(pledge)} ${pledge.title}`, 90)} · ${state}`];
    }),
  );
  const names = shown.map((_, i) => `source_${i}`);
  const show = [section(same.explain), ...names, ...(rest > 0 ? [context(same.rest(formatWon(rest)))] : [])];
  const values = Object.fromEntries(shown.map(({ source }, i) => [`source_${i}`, clip(source ?? '', LONGEST.initial)]));
  const metadata = { roundId, pledges: shown.map(({ pledge: { id, version } }) => ({ id, version })) };
  return drawForm(
    SAME,
    values,
    metadata,
    { title: same.title, submit: same.submit, labels, optional: names, show },
    text,
  );
}
