import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ADMINISTRATOR, MANAGER, MEMBER, OTHER_MEMBER } from '../support/office.ts';

/** One step of a page: the commands that it names, and what has to be seen after the first that shows it. */
export type Step = { at: string; lines: string[]; sees: string[] };
export type GuidePage = { name: string; text: string; who: string; steps: Step[] };

/** Whose records the samples are: people change their own. */
const WHO: Record<string, string> = {
  manager: MANAGER,
  administrator: ADMINISTRATOR,
  visit: OTHER_MEMBER,
  followup: 'U0CHOIMINJ',
};

const COMMAND = /`(\/[a-z가-힣]+(?: [^`]+)?)`/g;
const BOLD = /\*\*([^*]+)\*\*/g;

/** The pages of docs/guide, each read as its readers do: step by step. */
export const guidePages = (): GuidePage[] =>
  globSync('docs/guide/*.md').map((file) => {
    const text = readFileSync(file, 'utf8');
    const name = path.basename(file, '.md');
    const items = text.split('\n').filter((line) => /^\d+\. /.test(line));
    const steps = items.map((item) => ({
      at: `${file}: ${item}`,
      lines: [...item.matchAll(COMMAND)].map(([, line = '']) => line),
      sees: [...item.matchAll(BOLD)].map(([, label = '']) => label),
    }));
    return { name, text, who: WHO[name] ?? MEMBER, steps };
  });
