import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PersonDriver } from '../../src/simulator/person.ts';
import { type Office, startOffice } from '../support/office.ts';
import { begin } from './begins.ts';
import { guidePages } from './pages.ts';

const NOW = new Date('2026-11-30T03:00:00Z');
/** What says that a line was not understood, not allowed, not found, or that something broke. */
const REFUSED =
  /명령은 없습니다|명령을 찾으셨나요|찾지 못했습니다|이해하지 못했|만 (?:바꿀|할|볼) 수 있습니다|Did you mean|don’t understand/;

/** What the person sees once it is answered: the form in front, or what was written since. */
async function seenAfter(
  office: Office,
  person: PersonDriver,
  line: string,
  act: () => Promise<unknown>,
): Promise<{ words: string; labels: string[] }> {
  const known = new Set(person.messages().map((it) => `${it.ts} ${it.text}`));
  await act();
  await office.slack.until(
    () => person.view() || person.messages().some((it) => it.fromApp && !known.has(`${it.ts} ${it.text}`)) || undefined,
    `${line} is answered`,
  );
  await office.slack.settled();
  const view = person.view();
  const messages = person.messages().filter((it) => it.fromApp && !known.has(`${it.ts} ${it.text}`));
  const labels = [
    ...(view
      ? [view.title, view.submit ?? '', ...view.buttons, ...Object.values(view.fields).map(({ label }) => label)]
      : []),
    ...messages.flatMap(({ buttons }) => buttons),
  ];
  while (person.view()) await person.close({ all: true });
  return { words: [view?.text ?? '', ...messages.map(({ text }) => text)].join('\n'), labels };
}

async function typed(person: PersonDriver, line: string): Promise<void> {
  const [name = '', ...rest] = line.split(' ');
  const answer = await person.type(name, rest.join(' '));
  expect(answer.ok, line).toBe(true);
}

const pages = guidePages();

test('there is a page for each noun, for managers, for administrators, and one in English', () => {
  const names = [
    'administrator',
    'council',
    'digest',
    'en',
    'expense',
    'followup',
    'manager',
    'office',
    'pledge',
    'visit',
  ];
  expect(pages.map(({ name }) => name).toSorted()).toEqual(names);
  for (const { name, steps } of pages) expect(steps.length, name).toBeGreaterThan(2);
});

describe.each(pages.map((page) => [page.name, page] as const))('whoever has read %s.md', (_name, { who, steps }) => {
  test('can do what each step says', async () => {
    const office = await startOffice({ now: NOW, samples: true }, { refusalsMeant: true });
    const person = office.slack.as(who);
    await office.db.updateTable('expense').set({ created_by: who }).where('id', '=', 1).execute();
    for (const { at, lines, sees } of steps) {
      const labels: string[] = [];
      const step = at.replace(/^[^:]+: /, '');
      const acts: [what: string, act: () => Promise<unknown>][] = lines.map((line) => [
        line,
        () => typed(person, line),
      ]);
      if (acts.length === 0) acts.push([step, () => begin(step, office, person)]);
      for (const [line, act] of acts) {
        const seen = await seenAfter(office, person, line, act);
        labels.push(...seen.labels);
        expect(seen.words, `${at} — ${line}`).not.toMatch(REFUSED);
      }
      for (const label of sees) expect(labels, `${at}: ${label}`).toContain(label);
    }
    expect(office.logged.filter((it) => it.includes('"level":"error"'))).toEqual([]);
  });
});

test('every picture and every page that is linked is there, and the pictures are small', () => {
  const files = ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md')];
  for (const file of files) {
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    for (const link of links) expect(existsSync(path.join(path.dirname(file), link)), `${file}: ${link}`).toBe(true);
  }
  const sizes = globSync('docs/pictures/*.png').map((file) => statSync(file).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3 * 1024 * 1024);
});

test('the README is read in one go', () => {
  expect(readFileSync('README.md', 'utf8').trimEnd().split('\n').length).toBeLessThan(150);
});
