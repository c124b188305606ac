import type { Block, CellBlock, Document } from '../documents/model.ts';
import { SECTIONS, type Section } from '../vocabulary/report.ts';
import { type Figure, quotedDay } from './figures/figure.ts';
import { type Gap, gap } from './gaps.ts';
import { blockOf, type Token, tableIn, withTokens } from './lines.ts';
import type { Demand, Records } from './records/records.ts';
import type { Texts } from './sections.ts';
import { demandsTable } from './tables/demands.ts';
import { TABLES } from './tables/list.ts';
import { HOLE, type Teller, teller } from './teller.ts';

export type Composed = {
  document: Document;
  sections: { section: Section; blocks: Block[]; figures: Figure[] }[];
  figures: Figure[];
  gaps: Gap[];
};

/** The report that texts and records make together, with every figure it prints and everything it lacks. */
export function compose(texts: Texts, records: Records, { stamp }: { stamp: string | null }): Composed {
  const tellers = new Map(SECTIONS.map((section) => [section, teller(section, records)]));
  const tellerOf = (section: Section) => tellers.get(section) as Teller;
  const answers = answersIn(texts.answers ?? '');
  const answerOf = ({ id }: Demand) => {
    const lines = answers.get(`F${id}`);
    return lines?.flatMap((line) => cellBlocks(line, tellerOf('answers')));
  };
  const told = SECTIONS.filter((section) => section !== 'answers').map((section) => {
    const tell = tellerOf(section);
    const words = texts[section];
    if (words === undefined) tell.miss(gap(section, 'no_text'));
    const blocks = (words ?? '').split('\n').flatMap((line) => lineBlocks(line, section, tell, answerOf));
    return { section, blocks, figures: [...tell.figures.values()] };
  });
  const cover =
    told.find(({ section }) => section === 'cover')?.blocks.flatMap((block) => ('text' in block ? [block.text] : [])) ??
    [];
  const [title = `${records.year} 주요업무 보고`, ...below] = cover;
  const blocks = told.filter(({ section }) => section !== 'cover').flatMap((it) => it.blocks);
  const document: Document = {
    ...{ title, cover: below, stamp, contents: '목 차', landscape: false },
    runningHead: `${title} (${quotedDay(records.asOf)} 기준)`,
    blocks: chaptersOnPages(blocks),
  };
  const all = [...tellers.values()];
  const figures = new Map(all.flatMap((tell) => [...tell.figures]));
  return { document, sections: told, figures: [...figures.values()], gaps: all.flatMap((tell) => tell.gaps) };
}

function lineBlocks(
  line: string,
  section: Section,
  tell: Teller,
  answerOf: (demand: Demand) => CellBlock[] | undefined,
): Block[] {
  const asked = tableIn(line);
  if (asked) {
    const tableOf =
      asked.name === 'audit.demands'
        ? demandsTable(answerOf)
        : Object.hasOwn(TABLES, asked.name)
          ? TABLES[asked.name]
          : undefined;
    const blocks = tableOf?.(asked, tell);
    if (blocks) return blocks;
    tell.miss(gap(section, 'unknown_token', [], line.trim()));
    return [{ kind: 'note', text: HOLE, align: 'center' }];
  }
  const block = blockOf(line);
  return block ? [said(block, tell)] : [];
}

/** Tokens are said last, in what a line already is: a value can't make a mark. */
function said<Any extends Block>(block: Any, tell: Teller): Any {
  return 'text' in block ? { ...block, text: withTokens(block.text, (token) => sayToken(token, tell)) } : block;
}

const sayToken = ({ name, format }: Token, tell: Teller): string => tell.say(name, format);

/** The lines of an answer inside a table's cell. */
function cellBlocks(line: string, tell: Teller): CellBlock[] {
  return lineBlocks(line, 'answers', tell, () => undefined).flatMap((block): CellBlock[] => {
    if (block.kind === 'line' || block.kind === 'table' || block.kind === 'note') return [block];
    return 'text' in block ? [{ kind: 'text', text: block.text }] : [];
  });
}

/** `F4` alone on a line begins the answer to that demand. */
export function answersIn(text: string): Map<string, string[]> {
  const answers = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const line of text.split('\n')) {
    const [, name] = /^\s*(F\d+)\s*$/i.exec(line) ?? [];
    if (name) {
      lines = [];
      answers.set(name.toUpperCase(), lines);
    } else if (line.trim() !== '') lines?.push(line);
  }
  return answers;
}

const chaptersOnPages = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block, i) =>
    block.kind === 'heading' && block.level === 1 && i > 0 ? [{ kind: 'page_break' as const }, block] : [block],
  );
