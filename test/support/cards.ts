import { elementsOf } from '../../src/simulator/elements.ts';
import type { PersonDriver } from '../../src/simulator/person.ts';
import type { SeenMessage } from '../../src/simulator/seen.ts';
import { type Text, textFor } from '../../src/text/index.ts';
import { MANAGER, MEMBER, type Office, OTHER_MEMBER, SETTINGS, type Setting, startOffice } from './office.ts';
import { sentencesOf } from './sentences.ts';

const STEADY = 'U0HANADMIN';
const MOST_BUTTONS = 5;

const SLASH = {
  expense: { ko: '/지출', en: '/expense' },
  visit: { ko: '/현장', en: '/visit' },
  council: { ko: '/의회', en: '/council' },
  followup: { ko: '/후속', en: '/followup' },
  pledge: { ko: '/공약', en: '/pledge' },
  biseo: { ko: '/비서', en: '/biseo' },
};

/** What is shown: the command that shows it, and what is pressed there to come to it. */
export type Card = {
  status: string;
  slash: keyof typeof SLASH;
  typed: string;
  through?: (text: Text) => string;
  /** What stands there is many records, each with its own buttons. */
  rows?: true;
  /** Its buttons are only looked at, or those of these names. */
  unpressed?: (text: Text) => readonly string[] | 'all';
};

/** Both settings for each of the three roles. */
export const READERS = SETTINGS.flatMap((setting) =>
  [
    ['member', MEMBER],
    ['manager', MANAGER],
    ['administrator', STEADY],
  ].map(([role = '', id = '']) => ({ ...setting, role, id })),
);

/** An office full of records of which nobody who looks has made one. */
export async function officeOfOthers(setting: Setting): Promise<Office> {
  const office = await startOffice({ ...setting, samples: true });
  const { db } = office;
  await db.updateTable('person').set({ language: setting.language }).execute();
  for (const [id, role] of [
    [MEMBER, 'member'],
    [MANAGER, 'manager'],
    [STEADY, 'administrator'],
  ] as const)
    await db.updateTable('person').set({ role }).where('user_id', '=', id).execute();
  for (const table of ['visit', 'followup', 'expense', 'council_contact', 'briefing'] as const)
    await db.updateTable(table).set({ created_by: OTHER_MEMBER }).execute();
  await db.updateTable('visit').set({ owner: OTHER_MEMBER, staff: '' }).execute();
  return office;
}

const bare = (words: string): string => words.toLowerCase().replaceAll(/\b(?:an?|the) /g, '');

/** Whether a button is called as the window that it opens: one begins or ends as the other does. */
export function isCalled(button: string, window: string): boolean {
  const [one, other] = [bare(button), bare(window)];
  return [other.startsWith(one), other.endsWith(one), one.startsWith(other), one.endsWith(other)].includes(true);
}

/** Everything that is said to who may not: no button may lead to it. */
function refusalsIn(text: Text): string[] {
  const { ask: _, terminal: __, ...spoken } = text;
  return sentencesOf(spoken, ['표본'])
    .filter(
      ({ at }) =>
        /notYours|notManager|notAdministrator|not_yours|notApprover|not_approver|voidNeedsManager|\.own$/.test(at) &&
        !at.includes('elections'),
    )
    .map(({ words }) => words.split('표본').toSorted((a, b) => b.length - a.length)[0] ?? '')
    .filter((words) => words.length > 12);
}

/** Buttons of the card itself: what stands beside a row of another record is that record's; of rows, the most that one has. */
function ownButtons({ blocks = [] }: SeenMessage, rows: boolean): number {
  const each = blocks
    .filter(({ type }) => type === 'actions')
    .map((it) => elementsOf([it]).filter(({ type }) => type === 'button').length);
  return rows ? Math.max(0, ...each) : each.reduce((sum, it) => sum + it, 0);
}

const HANGUL = /[가-힣]/;

/** What of an English card is Korean and no record's own word, or a word that English has. */
function untranslated(card: string, own: readonly string[], slash: Card['slash']): string[] {
  const { visit, council } = textFor('en');
  // A department that was typed can be a committee: only the list of members tells which one is.
  const ofMembers = [council.posts, council.committees, council.constituencies];
  const said = [visit.district, visit.program, ...(slash === 'council' ? ofMembers : [])];
  // What is quoted stands in a longer text.
  const unquoted = card.replaceAll(/“([^”]+)”/g, (said, it: string) =>
    own.some((words) => words.includes(it)) ? '' : said,
  );
  const left = own.reduce((words, it) => words.replaceAll(it, ''), unquoted);
  // The activities of the rule are called by their Korean letters.
  const parts = left.replaceAll(/\b\d-[가-하]/g, '').match(/[가-힣][가-힣\s]*/g) ?? [];
  const words = card.split(/[·,()\n:]/).map((it) => it.trim());
  const known = words.filter((it) => HANGUL.test(it) && said.some((inEnglish) => inEnglish(it) !== it));
  return [...parts, ...known];
}

