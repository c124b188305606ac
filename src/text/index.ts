import type { Language } from '../vocabulary/language.ts';
import { en } from './en/index.ts';
import { ko } from './ko/index.ts';

/** Every sentence that people read. Korean is the type: a sentence that English lacks does not compile. */
export type Text = typeof ko;

const TEXTS: Record<Language, Text> = { ko, en };

export const textFor = (language: Language): Text => TEXTS[language];
