import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../commands/index.ts';
import { LIMIT_MS } from '../vitest.config.ts';
import { importsOf, ROOMS } from './support/layout.ts';

/** What a person does about one noun is not in another noun's folder of commands/, but for these ways from one to the other. */
const WAYS = [
  /^(shortcuts|direct-message|biseo|digest|reminder) → /, // what leads to everything
  /^(approval|receipt) → expense$/,
  /^expense → (approval|receipt|disclosure)$/,
];

/** Which files may import which values: [importer, what it must not reach, why]. */
const FORBIDDEN: [importer: RegExp, imported: RegExp, because: string][] = [
  [/^(src\/(?!app\/app\.ts)|commands\/)/, /^commands\/[^/]+\.ts$/, 'only src/app/app.ts knows the commands'],
  [/^migrations\//, /^(src|commands)\//, 'a migration must still run when src/ has changed'],
  [/\/(rules|views)\.ts$/, /^(kysely|node:.*|src\/base\/db\/.*)$/, 'deciding and drawing need no outside world'],
  [/^commands\//, /^kysely$/, 'queries live in stores'],
  [/^src\/text\//, /^(node:|src\/(?!text\/|vocabulary\/))/, 'sentences are only sentences'],
  [/^src\/vocabulary\//, /^(?!src\/vocabulary\/)/, 'the vocabulary stands beneath everything'],
  [/^src\/simulator\//, /^(src\/(?!simulator\/)|commands\/)/, 'the playground knows nothing of the app'],
  [
    /^src\/(?!simulator\/|samples\/|app\/playground\.ts|terminal\/(blocks|samples)\.ts)/,
    /^src\/(simulator|samples)\//,
    'the playground is not loaded in real mode',
  ],
];

/** Where the clock and the environment may be asked: the ends of the app, and what waits for the network. */
const ENDS = /^src\/main\.ts$|^src\/base\/log\.ts$|^src\/(app|terminal|simulator|slack)\//;

const files = globSync('{src,commands,migrations}/**/*.ts').map((file) => file.replaceAll(path.sep, '/'));
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const arrows = files.flatMap((from) => (imports.get(from) ?? []).map((it) => ({ from, ...it })));

const roomOf = (file: string): string => /^(?:src\/)?([^/.]+)/.exec(file)?.[1] ?? file;
const nounOf = (file: string): string | undefined => /^commands\/([^/.]+)/.exec(file)?.[1];

const plan = readFileSync('src/README.md', 'utf8');
const [rooms = '', ...walks] = plan.split(/^## /m);

test('every folder of src/ is a room that has its place, and only main.ts stands beside them', () => {
  expect(
    readdirSync('src').filter((name) => !ROOMS.includes(path.basename(name, '.ts')) && name !== 'README.md'),
  ).toEqual([]);
  expect(globSync('src/*.ts')).toEqual([path.join('src', 'main.ts')]);
});

test('nothing low knows what is high', () => {
  const up = arrows
    .filter(({ from, to }) => /^(src|commands)\//.test(from) && /^(src|commands)\//.test(to))
    .filter(({ from, to }) => ROOMS.indexOf(roomOf(from)) > ROOMS.indexOf(roomOf(to)));
  expect(up.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('files do not import each other in a circle', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const { to } of imports.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('what is done about one noun does not reach into another', () => {
  const across = arrows.flatMap(({ from, to }) => {
    const [one, other] = [nounOf(from), nounOf(to)];
    const apart = one && other && one !== other && from !== 'commands/index.ts';
    return apart && !WAYS.some((way) => way.test(`${one} → ${other}`)) ? [`${from} → ${to}`] : [];
  });
  expect(across).toEqual([]);
});

test('a file imports only what its place allows', () => {
  const broken = arrows.flatMap(({ from, to, onlyTypes }) => {
    if (onlyTypes || from === 'commands/index.ts') return [];
    const rule = FORBIDDEN.find(([importer, imported]) => importer.test(from) && imported.test(to));
    return rule ? [`${from} → ${to}: ${rule[2]}`] : [];
  });
  expect(broken).toEqual([]);
});

test('the playground needs nothing of the app but what health is', () => {
  const needed = arrows.filter(
    ({ from, to }) => /^src\/simulator\//.test(from) && /^(src|commands)\/(?!simulator\/)/.test(to),
  );
  expect([...new Set(needed.map(({ to }) => to))]).toEqual(['src/slack/health.ts']);
});

test('all but the ends of the app is told the time and the settings', () => {
  const asking = files
    .filter((file) => !ENDS.test(file))
    .filter((file) =>
      /new Date\(\)|Date\.now\(|dayjs\(\)|process\.env|setInterval|setTimeout/.test(readFileSync(file, 'utf8')),
    );
  expect(asking).toEqual([]);
});

test('no test has a limit of its own that is shorter than everybody’s: a busy machine fails none', () => {
  const shorter = globSync('test/**/*.test.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^\s*\}, ([\d_]{4,})\);$|\btimeout: ([\d_]+)/gm)]
      .filter(([, last, named]) => Number((last ?? named ?? '').replaceAll('_', '')) < LIMIT_MS)
      .map(([said]) => `${file}: ${said.trim()}`),
  );
  expect(shorter).toEqual([]);
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

test('migrations are numbered one after the other, each number once', () => {
  const numbers = globSync('migrations/*.ts').map((file) => Number(path.basename(file).slice(0, 3)));

  expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1));
});

test('a file is read in one sitting: no more than 250 lines, but for sentences and samples', () => {
  const long = files
    .filter((file) => /^(src|commands)\//.test(file) && !/\/(text|samples)\//.test(file))
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});

test('every file in commands/ is in its index and has a test', () => {
  const written = globSync('commands/*.ts').map((file) => path.basename(file, '.ts'));
  const names = written.filter((name) => name !== 'index');

  expect(commands).toHaveLength(names.length);
  expect(globSync('test/commands/*.test.ts').map((file) => path.basename(file, '.test.ts'))).toEqual(
    expect.arrayContaining(names),
  );
});

test('the plan of the house names every room, from top to bottom, on a page', () => {
  expect([...rooms.matchAll(/^- `(\w+)`/gm)].map(([, room]) => room)).toEqual(ROOMS);
  expect(plan.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
});

test.each(walks.map((walk) => [walk.split('\n')[0], walk]))(
  '%s: every step is one that an earlier step knows',
  (_, walk) => {
    const steps = [...walk.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file);
    const mentioned = [...walk.matchAll(/`([\w/.-]+\.ts)`/g)].map(([, file = '']) => file);
    expect(steps.length).toBeGreaterThan(4);
    expect(mentioned.filter((file) => !existsSync(file))).toEqual([]);
    const unknown = steps.slice(1).filter((file, index) => {
      const known = steps.slice(0, index + 1).flatMap((step) => importsOf(step).map(({ to }) => to));
      return !known.includes(file);
    });
    expect(unknown).toEqual([]);
  },
);
