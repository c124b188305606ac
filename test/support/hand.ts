import { convertHangulToQwerty } from 'es-hangul';
import type { Locator, Page } from 'playwright-core';

/** How long a practised person takes for a key, and for finding what they look for on a screen that has changed. */
const KEY_MS = 130;
const LOOK_MS = 1_000;

export type Hand = {
  type(words: string): Promise<void>;
  key(name: string, times?: number): Promise<void>;
  /** Looks where it is, then presses. */
  click(where: Locator): Promise<void>;
  look(): void;
  /** What it took so far, reckoned from keys and looks: however slow the machine is that this runs on. */
  spent(): { seconds: number; keys: number; clicks: number; looks: number };
};

/** Somebody at their keyboard, or with a thumb: Hangul is typed letter by letter. */
export function handOf(page: Page): Hand {
  const done = { keys: 0, clicks: 0, looks: 0 };
  return {
    type: async (words) => {
      done.keys += convertHangulToQwerty(words).length;
      await page.keyboard.type(words);
    },
    key: async (name, times = 1) => {
      done.keys += times;
      for (let i = 0; i < times; i++) await page.keyboard.press(name);
    },
    click: async (where) => {
      done.looks++;
      done.clicks++;
      await where.click();
    },
    look: () => {
      done.looks++;
    },
    spent: () => ({ seconds: ((done.keys + done.clicks) * KEY_MS + done.looks * LOOK_MS) / 1_000, ...done }),
  };
}
