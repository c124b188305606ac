import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { GUIDE_OPEN, guideMessage, type Page, pageNamed } from '../../src/upkeep/guide/views.ts';

const FOLDER = path.join(import.meta.dirname, '../../docs/guide');

export const guiding: Heard[] = [press(GUIDE_OPEN, Words, (turn) => showGuide(turn.pressed, turn))];

/** `지출`: the page of docs/ about it, as it stands there; nothing typed: one's own first page, and all others to choose from. */
export function showGuide(typed: string, { text }: Turn): Message {
  const page = typed === '' && text.language === 'en' ? 'en' : (pageNamed(typed) ?? 'office');
  return guideMessage(page, textOf(page), text);
}

const textOf = (page: Page): string => readFileSync(path.join(FOLDER, `${page}.md`), 'utf8');
