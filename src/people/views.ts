import { button, context, escaped, header, section } from '../slack/blocks.ts';
import { pager } from '../slack/pager.ts';
import type { Message } from '../slack/privately.ts';
import type { Text } from '../text/index.ts';
import type { Person } from '../vocabulary/person.ts';

export const ACCESS_ADD = 'access_add';
export const ACCESS_DISMISS = 'access_dismiss';
export const PEOPLE_SHOW = 'people_show';
export const PEOPLE_PAGE = 'people_page';
export const PERSON_CHANGE = 'person_change';

/** What an administrator is asked; the answer replaces it. */
export function accessRequestMessage(asker: { userId: string; name: string }, text: Text): Message {
  const words = text.access.request(asker.name);
  return {
    text: escaped(words),
    blocks: [
      section(words),
      {
        type: 'actions',
        elements: [
          button(ACCESS_ADD, text.access.add, asker.userId, 'primary'),
          button(ACCESS_DISMISS, text.access.dismiss, asker.userId),
        ],
      },
    ],
  };
}

export const PEOPLE_PAGE_SIZE = 20;

export function peopleMessage(people: readonly Person[], mayChange: boolean, text: Text, offset = 0): Message {
  const title = text.office.peopleTitle(people.length);
  const shown = people.slice(offset, offset + PEOPLE_PAGE_SIZE);
  const pages = Math.ceil(people.length / PEOPLE_PAGE_SIZE);
  const page = text.expense.list.page(Math.floor(offset / PEOPLE_PAGE_SIZE) + 1, pages);
  const lines = shown.map((person) => `${person.name} · ${text.office.roles[person.role]}`);
  const sections = shown.map((person, i) => {
    const change = mayChange ? button(PERSON_CHANGE, text.office.change, person.userId) : undefined;
    return section(lines[i] ?? '', change);
  });
  return {
    text: escaped([title, ...lines].join('\n')),
    blocks: [
      header(title),
      ...sections,
      ...(pages > 1 ? [context(page)] : []),
      ...pager(PEOPLE_PAGE, { query: '', offset }, { count: people.length, size: PEOPLE_PAGE_SIZE }, text),
      ...(mayChange
        ? [{ type: 'actions' as const, elements: [button(PERSON_CHANGE, text.office.personAdd, 'new', 'primary')] }]
        : []),
    ],
  };
}
