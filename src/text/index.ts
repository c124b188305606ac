import type { Language } from '../vocabulary/language.ts';
import { en } from './en/index.ts';
import { ko, type Text } from './ko/index.ts';

export type { Text };

const TEXTS: Record<Language, Text> = { ko, en };

export const textFor = (language: Language): Text => TEXTS[language];
