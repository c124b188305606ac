import type { AllMiddlewareArgs, App, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Command, Deps } from '../src/base/deps.ts';
import { type Message, tellPrivately } from '../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../src/slack/visitor.ts';
import { drawTold } from '../src/time/reminders/draw.ts';
import { findOffice } from '../src/time/reminders/office.ts';
import { turnOff } from '../src/time/reminders/settings/store.ts';
import { findTold } from '../src/time/reminders/told/store.ts';
import {
  REMINDER_DECLINE,
  REMINDER_DONE,
  REMINDER_MORE,
  REMINDER_OFF,
  REMINDER_PAGE,
  REMINDER_SHOW,
  REMINDER_SNOOZE,
  REMINDER_SNOOZE_ALL,
} from '../src/time/reminders/views.ts';
import { isKindName, isSnooze } from '../src/vocabulary/reminder.ts';
import { type Act, carryOut } from './reminder/act.ts';
import { listenForOfficeSettings } from './reminder/office-settings.ts';
import { listenForSettings } from './reminder/settings.ts';

type Pressed = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** What people answer to reminders, and what they choose about them. */
export const reminder = {
  listen(app: App, deps: Deps) {
    /** What was pressed or chosen: `F12`'s key and name, with what is to be done first where it came from a menu. */
    const listen = (actionId: string, read: (chosen: string) => { act: Act; told: string } | null) =>
      app.action<BlockAction>(actionId, async (args) => {
        const asked = read(chosenIn(args));
        if (!asked) return;
        const [key = '', record = null] = asked.told.split(' ');
        const { body, client, context } = args;
        const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
        await say(await carryOut({ act: asked.act, key, record }, visitorOf(context), click, deps), args);
      });
    const say = async (said: Message | null, { body, client, context }: Pressed, how = { replace: false }) => {
      const reach = { userId: visitorOf(context).person.userId, responseUrl: body.response_url };
      if (said) await tellPrivately({ client, log: deps.log }, reach, said, how);
    };

    listen(REMINDER_DONE, (told) => ({ act: 'done', told }));
    listen(REMINDER_SHOW, (told) => ({ act: 'show', told }));
    listen(REMINDER_DECLINE, (told) => ({ act: 'decline', told }));
    for (const actionId of [REMINDER_SNOOZE, REMINDER_SNOOZE_ALL, REMINDER_MORE]) listen(actionId, readChoice);

    app.action<BlockAction>(REMINDER_OFF, async (args) => {
      const { person, text } = visitorOf(args.context);
      const kind = chosenIn(args);
      if (!isKindName(kind)) return;
      const words = text.reminder;
      const now = await turnOff(deps.db, person.userId, kind, deps.now());
      await say({ text: (now ? words.turnedOff : words.turnedOffBefore)(words.kinds[kind].name) }, args);
    });

    for (const actionId of [`${REMINDER_PAGE}_previous`, `${REMINDER_PAGE}_next`]) {
      app.action<BlockAction>(actionId, async (args) => {
        const { query, offset } = Turn.parse(JSON.parse(chosenIn(args)));
        await say(await turnTo(query, offset, visitorOf(args.context), deps), args, { replace: true });
      });
    }
    listenForSettings(app, deps);
    listenForOfficeSettings(app, deps);
  },
} satisfies Command;

const Turn = z.object({ query: z.string(), offset: z.number().int().min(0) });
const Chosen = z.object({ value: z.string().optional(), selected_option: z.object({ value: z.string() }).nullish() });

function chosenIn({ action }: Pressed): string {
  const { value, selected_option } = Chosen.parse(action);
  return selected_option?.value ?? value ?? '';
}

/** `1h followup_today:… F12`: what is to be done, and to what. */
function readChoice(chosen: string): { act: Act; told: string } | null {
  const [act = '', ...told] = chosen.split(' ');
  const known = act === 'done' || act === 'show' || act === 'decline' || isSnooze(act);
  return known ? { act, told: told.join(' ') } : null;
}

/** Another page of a reminder, in its place. */
async function turnTo(key: string, offset: number, { person, text }: Visitor, deps: Deps): Promise<Message | null> {
  const told = await findTold(deps.db, key);
  if (told.some(({ userId }) => userId !== person.userId)) return { text: text.reminder.notYours };
  return drawTold(key, offset, deps, await findOffice(deps));
}
