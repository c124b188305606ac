import { en } from './text/en.ts';
import { ko, type PageText } from './text/ko.ts';

/** Everything the page says of its own; what the app says comes from the app. */
export const playgroundText: Record<'ko' | 'en', PageText> = { ko, en };
