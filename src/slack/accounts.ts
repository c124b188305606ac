import type { App, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../base/deps.ts';

/** Something about a person changed in Slack: also that their account was deactivated or became a guest's, or is as before again. */
export type Accounts = {
  hears: 'accounts';
  changed(account: { userId: string; active: boolean }, deps: Deps, client: webApi.WebClient): Promise<void>;
};

/** What Slack says of whose an account is. */
export const Account = z.object({
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  deleted: z.boolean().optional(),
});

/** Whether it is somebody's of the workspace who uses it: no guest's, no other workspace's, not deactivated. */
export const isOfWorkspace = (account: z.infer<typeof Account>): boolean =>
  ![account.is_restricted, account.is_ultra_restricted, account.is_stranger, account.is_bot, account.deleted].includes(
    true,
  );

const Changed = z.object({ user: Account.extend({ id: z.string() }) });

export function listenToAccounts(app: App, { changed }: Accounts, deps: Deps): void {
  app.event('user_change', async ({ event, client }) => {
    const { user } = Changed.parse(event);
    await changed({ userId: user.id, active: isOfWorkspace(user) }, deps, client);
  });
}
