import { findRule } from '../../spending/check/rules/all.ts';
import { textFor } from '../../text/index.ts';
import { CLAUSES, MISSING, TRIED, WRONG } from './findings.ts';

const INTRO = `## What a review of the law found in November 2026

The rules were held against their sources, clause by clause. Below each finding stands with what became of it: *right* (it was so
already), *mended*, *added*, or *left*, with the reason. What could not be read says "quoted" or "remembered" beside its rule.`;

const ANSWERS = ['right', 'mended', 'added', 'left'];

/** Each finding of the review with its answer; the rules it names are looked up, so that none is named that is not there. */
export function reviewPage(): string {
  const parts = [
    ['Inputs that were tried', TRIED],
    ['Clause by clause', CLAUSES],
    ['What was wrong, outdated or too strict', WRONG],
    ['What was missing', MISSING],
  ] as const;
  const tables = parts.map(([title, rows]) => [`### ${title}`, table(rows)].join('\n\n'));
  return `${[INTRO, ...tables].join('\n\n')}\n`;
}

const HEAD = ['| Finding | Answer | Rules | What was done, or why not |', '| --- | --- | --- | --- |'];

/** `said | answer | E19 E46 | why`, one on each line. */
function table(rows: string): string {
  const lines = rows.trim().split('\n');
  return [...HEAD, ...lines.map((line) => `| ${cellsOf(line).join(' | ')} |`)].join('\n');
}

function cellsOf(line: string): string[] {
  const [said = '', answer = '', rules = '', why = ''] = line.split(' | ').map((cell) => cell.trim());
  if (!ANSWERS.includes(answer) || why === '') throw new Error(`A finding without an answer: ${line}`);
  return [said, answer, rules.split(' ').filter(Boolean).map(ruleName).join(', '), why];
}

function ruleName(id: string): string {
  const rule = findRule(id);
  if (!rule) throw new Error(`There is no rule ${id}`);
  return `${Number(id.slice(1))} ${textFor('en').check.rules[rule.id].name}`;
}
