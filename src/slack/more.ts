import type { types } from '@slack/bolt';
import { z } from 'zod';
import { plain } from './blocks.ts';

export const MORE = 'more_actions';
const MOST_BUTTONS = 5;
/** Slack's limits on a menu and on what one of its options carries. */
const MOST_OPTIONS = 5;
const LONGEST_VALUE = 150;

type Element = types.Button | types.Overflow;

/** At most five buttons on a card: what is beyond stands behind one menu, the last first to go there. */
export function fiveAtMost(elements: readonly Element[]): Element[] {
  const buttons = elements.flatMap(allOf);
  if (buttons.length <= MOST_BUTTONS) return buttons;
  const moved = buttons.filter(fits).slice(-Math.min(MOST_OPTIONS, buttons.length - MOST_BUTTONS + 1));
  const options = moved.map((it) => ({ text: it.text, value: carried(it) }));
  return [...buttons.filter((it) => !moved.includes(it)), { type: 'overflow', action_id: MORE, options }];
}

/** The buttons that a card has already, those behind its menu too. */
function allOf(element: Element): types.Button[] {
  if (element.type === 'button') return [element];
  return element.options.map(({ text, value = '' }) => ({
    type: 'button',
    text: plain(text.text),
    ...actionIn(value),
  }));
}

/** The buttons of one block of a message, those behind a menu too. */
export function buttonsIn(block: types.KnownBlock): types.Button[] {
  if (block.type !== 'actions') return [];
  return block.elements.flatMap((it) => (it.type === 'button' || it.type === 'overflow' ? allOf(it) : []));
}

function actionIn(chosen: string): { action_id: string; value: string } {
  const at = chosen.indexOf(' ');
  return { action_id: chosen.slice(0, at), value: chosen.slice(at + 1) };
}

const carried = ({ action_id = '', value = '' }: types.Button): string => `${action_id} ${value}`;
/** A button that asks again before it acts is not hidden, nor one that says more than an option can. */
const fits = (it: types.Button): boolean => !it.confirm && carried(it).length <= LONGEST_VALUE;

const Chosen = z.object({
  type: z.literal('block_actions'),
  actions: z.tuple([z.object({ action_id: z.literal(MORE), selected_option: z.object({ value: z.string() }) })]),
});

/** Lets what was chosen in such a menu be heard as the button that it stands for: whoever listens knows of no menus. */
export function hearAsPressed(body: object): void {
  if (!Chosen.safeParse(body).success) return;
  const { actions } = body as z.infer<typeof Chosen>;
  const pressed = actionIn(actions[0].selected_option.value);
  Object.assign(actions[0], { type: 'button', selected_option: undefined, ...pressed });
}
