import { expect, test } from 'vitest';
import { COMMANDS, NAMES } from '../../src/terminal/index.ts';
import { textFor } from '../../src/text/index.ts';
import { biseoHere } from '../support/terminal.ts';

const LANGUAGES = ['ko', 'en'] as const;

test.each(LANGUAGES)('every command is listed and says how it is typed (%s)', async (language) => {
  const env = { OFFICE_LOCALE: language };
  const { usage } = textFor(language);
  const all = await biseoHere(['--help'], env);
  expect(all).toMatchObject({ code: 0, err: '' });
  for (const name of NAMES) {
    expect(all.out).toContain(usage.commands[name].does);
    const its = await biseoHere([name, '--help'], env);
    expect(its).toMatchObject({ code: 0, err: '' });
    expect(its.out).toContain(`npx biseo ${name}`);
    const { options } = await COMMANDS[name]();
    expect(Object.keys(usage.commands[name].options), name).toEqual(Object.keys(options));
    for (const option of Object.keys(options)) expect(its.out, name).toContain(`--${option} `);
    expect(await biseoHere(['help', name], env)).toEqual(its);
  }
  expect((await biseoHere(['import', 'expenses', '-h'], env)).out).toContain('budgets');
});

test('--help needs no settings', async () => {
  expect((await biseoHere(['status', '--help'], { PORT: 'x' })).code).toBe(0);
});

test.each([
  [[], 'status'],
  [['statsu'], 'status'],
  [['ㄴㅅㅁ셔ㄴ'], 'status'],
  [['constructor'], '--help'],
  [['status', '--yaer', '2018'], '--year'],
  [['status', '--year'], '--year'],
  [['status', '--year', '--json'], '--year'],
  [['status', '--json=yes'], '--json'],
  [['status', '-j'], '-j'],
  [['import', 'expnses', 'a.csv'], 'expenses'],
])('%j ends with 2, names what was meant and prints nothing', async (args, named) => {
  for (const OFFICE_LOCALE of LANGUAGES) {
    const { code, out, err } = await biseoHere(args, { OFFICE_LOCALE });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(named);
  }
});

test('wrong settings are named in the office’s language', async () => {
  const { code, err } = await biseoHere(['status'], { OFFICE_LOCALE: 'en', PORT: 'x' });
  expect(code).toBe(1);
  expect(err).toContain('The settings are wrong');
  expect(err).toContain('PORT must be a port');
});
