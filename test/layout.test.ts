import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../commands/index.ts';

/** Which files may import which: [importer, what it must not reach, why]. */
const FORBIDDEN: [importer: RegExp, imported: RegExp, because: string][] = [
  [/^src\/(?!app\/app\.ts)/, /^commands\//, 'only src/app/app.ts knows the commands'],
  [/^commands\/[^/]+\.ts$/, /^commands\/[^/]+\.ts$/, 'commands do not call each other'],
  [/^migrations\//, /^src\//, 'a migration must still run when src/ has changed'],
  [/\/(rules|views)\.ts$/, /^(kysely|node:.*|src\/base\/db\/.*)$/, 'deciding and drawing need no outside world'],
  [/^commands\//, /^kysely$/, 'queries live in stores'],
  [/^src\/text\//, /^(node:|kysely|src\/base\/db\/(?!database))/, 'sentences are only sentences'],
  [
    /^src\/(?!simulator\/|samples\/|app\/playground\.ts|terminal\/(blocks|samples)\.ts)/,
    /^src\/(simulator|samples)\//,
    'the playground is not loaded in real mode',
  ],
];

/** Where the clock and the environment may be asked: the ends of the app, and what waits for the network. */
const ENDS = /^src\/main\.ts$|^src\/base\/log\.ts$|^src\/(app|terminal|simulator|slack)\//;

const files = globSync('{src,commands,migrations}/**/*.ts');

function importsOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)'/gms);
  return [...lines].map(([, it = '']) => (it.startsWith('.') ? path.join(path.dirname(file), it) : it));
}

test.each(files)('%s imports only what its place allows', (file) => {
  for (const imported of importsOf(file)) {
    if (file === 'commands/index.ts') continue;
    const broken = FORBIDDEN.find(([from, to]) => from.test(file) && to.test(imported));
    expect.soft(broken?.[2], `${file} imports ${imported}`).toBeUndefined();
  }
});

test.each(files.filter((file) => !ENDS.test(file)))('%s is told the time and the settings', (file) => {
  expect(readFileSync(file, 'utf8')).not.toMatch(
    /new Date\(\)|Date\.now\(|dayjs\(\)|process\.env|setInterval|setTimeout/,
  );
});

test('Slack is told of exactly the commands that the app answers, each with its Korean twin', () => {
  const { features } = parse(readFileSync('manifest.yml', 'utf8')) as {
    features: { slash_commands: { command: string; usage_hint?: string }[] };
  };
  const offered = features.slash_commands.map((it) => it.command);

  expect(offered.toSorted()).toEqual(commands.flatMap((it) => it.slash ?? []).toSorted());
  for (const { slash } of commands)
    if (slash) expect(slash).toEqual([expect.stringMatching(/^\/[a-z]+$/), expect.stringMatching(/^\/[가-힣]+$/)]);
  for (const { command, usage_hint } of features.slash_commands) expect(usage_hint, command).toBeTruthy();
});

test('every file in commands/ is in its index and has a test', () => {
  const written = globSync('commands/*.ts').map((file) => path.basename(file, '.ts'));
  const names = written.filter((name) => name !== 'index');

  expect(commands).toHaveLength(names.length);
  expect(globSync('test/commands/*.test.ts').map((file) => path.basename(file, '.test.ts'))).toEqual(
    expect.arrayContaining(names),
  );
});
