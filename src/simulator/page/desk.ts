import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Action, Answer } from '../action.ts';
import type { State } from '../protocol.ts';

export type Route = { conversation: string; thread?: string; tab?: 'home' | 'messages' };

/** What the parts of the page share: the state they draw, and how they do something about it. */
export type Desk = {
  state: State;
  route: Route;
  go: (route: Route | null) => void;
  /** Does it, shows what went wrong, and has the new state fetched. */
  act: (action: Action) => Promise<Answer>;
  /** The same, but says nothing: for a caller that shows the trouble itself. */
  tryAct: (action: Action) => Promise<Answer>;
  upload: (file: File, onProgress: (share: number) => void) => Promise<string>;
  say: (sentence: string) => void;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no desk around this part of the page');
  return desk;
}
