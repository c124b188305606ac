import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkPayload, type Problem, surfaceOf } from '../simulator/block-kit/check.ts';
import { SURFACES, type Surface } from '../simulator/block-kit/limits.ts';

const USAGE = `Usage: npm run blocks -- FILE… [--surface ${SURFACES.join('|')}] [--json]`;

type Verdict = { file: string; valid: boolean; errors: Problem[] };

/** Says of each file whether Slack would take it. Returns the exit code: 0 all, 1 not all, 2 not asked properly. */
export function blocks(args: string[], out: (text: string) => void, complain: (text: string) => void): number {
  let verdicts: Verdict[];
  let json: boolean;
  try {
    const asked = readArgs(args);
    json = asked.json;
    verdicts = asked.files.map((file) => verdictOf(file, readFileSync(file, 'utf8'), asked.surface));
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    return 2;
  }
  out(json ? `${JSON.stringify(verdicts, null, 2)}\n` : verdicts.map(lines).join(''));
  return verdicts.every((verdict) => verdict.valid) ? 0 : 1;
}

function readArgs(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { surface: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) throw new Error('Which file?');
  const surface = SURFACES.find((each) => each === values.surface);
  if (values.surface !== undefined && surface === undefined) throw new Error(`No surface is called ${values.surface}.`);
  return { files: positionals, surface, json: values.json };
}

function verdictOf(file: string, text: string, surface: Surface | undefined): Verdict {
  const errors = problemsOf(text, surface);
  return { file, valid: errors.length === 0, errors };
}

function problemsOf(text: string, surface: Surface | undefined): Problem[] {
  let payload: unknown;
  try {
    // Editors on Windows may put a byte order mark first.
    payload = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return [{ path: '', rule: `must be JSON: ${error instanceof Error ? error.message : String(error)}` }];
  }
  return checkPayload(payload, surface ?? surfaceOf(payload));
}

function lines({ file, valid, errors }: Verdict): string {
  const reasons = errors.map(({ path, rule }) => `  ${path ? `${path}: ` : ''}${rule}\n`);
  return `${file}: ${valid ? 'valid' : 'refused'}\n${reasons.join('')}`;
}

if (import.meta.main) {
  process.exitCode = blocks(
    process.argv.slice(2),
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  );
}
