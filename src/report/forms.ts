import { z } from 'zod';
import { section, type View } from '../slack/blocks.ts';
import { day, drawForm, form, tick, words } from '../slack/form.ts';
import type { Text } from '../text/index.ts';
import type { Day } from '../vocabulary/day.ts';
import { SECTIONS, type Section } from '../vocabulary/report.ts';
import { LONGEST_TEXT } from './sections.ts';

const Year = z.object({ year: z.number() });

export const TEXT_FORM = form({
  id: 'report_text',
  metadata: Year.extend({ section: z.enum(SECTIONS), seen: z.number() }),
  fields: {
    words: words({ multiline: true, longest: LONGEST_TEXT }),
    more: words({ multiline: true, longest: LONGEST_TEXT }),
  },
});

export type TextAbout = { year: number; section: Section; seen: number };

/** A section's text in two fields, for Slack lets one hold so many letters, with its figures as they read now and read last year. */
export function textForm(about: TextAbout, typed: string, figures: readonly string[], text: Text): View {
  const { title, save, hint, ...labels } = text.report.textForm;
  const [first, rest] = halves(typed);
  const shown = clipLines(figures, 2800);
  const look = {
    ...{ title, submit: save, labels: { words: labels.words, more: labels.more }, hints: { words: hint } },
    optional: ['more' as const],
    show: ['words' as const, 'more' as const, ...(shown ? [section(labels.figures(shown))] : [])],
  };
  return drawForm(TEXT_FORM, { words: first, more: rest || null }, about, look, text);
}

export const wordsTyped = ({ words, more }: typeof TEXT_FORM.empty): string =>
  [words, more]
    .filter(Boolean)
    .join('\n')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n+$/, '');

/** Cut where a line ends. */
export function halves(typed: string): [string, string] {
  if (typed.length <= LONGEST_TEXT) return [typed, ''];
  const at = typed.lastIndexOf('\n', LONGEST_TEXT);
  return at > 0 ? [typed.slice(0, at), typed.slice(at + 1)] : [typed.slice(0, LONGEST_TEXT), typed.slice(LONGEST_TEXT)];
}

function clipLines(lines: readonly string[], longest: number): string {
  let shown = '';
  for (const line of lines) {
    if (shown.length + line.length + 1 > longest) return `${shown}\n…`;
    shown = shown ? `${shown}\n${line}` : line;
  }
  return shown;
}

export const DAY_FORM = form({ id: 'report_day', metadata: Year, fields: { as_of: day() } });

export function dayForm(year: number, asOf: Day, text: Text): View {
  const { title, save, day } = text.report.dayForm;
  return drawForm(DAY_FORM, { as_of: asOf }, { year }, { title, submit: save, labels: { as_of: day } }, text);
}

export const VISIT_FORM = form({
  id: 'report_visit',
  metadata: Year,
  fields: { visit: words({ longest: 16 }), guest_title: words({ longest: 60 }), award: words({ longest: 60 }) },
});

/** What the report says of a visit beside its plan. */
export function visitForm(year: number, text: Text): View {
  const { title, save, hint, visit, guest, award } = text.report.visitForm;
  const labels = { visit, guest_title: guest, award };
  const look = { title, submit: save, labels, hints: { visit: hint }, optional: ['guest_title', 'award'] as const };
  return drawForm(VISIT_FORM, {}, { year }, look, text);
}

export const ACCEPT_FORM = form({
  id: 'report_accept',
  metadata: Year.extend({ gap: z.string() }),
  fields: { reason: words({ multiline: true, longest: 500 }) },
});

/** `gap`: what it is about, by a checksum: a warning may name hundreds of records. */
export function acceptForm(year: number, gap: string, said: string, text: Text): View {
  const { title, save, reason } = text.report.acceptForm;
  const look = { title, submit: save, labels: { reason }, show: [section(said), 'reason' as const] };
  return drawForm(ACCEPT_FORM, {}, { year, gap }, look, text);
}

export const RELEASE_FORM = form({
  id: 'report_release',
  metadata: Year.extend({ asOf: z.string(), sha256: z.string(), version: z.number() }),
  fields: { confirm: tick(), reason: words({ multiline: true, longest: 500 }) },
});

type ReleaseAbout = z.infer<typeof RELEASE_FORM.metadata>;

/** A first version needs no reason, only a tick; each later one says why. */
export function releaseForm(about: ReleaseAbout, said: readonly string[], text: Text): View {
  const { title, save, reason, confirm } = text.report.releaseForm;
  const field = about.version > 0 ? ('reason' as const) : ('confirm' as const);
  const look = {
    ...{ title, submit: save, labels: { reason, confirm }, choices: { confirm: [{ label: confirm, value: 'yes' }] } },
    show: [...said.map((line) => section(line)), field],
  };
  return drawForm(RELEASE_FORM, {}, about, look, text);
}
