import type { Command } from '../src/slack/command.ts';
import { attaching } from './receipt/attach.ts';
import { newSpend } from './receipt/new.ts';
import { removing } from './receipt/remove.ts';
import { showing } from './receipt/send.ts';

/** Receipts: a file sent to the app, "영수증으로 첨부" on a message, seeing them and taking them off a record. */
export const receipt = { hears: [...attaching, ...newSpend, ...showing, ...removing.hears] } satisfies Command;
