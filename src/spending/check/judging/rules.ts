import type { Evidence, EvidenceField, Figures, FindingState, Severity } from '../../../vocabulary/check.ts';
import type { Judgement } from '../book/rules.ts';
import type { Finding, Found } from '../rule.ts';

/** What is kept of a hit. */
export type Kept = {
  rule: string;
  severity: Severity;
  asks: readonly EvidenceField[];
  /** JSON */
  figures: string;
  state: FindingState;
};

/**
 * What becomes of the findings about one record now that it was judged anew: those to write, by rule; those that are as they were are
 * left out. What someone answered or accepted stays on record; what was accepted opens again if it is no longer what it was.
 */
export function outcomeOf(judgement: Judgement, given: Evidence, before: readonly Finding[]): Kept[] {
  const known = new Map<string, Finding>(before.map((finding) => [finding.rule, finding]));
  const kept: Kept[] = [];
  const keep = (hit: Found, state: FindingState, asks = hit.asks) => {
    const row = { rule: hit.rule, severity: hit.severity, asks, figures: figuresJson(hit), state };
    const was = known.get(hit.rule);
    if (!was || !isSame(was, row)) kept.push(row);
  };

  for (const hit of judgement.found) {
    const was = known.get(hit.rule);
    if (was?.state === 'accepted' && !isGraver(hit, was) && figuresJson(hit) === keptFigures(was)) continue;
    keep(hit, was?.state === 'answered' && was.answer !== null && !isGraver(hit, was) ? 'answered' : 'open');
  }
  for (const hit of judgement.answered) {
    const was = known.get(hit.rule);
    if (was?.state === 'accepted') continue;
    if (was || hit.asks.some((field) => given[field])) keep(hit, 'answered');
  }
  const holds = new Set<string>([...judgement.found, ...judgement.answered].map(({ rule }) => rule));
  for (const was of before) {
    if (was.state !== 'open' || holds.has(was.rule)) continue;
    const said = was.asks.length > 0 && was.asks.every((field) => given[field]);
    const state = said ? ('answered' as const) : ('gone' as const);
    kept.push({ rule: was.rule, severity: was.severity, asks: was.asks, figures: keptFigures(was), state });
  }
  return kept;
}

const figuresJson = ({ how, figures }: { how?: string | null | undefined; figures: Figures }): string =>
  JSON.stringify({ ...(how ? { how } : {}), ...ordered(figures) });

const ORDER = ['won', 'cap', 'people', 'count', 'days', 'time', 'day', 'year', 'word', 'others'] as const;
const keptFigures = (finding: Finding): string => figuresJson(finding);

/** Fields in one order: what comes back from the database has the schema's. */
function ordered(figures: Figures): Figures {
  return Object.fromEntries(ORDER.flatMap((name) => (figures[name] === undefined ? [] : [[name, figures[name]]])));
}

const GRAVITY: Record<Severity, number> = { warn: 0, require: 1, block: 2 };
const isGraver = (hit: Found, was: Finding): boolean => GRAVITY[hit.severity] > GRAVITY[was.severity];

function isSame(was: Finding, row: Kept): boolean {
  return (
    was.state === row.state &&
    was.severity === row.severity &&
    was.asks.join() === row.asks.join() &&
    keptFigures(was) === row.figures
  );
}
