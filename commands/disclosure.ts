import type { Command } from '../src/slack/command.ts';
import { deciding } from './disclosure/decide.ts';
import { disclosureFiles } from './disclosure/files.ts';
import { electing } from './disclosure/names.ts';
import { previews } from './disclosure/preview.ts';
import { releasing } from './disclosure/release.ts';

/** Publishing what was spent: a preview, what to mask, the release, its files; `/expense disclose` is its way in. */
export const disclosure = {
  hears: [...previews, ...deciding, ...electing, ...releasing, ...disclosureFiles],
} satisfies Command;
