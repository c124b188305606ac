import type { App, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../base/deps.ts';

/** Something about a person changed in Slack: also that their account was deactivated, or is in use again. */
export type Accounts = {
  hears: 'accounts';
  changed(account: { userId: string; active: boolean }, deps: Deps, client: webApi.WebClient): Promise<void>;
};

const Changed = z.object({ user: z.object({ id: z.string(), deleted: z.boolean().default(false) }) });

export function listenToAccounts(app: App, { changed }: Accounts, deps: Deps): void {
  app.event('user_change', async ({ event, client }) => {
    const { user } = Changed.parse(event);
    await changed({ userId: user.id, active: !user.deleted }, deps, client);
  });
}
