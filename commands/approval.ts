import type { Command } from '../src/slack/command.ts';
import { beingAway } from './approval/away.ts';
import { deciding } from './approval/decide.ts';
import { lists } from './approval/list.ts';
import { settings } from './approval/settings.ts';

/** The buttons and forms of approvals; `/expense approval` is their way in. */
export const approval = { hears: [...deciding, ...lists, ...settings, ...beingAway] } satisfies Command;
