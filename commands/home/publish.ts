import { webApi as api } from '@slack/bolt';
import { findHomePage } from '../../src/desk/home/gather.ts';
import { homeView, strangerView } from '../../src/desk/home/views.ts';
import { fetchProfile } from '../../src/people/access.ts';
import { findAccessRequests, findPerson } from '../../src/people/store.ts';
import type { Stranger } from '../../src/slack/home.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { textFor } from '../../src/text/index.ts';

/** What somebody's Home shows, as long as they may be looking at it. */
export type Shown = {
  /** Where their list of follow-ups is turned to. */
  offset: number;
  openedAt: Date;
  /** As drawn last, and what Slack calls that version. */
  drawn: string;
  hash: string | undefined;
};

/** Reads and draws; twice where another process drew meanwhile, since what it read may be older. */
export async function publish(shown: Map<string, Shown>, turn: Turn): Promise<void> {
  const { db, client } = turn;
  const { userId } = turn.person;
  for (const last of [false, true]) {
    const looking = shown.get(userId);
    const person = looking && (await findPerson(db, userId));
    if (!person) return;
    let page = await findHomePage(person, looking.offset, turn);
    if (page.followups.followups.length === 0 && page.followups.count > 0) {
      looking.offset = 0; // the last one of the page is done
      page = await findHomePage(person, 0, turn);
    }
    const view = homeView(page, textFor(page.language));
    const drawn = JSON.stringify(view);
    if (drawn === looking.drawn) return;
    try {
      const known = looking.hash && !last ? { hash: looking.hash } : {};
      const said = await client.views.publish({ user_id: userId, view, ...known });
      shown.set(userId, { ...(shown.get(userId) ?? looking), drawn, hash: said.view?.hash });
      return;
    } catch (error) {
      const conflict = error instanceof api.WebAPIPlatformError && error.data.error === 'hash_conflict';
      if (!conflict || last) throw error;
    }
  }
}

export async function publishForStranger({ userId, client, teamId, ...deps }: Stranger): Promise<void> {
  const [profile, asked] = await Promise.all([
    fetchProfile(client, userId, teamId).catch((error) => {
      deps.log.warn({ err: error, user: userId }, 'Slack did not say who opened Home.');
      return null;
    }),
    findAccessRequests(deps.db),
  ]);
  const text = textFor(profile?.language ?? deps.config.language);
  const who = profile?.guest ? 'guest' : asked.includes(userId) ? 'asked' : 'stranger';
  await client.views.publish({ user_id: userId, view: strangerView(who, text) });
}
