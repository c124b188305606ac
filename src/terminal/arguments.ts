import { parseArgs } from 'node:util';
import type { Given, Options } from './command.ts';

export type Misread = { wrong: 'unknown_option' | 'value_missing' | 'value_unwanted'; option: string };

/** Takes options in any place, `--year 2018` and `--year=2018`; what follows `--` is no option. */
export function readArguments<Its extends Options>(args: readonly string[], options: Its): Given<Its> | Misread {
  const read = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of read.tokens) {
    if (token.kind !== 'option') continue;
    const { rawName: option, value, inlineValue } = token;
    const known = Object.hasOwn(options, token.name) && option.startsWith('--') ? options[token.name] : undefined;
    if (!known) return { wrong: 'unknown_option', option };
    if (known.type === 'boolean' && value !== undefined) return { wrong: 'value_unwanted', option };
    // `--out --json` forgot the file's name; a name that begins so is typed `--out=--json`.
    if (known.type === 'string' && (!value || (!inlineValue && value.startsWith('-'))))
      return { wrong: 'value_missing', option };
  }
  return { values: read.values as Given<Its>['values'], words: read.positionals };
}
