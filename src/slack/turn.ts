import { randomUUID } from 'node:crypto';
import type { types, webApi } from '@slack/bolt';
import type { Deps } from '../base/deps.ts';
import { todayIn } from '../korean/days.ts';
import { button, clip, LONGEST, type View } from './blocks.ts';
import { sealed } from './metadata.ts';
import { type Click, openOrOffer } from './open-form.ts';
import { type Message, type Place, tellPrivately } from './privately.ts';
import { type Draw, redrawsOf, sealedDrawing } from './redraw.ts';
import { type Watch, watch } from './seen/watch.ts';
import { type OpenView, showView } from './urgent-call.ts';
import type { Visitor } from './visitor.ts';

/** What a handler answers; null when a form has opened instead, or the person was told otherwise. */
export type Answer = Message | null;

/** A button that opens a form again where its click came too late: its action and value, and its words where they are its own. */
export type Again = { press: string; value?: string; label?: string };

/**
 * One turn of a conversation: somebody did something, and this is all that what answers it is handed. `today` is the office's day;
 * `now` goes on, as it does for what is saved later.
 */
export type Turn = Visitor &
  Deps &
  Click & {
    today: string;
    /** The workspace it was done in. */
    teamId?: string | undefined;
    /** Tells the person more than the answer, privately. What can't be delivered is logged: what was done stands. */
    tell(message: Message, place?: Place): Promise<void>;
    /**
     * Opens a form, or says that it was too late beside the button that opens it. `draw`: what it shows once more is known, for what
     * takes longer than a click may.
     */
    open(view: View, again: Again | types.Button, draw?: Draw): Promise<Answer>;
    /** What of people is read for the answer (seen/watch.ts). */
    watch: Watch;
  };

/** Whom words are for: their language, and the day they read them on. */
export type Reader = Pick<Turn, 'text' | 'today'>;

/** What was typed behind a command, normalised, or with a word of it taken away. */
export type Typed = Turn & { typed: string };
/** What was pressed or chosen, as its schema reads it. */
export type Pressed<Value> = Turn & {
  pressed: Value;
  /** Where it was pressed: the message, if Slack sent it along, and its channel; or a form, by what it knows of itself. */
  at: { channel?: string | undefined; ts?: string | undefined; blocks: unknown; known: string };
};
/** A submitted form: what stands in it, what it knew of itself, and the key that keeps it from being saved twice. */
export type Submitted<Values, Metadata> = Turn & {
  values: Values;
  metadata: Metadata;
  key: string;
  /** The fields that it showed. */
  fields: ReadonlySet<string>;
};
/** A page of a list: the words it was asked by, and how many records come before it. */
export type Paged = Turn & { query: string; offset: number };

/** What is known of a turn before any handler is chosen. `formPlace`: what the answer to a form that it opens replaces. */
type From = {
  client: webApi.WebClient;
  triggerId: string;
  responseUrl: string | undefined;
  formPlace?: Place;
  teamId?: string | undefined;
  /** The form that it was done in: another one opens in its place. */
  inForm?: string | undefined;
};

export function turnOf(visitor: Visitor, from: From, deps: Deps): Turn {
  const { formPlace = 'below', inForm, ...click } = from;
  const { person, text } = visitor;
  const { client, responseUrl } = click;
  const watched = watch(deps.db);
  return {
    ...visitor,
    ...deps,
    ...click,
    db: watched.db,
    watch: watched,
    today: todayIn(deps.config.timezone, deps.now()),
    tell: async (message, place) => {
      const how = { replace: place === 'in_place' };
      const told = tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl }, message, how);
      await told.catch((error) => deps.log.error({ err: error }, 'An answer could not be told; what was done stands.'));
    },
    open: async (view, again, draw) => {
      watched.shown('opened');
      const known = { key: randomUUID(), responseUrl, replace: formPlace === 'in_place' || undefined };
      const opened = sealed(view, known);
      const whenOpen = async (open: OpenView) => {
        if (!draw) return;
        const sealedDraw = async () => {
          const drawn = await draw();
          return drawn && sealedDrawing(drawn, opened.private_metadata ?? '');
        };
        await redrawsOf(deps.log).redraw(client, open, sealedDraw, { isNew: true });
      };
      if (!inForm)
        return openOrOffer(click, opened, 'type' in again ? again : againButton(again, visitor), text, whenOpen);
      const now = await showView(client, 'views.update', { view_id: inForm, view: opened });
      if (now) await whenOpen(now);
      return null;
    },
  };
}

const againButton = ({ press, value = '', label }: Again, { text }: Visitor): types.Button =>
  button(press, label ?? text.access.openAgain, clip(value, LONGEST.value) || ' ', 'primary');
