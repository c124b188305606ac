import type { Answer } from '../action.ts';
import type { PageText } from './surface.ts';

type Refused = Extract<Answer, { ok: false }>;

/** What went wrong in the reader's language; the server's own sentence is for developers and is in English. */
export function troubleWords(text: PageText, { error, sentence }: Refused): string {
  if (error === 'app_error') return `${text.troubles.app_error} ${sentence}`;
  if (isKnown(text, error)) return text.troubles[error];
  return sentence || `${text.cannotReach} (${error})`;
}

const isKnown = (text: PageText, error: string): error is keyof PageText['troubles'] => error in text.troubles;
