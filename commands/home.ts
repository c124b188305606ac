import { registerOf } from '../src/base/db/database.ts';
import { HOME_FOLLOWUPS } from '../src/desk/home/day-views.ts';
import { NEWS_READ } from '../src/desk/home/views.ts';
import { putPersonSetting } from '../src/people/settings/store.ts';
import { type Command, pages, press, Words } from '../src/slack/command.ts';
import type { Turn } from '../src/slack/turn.ts';
import { publish, publishForStranger, type Shown } from './home/publish.ts';
import { setup } from './home/setup.ts';

/** Home is drawn when it is opened, and after what somebody does while it was opened this lately. */
const LOOKED_MS = 30 * 60 * 1000;

/** What people's Homes show, and who waits for theirs to be drawn: one for each app. */
type Homes = { shown: Map<string, Shown>; queues: Map<string, { again: boolean }> };
const homes = new WeakMap<object, Homes>();

function homesOf({ db }: Turn): Homes {
  const known = homes.get(registerOf(db)) ?? { shown: new Map(), queues: new Map() };
  homes.set(registerOf(db), known);
  return known;
}

/** Draws somebody's Home; what is asked for while it is being drawn is drawn once more, so that the newest stays. */
async function refresh(turn: Turn): Promise<void> {
  const { userId } = turn.person;
  const { shown, queues } = homesOf(turn);
  const queue = queues.get(userId);
  if (queue) {
    queue.again = true;
    return;
  }
  const own = { again: false };
  queues.set(userId, own);
  try {
    do {
      own.again = false;
      await publish(shown, turn);
    } while (own.again);
  } finally {
    queues.delete(userId);
  }
}

/** A Home that was drawn before the app was started again. */
const NOTHING_KNOWN = { offset: 0, drawn: '', hash: undefined };

/** Somebody looks at theirs now. */
function look(turn: Turn, seen: Partial<Shown>): void {
  const { shown } = homesOf(turn);
  const before = shown.get(turn.person.userId) ?? NOTHING_KNOWN;
  shown.set(turn.person.userId, { ...before, ...seen, openedAt: turn.now() });
}

/** The app's Home tab: a person's day. A stranger sees whom it is for and how to ask. */
export const home: Command = {
  hears: [
    press(NEWS_READ, Words, async ({ db, person, pressed }) => {
      await putPersonSetting(db, person.userId, 'news', pressed);
      return null;
    }),
    ...setup,
    ...pages(HOME_FOLLOWUPS, (turn) => {
      look(turn, { offset: turn.offset });
      return null;
    }),
    {
      hears: 'home',
      async opened(turn, hash) {
        const before = homesOf(turn).shown.get(turn.person.userId);
        // Slack shows what it was given last: only what is known to be there need not be sent again.
        const drawn = before && hash !== undefined && before.hash === hash ? before.drawn : '';
        look(turn, { offset: 0, drawn, hash });
        await refresh(turn);
      },
      openedByStranger: publishForStranger,
      // Whoever presses or saves something may be looking at Home, or go back to it.
      async afterwards(turn, { onHome }) {
        const { userId } = turn.person;
        const { shown } = homesOf(turn);
        if (onHome) look(turn, {});
        const looking = shown.get(userId);
        if (!looking) return;
        if (turn.now().getTime() - looking.openedAt.getTime() > LOOKED_MS) shown.delete(userId);
        else {
          await refresh(turn).catch((error) => {
            turn.log.warn({ err: error, user: userId }, 'Home could not be drawn again.');
          });
        }
      },
    },
  ],
};
