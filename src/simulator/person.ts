import type { Act } from './act.ts';
import type { Answer, Option, Place } from './action.ts';
import { perform } from './acts.ts';
import { elementsOf, isStateful, type Placed } from './elements.ts';
import { asValue, blocksAt, type Filling, names, type OwnFile, optionCalled } from './filling.ts';
import { textOf } from './json.ts';
import { keepFile } from './kept-file.ts';
import { APP, CHANNELS } from './people.ts';
import type { Value, Values } from './protocol.ts';
import { readable, type SeenMessage, type SeenView, seenMessage, seenView } from './seen.ts';
import type { Slack } from './slack.ts';
import { eventually } from './waiting.ts';
import { directMessage, type StoredView, stackOf } from './workspace.ts';

type Where = {
  /** Otherwise: the form in front, then the newest message that has it, then Home (Home first after openHome). */
  in?: SeenMessage | 'view' | 'home';
  blockId?: string;
};

/**
 * One person at their keyboard. What they do settles with the app's acknowledgement, what they read is what stands there now.
 * Elements are named by action_id, block_id, label or the value of a button.
 */
export type PersonDriver = {
  id: string;
  /** A slash command; in the office's channel unless told, or in the direct message with the app for who is not in it. */
  type: (command: string, text?: string, options?: { channel?: string }) => Promise<Answer>;
  say: (text: string, options: { channel: string; threadTs?: string; files?: string[] }) => Promise<Answer>;
  /** A direct message to the app. */
  dm: (text: string, options?: { files?: string[]; threadTs?: string }) => Promise<Answer>;
  press: (element: string, where?: Where & { value?: string }) => Promise<Answer>;
  choose: (element: string, value: Filling, where?: Where) => Promise<Answer>;
  /** Types into an external select and reads what it offers. */
  search: (element: string, query: string, where?: Where) => Promise<Option[]>;
  /** Into the form in front, by block_id or label. Sends what the form asks to be told of (dispatch_action). */
  fill: (fields: { [field: string]: Filling }) => Promise<void>;
  /** What is filled in here is sent with the form at once: the app hears of none of it before. */
  submit: (fields?: { [field: string]: Filling }) => Promise<Answer>;
  /** The front form's close button, or the X that closes all. */
  close: (options?: { all?: boolean }) => Promise<Answer>;
  upload: (file: OwnFile) => string;
  openHome: (tab?: 'home' | 'messages') => Promise<Answer>;
  shortcut: (callbackId: string) => Promise<Answer>;
  messageShortcut: (callbackId: string, message: { channel: string; ts: string }) => Promise<Answer>;
  act: (act: Act) => Promise<Answer>;

  /** Everything this person can read, oldest first, or of one channel. */
  messages: (channel?: string) => SeenMessage[];
  /** The form in front. */
  view: () => SeenView | undefined;
  home: () => SeenView | undefined;
  /** The newest message of the app's that this person can read, wherever it stands. */
  lastAnswer: () => SeenMessage | undefined;
  /** The channel of the direct message with the app. */
  appChannel: string;

  /** Waits for a message of the app's (also one edited) that contains the text or fits, `after` an earlier one if told. */
  reads: (wanted: Wanted<SeenMessage>, after?: { ts: string }) => Promise<SeenMessage>;
  /** Waits for a form in front. */
  seesView: (wanted?: Wanted<SeenView>) => Promise<SeenView>;
  seesHome: (wanted?: Wanted<SeenView>) => Promise<SeenView>;
};

export type Wanted<Seen> = string | RegExp | ((seen: Seen) => boolean);

