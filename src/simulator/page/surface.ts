import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Answer, Place } from '../action.ts';
import type { Conversation, Person, Value, Values } from '../protocol.ts';
import type { Confirm, Element } from './blocks/kit.ts';
import type { Viewer } from './dates.ts';
import { playgroundText } from './text.ts';

/** What every drawn thing may ask: who looks, in which language, and who the ids are. */
export type Scene = {
  viewer: Viewer;
  text: PageText;
  me: Person;
  people: Person[];
  conversations: Conversation[];
  open: (conversation: string) => void;
  openPerson: (person: string) => void;
  fileUrl: (id: string) => string;
};
export type PageText = (typeof playgroundText)['ko'];

/** Where blocks stand: a message, a form or the Home tab, with what its inputs hold and a way to tell the app. */
export type Surface = {
  place: Place;
  kind: 'message' | 'modal' | 'home';
  values: Values;
  words: { [value: string]: string };
  set: (blockId: string, actionId: string, value: Value) => void;
  press: (blockId: string, actionId: string, value?: Value) => Promise<void>;
  options: (blockId: string, actionId: string, query: string) => Promise<Answer>;
  upload: (file: File, onProgress: (share: number) => void) => Promise<string>;
  /** `block_id/action_id` of what waits for the app. */
  busy: string | null;
  problems: { [blockId: string]: string };
};

/** The part of a block that an element needs to know: in an `input` it is collected, elsewhere it speaks at once. */
export type Slot = {
  blockId: string;
  mode: 'input' | 'live';
  dispatches: boolean;
  optional: boolean;
  label?: string;
  labelId?: string;
  controlId?: string;
  describedBy?: string;
};

const nothing = async () => {};
export const SceneContext = createContext<Scene>({
  viewer: { locale: 'ko', zone: 'Asia/Seoul', now: new Date(0) },
  text: playgroundText.ko,
  me: {
    id: '',
    name: '',
    realName: '',
    title: '',
    department: '',
    locale: 'ko-KR',
    role: 'member',
    isAdmin: false,
    isRestricted: false,
    isBot: false,
    teamId: '',
    tz: 'Asia/Seoul',
  },
  people: [],
  conversations: [],
  open: () => {},
  openPerson: () => {},
  fileUrl: (id) => id,
});
export const SurfaceContext = createContext<Surface>({
  place: { view: '' },
  kind: 'message',
  values: {},
  words: {},
  set: () => {},
  press: nothing,
  options: async () => ({ ok: true, tookMs: 0 }),
  upload: async () => '',
  busy: null,
  problems: {},
});
export const SlotContext = createContext<Slot>({ blockId: '', mode: 'live', dispatches: false, optional: true });
/** Asks a confirm dialog; the page provides the one that shows it. */
export const AskContext = createContext<(confirm: Confirm) => Promise<boolean>>(async () => true);

export const useScene = (): Scene => useContext(SceneContext);
export const useSurface = (): Surface => useContext(SurfaceContext);

/** One element's value and what changing it means where it stands. */
export function useControl(element: Element) {
  const surface = useContext(SurfaceContext);
  const slot = useContext(SlotContext);
  const ask = useContext(AskContext);
  const actionId = element.action_id ?? '';
  const value = surface.values[slot.blockId]?.[actionId] ?? null;
  const confirm = 'confirm' in element ? element.confirm : undefined;
  const busy = surface.busy === `${slot.blockId}/${actionId}`;
  const speaks = slot.mode === 'live' || slot.dispatches;
  return {
    value,
    slot,
    actionId,
    /** Shown, never disabled: a disabled control would lose the keyboard's place. */
    busy,
    problem: surface.problems[slot.blockId],
    /** Keeps a value without telling the app. */
    keep: (next: Value) => surface.set(slot.blockId, actionId, next),
    /** Keeps it and, where elements speak, tells the app; false when the person said no to the confirm dialog. */
    choose: async (next: Value): Promise<boolean> => {
      if (speaks && confirm && !(await ask(confirm))) return false;
      surface.set(slot.blockId, actionId, next);
      if (speaks) await surface.press(slot.blockId, actionId, next);
      return true;
    },
    /** A button: nothing to keep. */
    press: async (next?: Value): Promise<void> => {
      if (busy || (confirm && !(await ask(confirm)))) return;
      await surface.press(slot.blockId, actionId, next);
    },
    tell: (next: Value) => surface.press(slot.blockId, actionId, next),
    aria: {
      ...('focus_on_load' in element && element.focus_on_load ? { 'data-focus-on-load': '' } : {}),
      ...(slot.controlId ? { id: slot.controlId } : {}),
      ...(slot.labelId ? { 'aria-labelledby': slot.labelId } : {}),
      ...(slot.describedBy ? { 'aria-describedby': slot.describedBy } : {}),
      ...(surface.problems[slot.blockId] ? { 'aria-invalid': 'true' } : {}),
      ...(slot.mode === 'input' && !slot.optional ? { 'aria-required': 'true' } : {}),
    },
  };
}
