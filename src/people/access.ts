import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '../vocabulary/language.ts';

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
