import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { elementsOf } from '../../src/simulator/elements.ts';
import type { PersonDriver } from '../../src/simulator/person.ts';
import type { SeenField, SeenView } from '../../src/simulator/seen.ts';
import { begin } from '../docs/begins.ts';
import { guidePages, type Step } from '../docs/pages.ts';
import { DESKTOP, describeInBrowser, type } from '../support/browser.ts';
import { type Office, startOffice } from '../support/office.ts';

const NOW = new Date('2026-11-30T03:00:00Z');

/** What is typed into fields that want something of their own; any other takes a few words. */
const TYPED: Record<string, string> = {
  amount: '85,000',
  won: '1,000,000',
  headcount: '4',
  participants: '24',
  source: '안전총괄과-1234 (2026.11.29.)',
  progress: '70',
  start_time: '10:00',
};
/** Fields that a form lets stay empty where another one is filled in. */
const EITHER = ['members'];

type Reader = { office: Office; person: PersonDriver; page: Page };

/** Does something, and waits until its answer stands on the page: a form in front, or what was written since. */
async function answered({ office, person, page }: Reader, what: string, act: () => Promise<unknown>): Promise<void> {
  const last = () => office.slack.traffic().at(-1)?.id;
  const before = last();
  await act();
  await office.slack.until(() => last() !== before || undefined, `${what} is answered`);
  await office.slack.settled();
  const newest = office.slack.slack.workspace.version();
  await page.waitForFunction((it) => Number(document.documentElement.dataset.version) >= it, newest);
  const view = person.view();
  if (view) return page.getByRole('dialog', { name: view.title }).last().waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function close({ person, page }: Reader): Promise<void> {
  while (person.view()) await person.close({ all: true });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function fill(form: Locator, page: Page, name: string, field: SeenField): Promise<void> {
  if (field.type.includes('select')) {
    const box = form.getByRole('combobox', { name: field.label });
    await box.click();
    if (field.type.includes('external')) await box.pressSequentially('강');
    return page.getByRole('option').first().click();
  }
  const words = field.type === 'datepicker' ? '2026-12-15' : (TYPED[name] ?? '설명서대로 적음');
  await form.getByLabel(field.label, { exact: true }).first().fill(words);
}

/** Fills in what has to be, and sends the form. */
async function send(reader: Reader, form: Locator, submit: string): Promise<void> {
  const view = reader.person.view();
  for (const [name, field] of Object.entries(view?.fields ?? {})) {
    const empty =
      field.value === null || field.value === '' || (Array.isArray(field.value) && field.value.length === 0);
    if (empty && (!field.optional || EITHER.includes(name))) await fill(form, reader.page, name, field);
  }
  await form.getByRole('button', { name: submit, exact: true }).last().click();
  await reader.office.slack.until(
    () =>
      reader.person.view()?.id !== view?.id || Object.keys(reader.person.view()?.errors ?? {}).length > 0 || undefined,
    `${submit} is answered`,
  );
  expect(reader.person.view()?.errors ?? {}).toEqual({});
  await form.waitFor({ state: 'detached' });
}

/** What the step sets in bold: the form that opens, a field of it, its own button or one of a message. */
async function press(reader: Reader, label: string): Promise<void> {
  const { page, person } = reader;
  const view = person.view();
  if (view) {
    const form = page.getByRole('dialog', { name: view.title }).last();
    if (view.submit === label && view.title !== label) return send(reader, form, label);
    if (placesOf(view).includes(label)) return form.getByText(label, { exact: true }).first().waitFor();
    await close(reader);
  }
  const articles = page.locator('article');
  const named = { name: label, exact: true };
  const how = shownAs(person, label);
  await answered(reader, label, async () => {
    if (how === 'button') return articles.getByRole('button', named).last().click();
    const list =
      how === 'menu' ? articles.getByRole('button', { name: '더 보기' }) : articles.getByRole('combobox', named);
    await list.last().click();
    await (how === 'menu' ? page.getByRole('menuitem', named) : page.getByRole('option').first()).click();
  });
}

/** Whether the newest message that offers it has a button of its own for it, or a menu. */
function shownAs(person: PersonDriver, label: string): 'button' | 'menu' | 'list' {
  const message = person.messages().findLast(({ buttons }) => buttons.includes(label));
  const types = elementsOf(message?.blocks ?? []).flatMap(({ type, element }) =>
    JSON.stringify(element).includes(`"${label}"`) ? [type] : [],
  );
  if (types.includes('button') || types.length === 0) return 'button';
  return types.includes('overflow') ? 'menu' : 'list';
}

const placesOf = ({ title, submit, buttons, fields }: SeenView): (string | undefined)[] => [
  title,
  submit,
  ...buttons,
  ...Object.values(fields).map(({ label }) => label),
];

/** Of a step with several commands: what belongs to the form of one that is not the last. The rest is left. */
async function pressInForm(reader: Reader, labels: readonly string[]): Promise<string[]> {
  const view = reader.person.view();
  const here = view ? labels.filter((label) => placesOf(view).includes(label)) : [];
  for (const label of here) await press(reader, label);
  return labels.filter((label) => !here.includes(label));
}

async function follow(reader: Reader, { at, lines, sees }: Step): Promise<void> {
  const { office, person } = reader;
  let left: readonly string[] = sees;
  if (lines.length === 0) await answered(reader, at, () => begin(at.replace(/^[^:]+: /, ''), office, person));
  for (const line of lines) {
    await close(reader);
    await answered(reader, line, () => type(reader.page, line));
    if (line !== lines.at(-1)) left = await pressInForm(reader, left);
  }
  for (const label of left) {
    const line = lines.at(-1);
    // What was pressed before may have put another message in this one's place.
    if (line && !person.view() && !person.messages().some(({ buttons }) => buttons.includes(label)))
      await answered(reader, line, () => type(reader.page, line));
    await press(reader, label);
  }
  await close(reader);
}

describeInBrowser('in the playground', (open) => {
  test.each(guidePages().map((it) => [it.name, it] as const))(
    'whoever has read %s.md does each step',
    async (_, it) => {
      const office = await startOffice({ now: NOW, samples: true }, { refusalsMeant: true });
      const person = office.slack.as(it.who);
      await office.db.updateTable('expense').set({ created_by: it.who }).where('id', '=', 1).execute();
      const { page } = await open(`${office.slack.url}/?as=${it.who}#${person.appChannel}/messages`, DESKTOP);
      for (const step of it.steps)
        await follow({ office, person, page }, step).catch((error) => {
          throw new Error(`${step.at}\n${error instanceof Error ? error.message : error}`);
        });
      expect(office.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    },
  );
});
