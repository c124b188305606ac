import type { Block, CellBlock } from '../documents/model.ts';
import { isOpen } from '../followup/rules.ts';
import { isTroubled } from '../pledge/status.ts';
import { findPersonal } from '../privacy/find.ts';
import type { Known } from '../privacy/finding.ts';
import type { Section } from '../vocabulary/report.ts';
import type { Composed } from './compose.ts';
import { figureOf } from './figures/list.ts';
import { type Gap, gap } from './gaps.ts';
import { isHeld, type Records } from './records/records.ts';
import type { Texts } from './sections.ts';

/** 점검: what a composed report lacks, and what its records leave open. Those that block come first, then in the report's order. */
export function checkReport(composed: Composed, texts: Texts, records: Records, known: Known): Gap[] {
  const all = [
    ...composed.gaps,
    ...spendingGaps(records),
    ...visitGaps(composed, texts, records),
    ...pledgeGaps(composed, records),
    ...demandGaps(texts, records),
    ...totalsGaps(composed, records),
    ...nameGaps(composed, known),
  ];
  return all.toSorted((a, b) => Number(a.severity === 'warn') - Number(b.severity === 'warn'));
}

/** Won that the totals may lack: rows that wait to be mended, and spends of which the day of the report can't be told. */
function spendingGaps({ held, uncut }: Records): Gap[] {
  const won = (all: readonly { won: number | null }[]) => String(all.reduce((sum, it) => sum + (it.won ?? 0), 0));
  return [
    ...(held.length > 0
      ? [
          gap(
            'budget',
            'held_rows',
            held.map(({ id }) => `held ${id}`),
            won(held),
          ),
        ]
      : []),
    ...(uncut.length > 0
      ? [
          gap(
            'budget',
            'spends_without_day',
            uncut.map(({ id }) => `E${id}`),
            won(uncut),
          ),
        ]
      : []),
  ];
}

function visitGaps({ figures }: Composed, texts: Texts, records: Records): Gap[] {
  const { visits, asOf, year } = records;
  const open = visits.filter(
    (it) => isHeld(it, asOf) && it.endsOn < asOf && it.startsOn.startsWith(`${year}-`) && !it.hasResult,
  );
  const cited = new Set(
    figures.filter(({ key }) => key.startsWith('cite ')).flatMap(({ sources }) => sources.map(({ record }) => record)),
  );
  const named = visits.filter(({ id }) => cited.has(`V${id}`));
  const where = (id: number): Section => sectionCiting(`V${id}`, texts);
  return [
    ...(open.length > 0
      ? [
          gap(
            'schedule',
            'visits_without_result',
            open.map(({ id }) => `V${id}`),
          ),
        ]
      : []),
    ...named.filter((it) => it.cancelled).map(({ id, title }) => gap(where(id), 'cited_cancelled', [`V${id}`], title)),
    ...named
      .filter((it) => !it.cancelled && it.startsOn.slice(0, 4) !== String(year) && it.startsOn <= asOf)
      .map(({ id, title, startsOn }) => gap(where(id), 'cited_other_year', [`V${id}`], `${title} (${startsOn})`)),
    ...named
      .filter((it) => !it.cancelled && it.startsOn > asOf)
      .map(({ id, title }) => gap(where(id), 'cited_ahead', [`V${id}`], title)),
  ];
}

function sectionCiting(name: string, texts: Texts): Section {
  const cites = new RegExp(`\\{\\{\\s*cite[^{}]*\\b${name}\\b`, 'i');
  const found = Object.entries(texts).find(([, words]) => cites.test(words));
  return (found?.[0] as Section | undefined) ?? 'schedule';
}

/** 부진 pledges of whose evaluation nobody said why. */
function pledgeGaps({ figures }: Composed, { round }: Records): Gap[] {
  if (!round || !figures.some(({ key }) => key.startsWith('pledges.round.'))) return [];
  const silent = round.answers.filter(({ status, note }) => isTroubled(status) && !note?.trim());
  return silent.length > 0
    ? [
        gap(
          'pledges',
          'troubled_without_reason',
          silent.map(({ name }) => name),
          round.name,
        ),
      ]
    : [];
}

/** Demands of the audit of which nothing was said: neither what was done nor what will be. */
function demandGaps(texts: Texts, { demands }: Records): Gap[] {
  const written = (id: number) => new RegExp(`^\\s*F${id}\\s*$`, 'im').test(texts.answers ?? '');
  const silent = demands.filter(
    (it) => it.progress.length === 0 && (it.plan.length === 0 || !isOpen(it.status)) && !written(it.id),
  );
  return silent.length > 0
    ? [
        gap(
          'audit',
          'demand_unanswered',
          silent.map(({ id }) => `F${id}`),
        ),
      ]
    : [];
}

/** One quantity that two figures count, each its own way: where both are printed and differ, the text has to say why. */
const TWICE = [
  { one: 'council.text', other: 'council.annex', explained: 'council.difference', section: 'council' },
  { one: 'pledges.count', other: 'pledges.round.total', explained: 'pledges.difference', section: 'pledges' },
] as const;

function totalsGaps({ figures }: Composed, records: Records): Gap[] {
  const isPrinted = (of: string) => figures.some(({ key }) => key === of || key.startsWith(`${of}.`));
  const quantity = (key: string) => figureOf(key, records)?.value ?? null;
  return TWICE.flatMap(({ one, other, explained, section }) => {
    const both = isPrinted(one) && isPrinted(other) && !figures.some(({ key }) => key === explained);
    const [first, second] = [quantity(one), quantity(other)];
    if (!both || first === null || second === null || first === second) return [];
    return [gap(section, 'totals_differ', [], `${first} ≠ ${second}, {{${explained}}}`)];
  });
}

/** What surely is a person's name or number in the printed words: a manager lets it stand with a reason, or it is written otherwise. */
function nameGaps({ sections }: Composed, known: Known): Gap[] {
  const seen = new Set<string>();
  return sections.flatMap(({ section, blocks }) =>
    blocks.flatMap(wordsIn).flatMap((typed) => {
      const words = typed.normalize('NFC').replace(/\s+/g, ' ');
      return findPersonal(words, 'purpose', known).flatMap(({ start, end, sure }) => {
        const found = words.slice(start, end);
        if (!sure || seen.has(found)) return [];
        seen.add(found);
        return [gap(section, 'name_undecided', [], found)];
      });
    }),
  );
}

function wordsIn(block: Block | CellBlock): string[] {
  if (block.kind === 'table') return block.rows.flat().flatMap(({ blocks }) => blocks.flatMap(wordsIn));
  return 'text' in block ? [block.text] : [];
}
