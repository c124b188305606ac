import { z } from 'zod';
import { type JsonObject, present } from '../json.ts';
import { userName } from '../payloads.ts';
import { APP, TEAM } from '../people.ts';
import type { Person } from '../protocol.ts';
import { bool, int, method } from './method.ts';

const SCOPES = ['users:read'];

export const users = {
  'users.info': method({
    tier: 'tier4',
    scopes: SCOPES,
    args: z.object({ user: z.string(), include_locale: bool.optional() }),
    run: (slack, args) => {
      const person = slack.workspace.people.get(args.user);
      return person
        ? { ok: true, user: userObject(person, args.include_locale ?? false) }
        : { error: 'user_not_found' };
    },
  }),

  'users.list': method({
    tier: 'tier2',
    scopes: SCOPES,
    args: z.object({ include_locale: bool.optional(), limit: int.optional(), cursor: z.string().optional() }),
    run: (slack, args) => {
      const people = [...slack.workspace.people.values()];
      const [members, next_cursor] = page(people, args.limit, args.cursor);
      return {
        ok: true,
        members: members.map((it) => userObject(it, args.include_locale ?? false)),
        response_metadata: { next_cursor },
      };
    },
  }),
};

/** One page of a list; the cursor is where the next begins. */
export function page<Item>(items: Item[], limit = 100, cursor = '0'): [items: Item[], next: string] {
  const from = Number(cursor) || 0;
  const end = from + Math.max(1, limit);
  return [items.slice(from, end), end < items.length ? String(end) : ''];
}

export function userObject(person: Person, withLocale: boolean): JsonObject {
  return present({
    id: person.id,
    team_id: person.teamId,
    name: userName(person),
    deleted: person.deleted ?? false,
    real_name: person.realName,
    tz: person.tz,
    tz_label: 'Korea Standard Time',
    tz_offset: 32_400,
    profile: present({
      title: person.title,
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.name,
      display_name_normalized: person.name,
      status_text: '',
      bot_id: person.isBot ? APP.botId : undefined,
      team: person.teamId,
    }),
    is_admin: person.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.isRestricted,
    is_ultra_restricted: false,
    is_bot: person.isBot,
    is_app_user: false,
    is_stranger: person.teamId === TEAM.id ? undefined : true,
    updated: 0,
    locale: withLocale ? person.locale : undefined,
  });
}
