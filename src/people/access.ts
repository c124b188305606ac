import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { Account, isOfWorkspace } from '../slack/accounts.ts';
import type { Language } from '../vocabulary/language.ts';

const Profile = z.object({
  user: Account.extend({
    team_id: z.string().optional(),
    locale: z.string().optional(),
    real_name: z.string().optional(),
    name: z.string().optional(),
    profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

/** `active`: it is of the workspace's own people and in use; `guest`: it is not, or of another workspace than the one asked for. */
export type Profile = { name: string; language: Language | null; guest: boolean; active: boolean };

/** What Slack knows of a person that the office needs: a name, a language, and whether they are a guest or outsider. */
export async function fetchProfile(client: webApi.WebClient, userId: string, teamId?: string): Promise<Profile> {
  const { user } = Profile.parse(await client.users.info({ user: userId, include_locale: true }));
  const named = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name];
  return {
    name: named.find((name) => name?.trim()) ?? userId,
    active: isOfWorkspace(user),
    language: user.locale?.startsWith('ko') ? 'ko' : user.locale?.startsWith('en') ? 'en' : null,
    guest: !isOfWorkspace(user) || (teamId !== undefined && user.team_id !== undefined && user.team_id !== teamId),
  };
}
