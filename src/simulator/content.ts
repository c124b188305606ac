import type { JsonObject } from './json.ts';
import type { Block } from './protocol.ts';

/** What a message shows, after Slack's checks. */
export type Content = { text: string; blocks?: Block[]; attachments?: JsonObject[]; metadata?: JsonObject };
