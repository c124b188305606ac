import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../base/deps.ts';
import { textFor } from '../text/index.ts';
import type { Language } from '../vocabulary/language.ts';
import { findAdministrators, putAccessRequest } from './store.ts';
import { accessRequestMessage } from './views.ts';

const Profile = z.object({
  user: z.object({
    team_id: z.string().optional(),
    locale: z.string().optional(),
    real_name: z.string().optional(),
    name: z.string().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    is_bot: z.boolean().optional(),
    deleted: z.boolean().optional(),
    profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

/** `active`: the account was not deactivated. */
export type Profile = { name: string; language: Language | null; guest: boolean; active: boolean };

/** What Slack knows of a person that the office needs: a name, a language, and whether they are a guest or outsider. */
export async function fetchProfile(client: webApi.WebClient, userId: string, teamId?: string): Promise<Profile> {
  const { user } = Profile.parse(await client.users.info({ user: userId, include_locale: true }));
  const named = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name];
  return {
    name: named.find((name) => name?.trim()) ?? userId,
    active: user.deleted !== true,
    language: user.locale?.startsWith('ko') ? 'ko' : user.locale?.startsWith('en') ? 'en' : null,
    guest:
      [user.is_restricted, user.is_ultra_restricted, user.is_stranger, user.is_bot, user.deleted].includes(true) ||
      (teamId !== undefined && user.team_id !== undefined && user.team_id !== teamId),
  };
}

/**
 * Someone who is not on the list used the app: administrators are asked, at most once a day for each person, whether
 * to add them. Returns what that person is told. Guests are refused without asking.
 */
export async function askForAccess(client: webApi.WebClient, userId: string, deps: Deps): Promise<string> {
  const profile = await fetchProfile(client, userId);
  const text = textFor(profile.language ?? deps.config.language).access;
  if (profile.guest) return text.guest;
  const administrators = await findAdministrators(deps.db);
  if (administrators.length === 0) return text.nobodyToAsk;
  if (!(await putAccessRequest(deps.db, userId, deps.now()))) return text.askedBefore;
  for (const administrator of administrators) {
    const theirs = textFor(administrator.language ?? deps.config.language);
    const message = accessRequestMessage({ userId, name: profile.name }, theirs);
    await client.chat.postMessage({ channel: administrator.userId, ...message }).catch((error) => {
      deps.log.error({ err: error, user: administrator.userId }, 'An administrator could not be asked.');
    });
  }
  return text.asked;
}
