import { readFileSync } from 'node:fs';
import { suggest } from '../korean/suggest.ts';
import { adviceOn, checkPayload, type Problem, surfaceOf } from '../simulator/block-kit/check.ts';
import { SURFACES, type Surface } from '../simulator/block-kit/limits.ts';
import { command, FINE, REFUSED } from './command.ts';

/** `warnings`: what Slack takes, but advises against. */
type Verdict = { file: string; valid: boolean; errors: Problem[]; warnings?: Problem[] };

/** Says of each file whether Slack would take it. */
export const blocks = command({
  options: { surface: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values, words: files }, { text, print, wrong }) {
    if (files.length === 0) return wrong();
    const surface = SURFACES.find((each) => each === values.surface);
    if (values.surface !== undefined && !surface)
      return wrong(text.usage.unknownWord(values.surface, suggest(values.surface, SURFACES)));
    const verdicts: Verdict[] = [];
    for (const file of files) {
      const read = readText(file);
      if (read === null) return wrong(text.terminal.database.not_found(file, ''));
      verdicts.push(verdictOf(file, read, surface));
    }
    print(values.json ? JSON.stringify(verdicts) : verdicts.map(lines).join('\n'));
    return verdicts.every((verdict) => verdict.valid) ? FINE : REFUSED;
  },
});

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function verdictOf(file: string, text: string, surface: Surface | undefined): Verdict {
  const { errors, warnings } = read(text, surface);
  return { file, valid: errors.length === 0, errors, ...(warnings.length > 0 ? { warnings } : {}) };
}

function read(text: string, surface: Surface | undefined): { errors: Problem[]; warnings: Problem[] } {
  let payload: unknown;
  try {
    // Editors on Windows may put a byte order mark first.
    payload = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const rule = `must be JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { errors: [{ path: '', rule }], warnings: [] };
  }
  return { errors: checkPayload(payload, surface ?? surfaceOf(payload)), warnings: adviceOn(payload) };
}

function lines({ file, valid, errors, warnings = [] }: Verdict): string {
  const said = ({ path, rule }: Problem) => `${path ? `${path}: ` : ''}${rule}`;
  const reasons = [...errors.map((it) => `\n  ${said(it)}`), ...warnings.map((it) => `\n  warning: ${said(it)}`)];
  return `${file}: ${valid ? 'valid' : 'refused'}${reasons.join('')}`;
}
