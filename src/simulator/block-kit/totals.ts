import { LIMITS } from './limits.ts';
import type { BlockPart } from './parts.ts';
import { type Problem, pathText } from './rule.ts';
import { richTextText, tableText } from './table.ts';
import { codePoints } from './text.ts';

/** What Slack adds up over the blocks of one message. */
export function messageTotals(blocks: readonly BlockPart[]): Problem[] {
  return [
    ...tooMany(blocks, 'table', LIMITS.messageTables),
    ...tooMany(blocks, 'data_visualization', LIMITS.messageCharts),
    ...tooLong(blocks, 'markdown', LIMITS.messageMarkdown, 'markdown blocks'),
    ...tooLong(blocks, 'data_table', LIMITS.dataTableText, 'data tables'),
    ...tooLong(blocks, undefined, LIMITS.messageBlockText, 'blocks'),
  ];
}

function tooMany(blocks: readonly BlockPart[], type: string, max: number): Problem[] {
  return blocks
    .filter((block) => block.type === type)
    .slice(max)
    .map(({ path }) => ({ path: pathText(path), rule: `at most ${max} ${type} in a message` }));
}

function tooLong(blocks: readonly BlockPart[], type: string | undefined, max: number, name: string): Problem[] {
  const sum = blocks
    .filter((block) => (type ? block.type === type : !OWN_SUM.has(block.type)))
    .reduce((total, block) => total + blockText(block), 0);
  if (sum <= max) return [];
  return [{ path: 'blocks', rule: `at most ${max} characters in all ${name} of a message, these have ${sum}` }];
}

/** Their cells have a limit of their own, and their children are counted by themselves. */
const OWN_SUM = new Set(['table', 'data_table', 'container', 'carousel']);

/** The characters a block shows. What waits in menus is not among them. */
function blockText({ type, value }: BlockPart): number {
  if (type === 'rich_text') return richTextText(value.elements);
  if (type === 'data_table' || type === 'table') return tableText(value.rows);
  if (type === 'markdown') return textOf(value);
  const several = ['fields', 'elements'].flatMap((key) => (Array.isArray(value[key]) ? value[key] : []));
  return textOf(value.text) + several.reduce((sum: number, each) => sum + textOf(each), 0);
}

function textOf(value: unknown): number {
  const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : undefined;
  return typeof text === 'string' ? codePoints(text) : 0;
}
