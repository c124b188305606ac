import { findPersonal } from '../privacy/find.ts';
import { type Field, type Finding, type Known, withoutOverlaps } from '../privacy/finding.ts';
import type { Kind } from '../vocabulary/disclosure.ts';
import { peopleShown } from './people.ts';

/** What a person decided about words of one record. */
export type Choice = 'mask' | 'keep';
export type Decision = { expenseId: number; field: Field; found: string; choice: Choice; by: string; at: Date };

/** Words of a text that are masked, stay, or wait for a person. */
export type Part = {
  field: Field;
  /** The whole text, and what is to be published of it (what waits is masked). */
  before: string;
  after: string;
  found: string;
  kind: Kind;
  /** A number that never is published: nobody can keep it. */
  fixed: boolean;
  state: 'open' | 'masked' | 'kept';
  decision: Decision | null;
};

export type Masked = { shown: string; parts: Part[] };

const NEVER: ReadonlySet<Kind> = new Set([
  'resident_number',
  'birth',
  'card',
  'account',
  'phone',
  'email',
  'approval',
  'home',
] satisfies Kind[]);
export const NAME_MASK = '○○○';
const OTHER_MASK = '[비공개]';

/** A text of the register as it may be published. What a person decided goes before the rules, but for numbers that never may be shown. */
export function maskText(text: string, field: Field, known: Known, decisions: readonly Decision[]): Masked {
  const found = findPersonal(text, field, known);
  const hand = byHand(text, found, decisions);
  const findings = withoutOverlaps([...found.flatMap((it) => leftOf(it, hand, text)), ...hand]);
  if (findings.length === 0) return { shown: text, parts: [] };

  const judged = findings.map((finding) => {
    const words = text.slice(finding.start, finding.end);
    const fixed = finding.sure && NEVER.has(finding.kind);
    const decision = decisions.find((it) => it.found === words) ?? null;
    const state = fixed
      ? 'masked'
      : decision
        ? ({ mask: 'masked', keep: 'kept' } as const)[decision.choice]
        : finding.sure
          ? 'masked'
          : 'open';
    return { finding, words, fixed, decision: fixed ? null : decision, state } as const;
  });
  const hidden = judged.filter(({ state }) => state !== 'kept').map(({ finding }) => finding);
  const shown = field === 'attendees' ? peopleShown(text, hidden, maskOf) : replaced(text, hidden);
  const parts = judged.map(({ finding, words, fixed, decision, state }) => ({
    field,
    before: text,
    after: shown,
    found: words,
    kind: finding.kind,
    fixed,
    state,
    decision,
  }));
  return { shown, parts };
}

/** What people wanted masked besides, wherever it stands in the text. */
function byHand(text: string, found: readonly Finding[], decisions: readonly Decision[]): Finding[] {
  const known = new Set(found.map(({ start, end }) => text.slice(start, end)));
  return decisions
    .filter((decision) => decision.choice === 'mask' && decision.found !== '' && !known.has(decision.found))
    .flatMap(({ found: words }) => {
      const findings: Finding[] = [];
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
        findings.push({ start: at, end: at + words.length, kind: 'name', sure: true, title: null });
      }
      return findings;
    });
}

/** What masks set by hand leave of a finding: of 무함마드 빈 살만 whose 살만 somebody had masked, 무함마드 빈 is a name as before. */
function leftOf(finding: Finding, hand: readonly Finding[], text: string): Finding[] {
  const edges = hand
    .filter(({ start, end }) => start < finding.end && finding.start < end)
    .flatMap(({ start, end }) => [start, end])
    .toSorted((a, b) => a - b);
  if (edges.length === 0) return [finding];
  const bounds = [finding.start, ...edges, finding.end];
  return bounds
    .flatMap((start, i) => (i % 2 === 0 ? [{ ...finding, start, end: bounds[i + 1] ?? start }] : []))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

const maskOf = ({ kind }: Finding): string => (kind === 'name' ? NAME_MASK : OTHER_MASK);

function replaced(text: string, findings: readonly Finding[]): string {
  let shown = '';
  let at = 0;
  for (const finding of findings) {
    shown += text.slice(at, finding.start) + maskOf(finding);
    at = finding.end;
  }
  return shown + text.slice(at);
}
