import type { types } from '@slack/bolt';
import { option } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';

export const GUIDE_OPEN = 'guide_open';

/** The pages of docs/guide, each by the words it is asked for. */
const PAGES = {
  office: ['비서', 'office', ''],
  expense: ['지출', '업무추진비', 'expense'],
  visit: ['현장', '일정', 'visit'],
  council: ['의회', '시의회', 'council'],
  pledge: ['공약', 'pledge'],
  followup: ['후속', '후속조치', 'followup'],
  digest: ['요약', 'digest'],
  manager: ['책임자', 'manager'],
  administrator: ['관리자', 'administrator'],
  en: ['영어', 'english'],
} as const satisfies Record<string, readonly string[]>;
export type Page = keyof typeof PAGES;
export const PAGE_NAMES = Object.keys(PAGES) as Page[];

export const pageNamed = (typed: string): Page | null =>
  PAGE_NAMES.find((page) => page === typed || (PAGES[page] as readonly string[]).includes(typed.toLowerCase())) ?? null;

/** Slack takes so many letters of markdown in a message; no page is longer, and a test says so. */
export const LONGEST_PAGE = 12_000;

/** A page as it stands in docs/, without its picture and its ways to other files, and a list of all. */
export function guideMessage(page: Page, markdown: string, text: Text): Message {
  const words = unwrapped(markdown.replaceAll(/^!\[.*$\n?/gm, '').replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')).trim();
  const choose: types.ActionsBlock = {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: GUIDE_OPEN,
        placeholder: { type: 'plain_text', text: text.upkeep.guide.choose },
        options: PAGE_NAMES.map((it) => option(text.upkeep.guide.pages[it], it)),
        initial_option: option(text.upkeep.guide.pages[page], page),
      },
    ],
  };
  return { text: words, blocks: [{ type: 'markdown', text: words }, choose] };
}

/** A paragraph in one line: a message breaks its lines where the reader's window ends. */
const unwrapped = (markdown: string): string =>
  markdown
    .split(/\n{2,}/)
    .map((it) => (/^(?:#|[-*>|]|\d+\.)/m.test(it) ? it : it.trim().replaceAll(/\s*\n\s*/g, ' ')))
    .join('\n\n');
