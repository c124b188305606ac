import type { types } from '@slack/bolt';
import { z } from 'zod';

export type Block = types.KnownBlock;
export type View = types.ModalView;

/** What people typed goes into plain text only: there it can't become a mention, a link or bold. */
/** As what stands by itself begins: a label, a line. Korean has no such letters. */
export const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });

export const section = (text: string, accessory?: types.SectionBlockAccessory): types.SectionBlock => ({
  type: 'section',
  text: plain(clip(text, LONGEST.section)),
  ...(accessory ? { accessory } : {}),
});

/** For our own sentences, which hold `commands` to be shown as code. Never for anything that was typed. */
export const sentence = (markup: string): types.SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: clip(markup, LONGEST.section) },
});

export const header = (text: string): types.HeaderBlock => ({
  type: 'header',
  text: plain(clip(text, LONGEST.header)),
});

export const context = (...texts: string[]): types.ContextBlock => ({
  type: 'context',
  elements: texts.map((text) => plain(clip(text, LONGEST.section))),
});

export const button = (
  action_id: string,
  label: string,
  value: string,
  style?: 'primary' | 'danger',
): types.Button => ({ type: 'button', action_id, text: plain(label), value, ...(style ? { style } : {}) });

/** Below a list, or in the place of one that is empty: the button that enters the next record. */
export const firstOne = (action_id: string, label: string): types.ActionsBlock => ({
  type: 'actions',
  elements: [button(action_id, label, ' ', 'primary')],
});

export const option = (text: string, value: string): types.PlainTextOption => ({
  text: plain(clip(text, LONGEST.option)),
  value,
});

/** Slack's limits on texts, in code points. The whole table, for checking, is in src/simulator/block-kit/limits.ts. */
export const LONGEST = { header: 150, section: 3000, option: 75, value: 2000, initial: 3000, message: 12_000 } as const;

/** Cuts to that many code points, and shows that something is missing. */
export function clip(text: string, longest: number): string {
  const points = [...text];
  return points.length <= longest ? text : `${points.slice(0, longest - 1).join('')}…`;
}

/** For the `text` of a message, which Slack reads as markup: what people typed stays what they typed. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Long words as plain sections, as many as one message can hold beside a few others, to be read back with `plainOf`. */
export function plainSections(words: string, blockId: string): Block[] {
  const points = [...clip(words, LONGEST.message)];
  const parts = Math.max(1, Math.ceil(points.length / LONGEST.section));
  return Array.from({ length: parts }, (_, i) => ({
    ...section(points.slice(i * LONGEST.section, (i + 1) * LONGEST.section).join('') || ' '),
    block_id: `${blockId}_${i}`,
  }));
}

const Sections = z.array(z.object({ block_id: z.string(), text: z.object({ text: z.string() }).optional() }));

/** What those sections of a message say; '' where Slack sends no message along, or it has none. */
export function plainOf(blocks: unknown, blockId: string): string {
  const sections = Sections.safeParse(blocks).data ?? [];
  return sections
    .filter((block) => block.block_id.startsWith(`${blockId}_`))
    .map((block) => block.text?.text ?? '')
    .join('');
}
