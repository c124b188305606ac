import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames, findPeople, findPerson } from '../../src/people/store.ts';
import { departmentsOf, fieldsOf, LONGEST_NAME, typesOf } from '../../src/pledge/list/rules.ts';
import { findLists, putListEntry } from '../../src/pledge/list/store.ts';
import { readTerm, usualTerm } from '../../src/pledge/term.ts';
import { findOtherTypes, findTerms, findTotals } from '../../src/pledge/totals/store.ts';
import { capital, clip, escaped } from '../../src/slack/blocks.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import { asTyped } from '../../src/slack/references.ts';
import type { Turn } from '../../src/slack/turn.ts';

const MOST_SHOWN = 60;

/** The lines of a list and how to add to it, in one message. */
function listed(title: string, lines: readonly string[], usage: string, more: (count: string) => string): Message {
  const left = lines.length - MOST_SHOWN;
  const rest = left > 0 ? [more(formatWon(left))] : [];
  return { text: escaped([title, ...lines.slice(0, MOST_SHOWN), ...rest, usage].join('\n')) };
}

/** `안전총괄과 @이준호` says who answers for a department; without words it shows the list. */
export async function departments(typed: string, { db, person, text, now }: Turn): Promise<Message> {
  const words = text.pledge.lists;
  if (typed === '') {
    const lines = departmentsOf(await findLists(db), await findTotals(db));
    const ids = lines.flatMap((line) => line.person ?? []);
    const names = await findNames(db, [...new Set(ids)]);
    const told = lines.map((line) => {
      const who = line.person ? (names.get(line.person) ?? line.person) : words.nobody;
      return words.departmentLine(line.name, who, formatWon(line.pledges));
    });
    return listed(words.departments, told, words.departmentUsage, words.more);
  }
  if (!isManager(person)) return { text: text.access.notManager };
  const tokens = typed.split(' ');
  const last = tokens.at(-1) ?? '';
  const mentioned = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(last)?.[1];
  const named = last.startsWith('@') ? (await findPeople(db)).find((it) => it.name === last.slice(1)) : undefined;
  const userId = mentioned ?? named?.userId;
  if (!userId) return { text: last.startsWith('@') ? words.notOnList : words.departmentUsage };
  const name = asTyped(tokens.slice(0, -1).join(' '));
  if (name === '' || [...name].length > LONGEST_NAME)
    return { text: name === '' ? words.departmentUsage : words.tooLong };
  const answerer = await findPerson(db, userId);
  if (!answerer) return { text: words.notOnList };
  const entry = { kind: 'department' as const, term: 0, code: name, name, person: userId };
  await putListEntry(db, entry, { actor: person.userId, at: now() });
  return plainMessage(words.departmentSaved(name, answerer.name));
}

/** `1 안심특별시 서울` names a field; without words it shows the term's. */
export async function fields(typed: string, { db, person, text, today, now }: Turn): Promise<Message> {
  const words = text.pledge.lists;
  const stated = typed
    .split(' ')
    .map(readTerm)
    .find((it) => it !== null);
  const term = stated ?? usualTerm(await findTerms(db), today);
  const [code = '', ...named] = typed.split(' ').filter((token) => readTerm(token) === null);
  if (code === '') {
    const lines = fieldsOf(term, await findLists(db), await findTotals(db, term));
    const told = lines.map((line) => words.fieldLine(line.code, line.name ?? words.unnamed));
    return listed(words.fields(term), told, words.fieldUsage, words.more);
  }
  if (!isManager(person)) return { text: text.access.notManager };
  const name = named.join(' ');
  if (name === '') return { text: words.fieldUsage };
  if ([...name].length > LONGEST_NAME || [...code].length > LONGEST_NAME) return { text: words.tooLong };
  await putListEntry(db, { kind: 'field', term, code, name, person: null }, { actor: person.userId, at: now() });
  return plainMessage(words.fieldSaved(code, name));
}

/** `핵심` adds a type; without words it shows them. */
export async function types(typed: string, { db, person, text, now }: Turn): Promise<Message> {
  const words = text.pledge.lists;
  if (typed === '') {
    const totals = await findTotals(db);
    const known = typesOf(await findLists(db));
    const told = [...known, ...(await findOtherTypes(db, known))].map((type) => {
      const count = totals.reduce((sum, it) => sum + (it.type === type ? it.pledges : 0), 0);
      return `${capital(text.pledge.typeName(type))} ${formatWon(count)}`;
    });
    return listed(words.types, told, words.typeUsage, words.more);
  }
  if (!isManager(person)) return { text: text.access.notManager };
  if ([...typed].length > LONGEST_NAME) return { text: words.tooLong };
  const entry = { kind: 'type' as const, term: 0, code: typed, name: typed, person: null };
  await putListEntry(db, entry, { actor: person.userId, at: now() });
  return plainMessage(words.typeSaved(clip(typed, LONGEST_NAME)));
}