export function personDriver(slack: Slack, id: string): PersonDriver {
  const { workspace } = slack;
  if (!workspace.people.has(id)) throw new Error(`There is nobody with the id ${id}.`);
  const appChannel = directMessage(workspace, id, APP.botUser, () => slack.ids.next('D')).id;
  let homeInFront = false;

  const act = (it: Act): Promise<Answer> => perform(slack, id, it);
  const usualChannel = () => (workspace.channels.get(CHANNELS.office)?.members.has(id) ? CHANNELS.office : appChannel);
  const front = (): StoredView | undefined => stackOf(workspace, id).at(-1);
  const messages = (channel?: string) => readable(slack, id, channel).map((it) => seenMessage(slack, it, id));
  const view = () => {
    const open = front();
    return open && seenView(slack, open);
  };
  const home = () => {
    const published = workspace.homes.get(id);
    return published && seenView(slack, published);
  };
  /** From the newest back, so that a long history costs nothing. */
  function newest(wanted: (message: SeenMessage) => boolean): SeenMessage | undefined {
    for (const it of readable(slack, id).reverse()) {
      const seen = it.fromApp ? seenMessage(slack, it, id) : undefined;
      if (seen && wanted(seen)) return seen;
    }
    return undefined;
  }
  const lastAnswer = () => newest(() => true);

  /** Places in the order in which the person would look. */
  function places(where: Where): Place[] {
    const inView = front();
    const inHome = workspace.homes.get(id);
    const homePlace: Place[] = inHome ? [{ view: inHome.id }] : [];
    if (where.in === 'view') return inView ? [{ view: inView.id }] : [];
    if (where.in === 'home') return homePlace;
    if (where.in) return [{ channel: where.in.channel, ts: where.in.ts }];
    // A form covers everything else.
    if (inView) return [{ view: inView.id }];
    const inMessages = readable(slack, id)
      .reverse()
      .flatMap((it): Place[] => (it.blocks ? [{ channel: it.channel, ts: it.ts }] : []));
    return homeInFront ? [...homePlace, ...inMessages] : [...inMessages, ...homePlace];
  }

  function find(name: string, where: Where): { place: Place; placed: Placed } {
    const looked = places(where);
    for (const place of looked) {
      const placed = elementsOf(blocksAt(slack, place)).find(
        (it) => names(it).includes(name) && (!where.blockId || it.blockId === where.blockId),
      );
      if (placed) return { place, placed };
    }
    const seen = looked
      .flatMap((it) => elementsOf(blocksAt(slack, it)))
      .map((it) => textOf(it.element.text) || it.actionId);
    throw new Error(
      `Nothing to press or choose is called "${name}". There is: ${seen.slice(0, 40).join(', ') || 'nothing'}.`,
    );
  }

  async function value(place: Place, placed: Placed, wanted: Filling): Promise<Value> {
    if (placed.type.endsWith('external_select') && wanted !== null) {
      for (const one of Array.isArray(wanted) ? wanted : [wanted]) await offer(place, placed, String(one));
    }
    return asValue(slack, id, { place, placed }, wanted);
  }

  const offer = (place: Place, { blockId, actionId }: Placed, query: string) =>
    act({ do: 'options', place, blockId, actionId, query });

  async function choose(name: string, wanted: Filling, where: Where = {}): Promise<Answer> {
    const { place, placed } = find(name, where);
    const { blockId, actionId } = placed;
    return act({ do: 'press', place, blockId, actionId, value: await value(place, placed, wanted) });
  }

  /** `quietly`: the form is sent with it all at once, before anything it asks to be told of arrives. */
  async function fill(fields: { [field: string]: Filling }, { quietly = false } = {}): Promise<void> {
    for (const [name, wanted] of Object.entries(fields)) {
      // Looked up each time: a form may change while it is filled in.
      const open = front();
      if (!open) throw new Error(`There is no form to fill in (${name}).`);
      const inputs = elementsOf(open.blocks).filter((it) => isStateful(it.type));
      const placed = inputs.find((it) => it.blockId === name || textOf(it.input?.label) === name);
      if (!placed) {
        throw new Error(`The form has no field "${name}". It has: ${inputs.map((it) => it.blockId).join(', ')}.`);
      }
      const place = { view: open.id };
      const filled = await value(place, placed, wanted);
      const { blockId, actionId } = placed;
      if (!placed.input || (!quietly && placed.input.dispatch_action === true)) {
        await act({ do: 'press', place, blockId, actionId, value: filled });
      } else {
        const values: Values = { [blockId]: { [actionId]: filled } };
        await act({ do: 'fill', place, values });
      }
    }
  }

  return {
    id,
    appChannel,
    act,
    messages,
    view,
    home,
    lastAnswer,
    choose,
    fill: (fields) => fill(fields),
    type: (command, text = '', { channel = usualChannel() } = {}) => {
      homeInFront = false;
      return act({ do: 'command', channel, text: `${command} ${text}`.trim() });
    },
    say: (text, { channel, ...more }) => {
      homeInFront = false;
      return act({ do: 'message', channel, text, ...more });
    },
    dm: (text, more = {}) => {
      homeInFront = false;
      return act({ do: 'message', channel: appChannel, text, ...more });
    },
    press: (name, where = {}) => {
      const { place, placed } = find(name, where);
      const { blockId, actionId, type } = placed;
      const wanted = optionCalled(placed, name) ?? where.value ?? (type === 'feedback_buttons' ? name : undefined);
      return act({ do: 'press', place, blockId, actionId, ...(wanted === undefined ? {} : { value: wanted }) });
    },
    search: async (name, query, where = {}) => {
      const { place, placed } = find(name, where);
      const answer = await offer(place, placed, query);
      if (!answer.ok) throw new Error(answer.sentence);
      return [...(answer.options ?? []), ...(answer.optionGroups ?? []).flatMap((it) => it.options)];
    },
    submit: async (fields = {}) => {
      await fill(fields, { quietly: true });
      const open = front();
      if (!open) throw new Error('There is no form to submit.');
      return act({ do: 'submit', view: open.id, values: {} });
    },
    close: (options = {}) => {
      const open = front();
      if (!open) throw new Error('There is no form to close.');
      return act({ do: 'close', view: open.id, ...options });
    },
    upload: ({ name, bytes }) => keepFile(slack, id, name, Buffer.from(bytes)),
    openHome: (tab) => {
      homeInFront = tab !== 'messages';
      return act({ do: 'openHome', ...(tab === undefined ? {} : { tab }) });
    },
    shortcut: (callbackId) => act({ do: 'shortcut', callbackId }),
    messageShortcut: (callbackId, { channel, ts }) => act({ do: 'messageShortcut', callbackId, channel, ts }),

    reads: (wanted, after) =>
      eventually(
        slack,
        () => newest((it) => fits(wanted, it) && (after === undefined || it.ts > after.ts)),
        () => `${id} reads no message with ${said(wanted)}; the last one says: ${lastAnswer()?.text ?? 'nothing'}`,
      ),
    seesView: (wanted = () => true) =>
      eventually(
        slack,
        () => matching(view(), wanted),
        () => `${id} sees no form with ${said(wanted)}; in front is: ${view()?.title ?? 'none'} ${view()?.text ?? ''}`,
      ),
    seesHome: (wanted = () => true) =>
      eventually(
        slack,
        () => matching(home(), wanted),
        () => `${id} sees no Home with ${said(wanted)}; it says: ${home()?.text ?? 'nothing'}`,
      ),
  };
}

function fits<Seen extends { text: string }>(wanted: Wanted<Seen>, seen: Seen): boolean {
  if (typeof wanted === 'function') return wanted(seen);
  const heading = 'title' in seen ? String(seen.title) : '';
  const text = `${heading}\n${seen.text}`;
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

const matching = <Seen extends { text: string }>(seen: Seen | undefined, wanted: Wanted<Seen>): Seen | undefined =>
  seen && fits(wanted, seen) ? seen : undefined;

const said = (wanted: Wanted<never>): string => (typeof wanted === 'function' ? 'what was asked for' : `"${wanted}"`);