/** Lines of an English card that begin in small letters and are no record’s own, no figure’s key, and do not go on with the line before. */
function uncapitalised({ text }: SeenMessage, own: readonly string[]): string[] {
  const lines = text.split('\n').map((it) => it.replace(/^(?:⚠|✓|⛔|→|\[)\s*/, ''));
  return lines.filter(
    (it) => /^[a-z]/.test(it) && !/^and \d|^[a-z]+\.\w/.test(it) && !own.some((words) => words.startsWith(it)),
  );
}

/** Facts whose value says the same again: a program that is called as its kind. */
const saidTwice = ({ text }: SeenMessage): string[] =>
  text.split('\n').filter((line) => {
    const [, ...parts] = line.split(/: | · /);
    return parts.some((it, i) => i > 0 && it === parts[i - 1]);
  });

/** Every word that a record holds, the longest first. */
async function wordsOf({ db }: Office): Promise<string[]> {
  const TABLES = [
    'expense',
    'visit',
    'visit_notice',
    'council_member',
    'council_contact',
    'briefing',
    'followup',
    'followup_note',
    'pledge',
    'pledge_list',
    'history',
    'person',
    'receipt',
    'held_row',
    'pledge_proposal',
    'import_file',
    'report_text',
  ] as const;
  const found = new Set<string>();
  for (const table of TABLES) {
    const rows = await db
      .selectFrom(table as 'visit')
      .selectAll()
      .execute();
    for (const row of rows)
      for (const value of Object.values(row))
        if (typeof value === 'string' && HANGUL.test(value))
          for (const line of [value, ...value.split('\n'), ...listed(value)])
            if (HANGUL.test(line)) found.add(line.trim());
  }
  return [...found].toSorted((a, b) => b.length - a.length);
}

/** The cells of a row that is kept as it came. */
function listed(value: string): string[] {
  if (!value.startsWith('["')) return [];
  return (JSON.parse(value) as unknown[]).filter((it) => typeof it === 'string');
}

async function shows(me: PersonDriver, office: Office, card: Card, { language }: Setting): Promise<SeenMessage> {
  const before = me.lastAnswer()?.ts ?? '';
  office.slack.clock.move(2_000);
  await me.type(SLASH[card.slash][language], card.typed);
  await office.slack.settled();
  const shown = me.lastAnswer();
  if (!shown || shown.ts === before) throw new Error(`${card.typed} was not shown.`);
  if (!card.through) return shown;
  await me.press(card.through(textFor(language)), { in: shown });
  await office.slack.settled();
  return me.lastAnswer() ?? shown;
}

/** What is wrong with cards as one person sees them: too many buttons, another language, a window of another name, an offer that is refused. */
export async function wrongIn(office: Office, id: string, cards: readonly Card[], setting: Setting): Promise<string[]> {
  const text = textFor(setting.language);
  const me = office.slack.as(id);
  const refusals = refusalsIn(text);
  const own = setting.language === 'en' ? await wordsOf(office) : [];
  const wrong: string[] = refusals.length > 15 ? [] : ['There are hardly any refusals.'];
  for (const card of cards) {
    const said = (what: string) => wrong.push(`${card.slash} ${card.typed} (${card.status}): ${what}`);
    const shown = await shows(me, office, card, setting);
    const count = ownButtons(shown, card.rows === true);
    if (count > MOST_BUTTONS) said(`${count} buttons`);
    if (/\d{4}-\d{2}-\d{2}/.test(shown.text))
      said(`a date as a file has it: ${shown.text.match(/.*\d{4}-\d{2}-\d{2}.*/)?.[0]}`);
    if (/(?<!\d-)\b\d{4}-\d{2}\b(?!-)/.test(shown.text.replaceAll(/`[^`]*`|‘[^’]*’/g, '')))
      said('a month as a file has it');
    if (JSON.stringify(shown.blocks ?? []).match(/"type":"plain_text","text":"[^"]*`/))
      said('signs of code in plain text');
    if (setting.language === 'en') for (const it of uncapitalised(shown, own)) said(`begins in small letters: ${it}`);
    if (setting.language === 'en' && / ~ /.test(shown.text)) said('a span with a tilde');
    for (const it of saidTwice(shown)) said(`says twice: ${it}`);
    if (setting.language === 'en') for (const it of untranslated(shown.text, own, card.slash)) said(`“${it}”`);
    const unpressed = card.unpressed?.(text) ?? [];
    for (const label of unpressed === 'all' ? [] : new Set(shown.buttons)) {
      if (unpressed.includes(label)) continue;
      const now = await shows(me, office, card, setting);
      if (!now.buttons.includes(label)) continue;
      await me.press(label, { in: now });
      await office.slack.settled();
      const view = me.view();
      const heard = [view?.text, view?.title, view ? '' : me.lastAnswer()?.text].join('\n');
      const refused = refusals.find((it) => heard.includes(it));
      if (refused) said(`‘${label}’ is offered and refused: ${refused}`);
      if (view && !isCalled(label, view.title)) said(`‘${label}’ opens ‘${view.title}’`);
      if (view) await me.close({ all: true });
    }
  }
  return wrong;
}
