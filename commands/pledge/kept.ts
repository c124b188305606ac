import type { Click } from '../../src/slack/open-form.ts';
import type { Message } from '../../src/slack/privately.ts';

/** What came of an update or an answer: what its person is told, and what goes on once they are. */
export type Kept =
  | { errors: { status: string } }
  | { done: string; said: Message; afterwards?: (client: Click['client']) => Promise<void> };
