import type { webApi } from '@slack/bolt';
import type { Deps } from '../../base/deps.ts';
import { textFor } from '../../text/index.ts';
import { strangerView } from './views.ts';

/** What stood on the Home of somebody who has left is not theirs to see any more. */
export async function clearHome(
  userId: string,
  { config, log }: Pick<Deps, 'config' | 'log'>,
  client: webApi.WebClient,
): Promise<void> {
  const view = strangerView('stranger', textFor(config.language));
  await client.views.publish({ user_id: userId, view }).catch((error) => {
    log.warn({ err: error, user: userId }, 'The Home of somebody who has left could not be cleared.');
  });
}
