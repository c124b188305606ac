import type { Text } from '../text/index.ts';
import { plain, section, type View } from './blocks.ts';

/** A form's place taken by a sentence: that it loads, or that it can't be had. */
export const noticeView = (title: string, words: string, text: Text): View => ({
  type: 'modal',
  title: plain(title),
  close: plain(text.access.close),
  blocks: [section(words)],
});
