import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FieldProblem, Place } from '../action.ts';
import type { Block, Value, Values } from '../protocol.ts';
import { Blocks } from './blocks/block.ts';
import { useDesk } from './desk.ts';
import { currentValues } from './fields.ts';
import { type PageText, type Surface, SurfaceContext } from './surface.ts';

/** What people typed and the server may not know yet, by place; it outlives a redraw and a closed thread. */
const typedAt = new Map<string, Values>();
const FILL_MS = 800;

export const hasTyped = (view: string): boolean => typedAt.has(view);

type Inputs = { values: Values; surface: Omit<Surface, 'kind' | 'problems' | 'words'> };

export function useInputs(place: Place, blocks: Block[], served: Values): Inputs {
  const { act, tryAct, upload } = useDesk();
  const key = 'view' in place ? place.view : `${place.channel}/${place.ts}`;
  const [, redraw] = useState(0);
  const [busy, setBusy] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A message is redrawn from what the app sent; a form and the Home tab keep what is typed for as long as its input stays.
  const stamp = 'view' in place ? '' : JSON.stringify([blocks, served]);
  const stampRef = useRef(stamp);
  if (stampRef.current !== stamp) {
    stampRef.current = stamp;
    typedAt.delete(key);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const values = currentValues(blocks, served, typedAt.get(key) ?? {});
  // What was touched here, and no more: what else stands in it, the app may have drawn anew meanwhile.
  const now = () => typedAt.get(key) ?? {};
  const set = (blockId: string, actionId: string, value: Value) => {
    const typed = typedAt.get(key) ?? {};
    typedAt.set(key, { ...typed, [blockId]: { ...typed[blockId], [actionId]: value } });
    redraw((count) => count + 1);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void tryAct({ do: 'fill', place, values: now() }), FILL_MS);
  };
  const press = async (blockId: string, actionId: string, value?: Value) => {
    clearTimeout(timer.current);
    setBusy(`${blockId}/${actionId}`);
    await act({ do: 'press', place, blockId, actionId, values: now(), ...(value === undefined ? {} : { value }) });
    setBusy(null);
  };
  const options = (blockId: string, actionId: string, query: string) =>
    tryAct({ do: 'options', place, blockId, actionId, query });

  return { values, surface: { place, values, set, press, options, upload, busy } };
}

/** Blocks of a message or of the Home tab, alive. */
export function PlacedBlocks(props: {
  place: Place;
  kind: 'message' | 'home';
  blocks: Block[];
  served: Values;
  words?: { [value: string]: string } | undefined;
}): VNode {
  const { surface } = useInputs(props.place, props.blocks, props.served);
  const whole = useMemo(
    () => ({ kind: props.kind, problems: {}, words: props.words ?? {} }),
    [props.kind, props.words],
  );
  return html`<${SurfaceContext.Provider} value=${{ ...surface, ...whole }}><${Blocks} blocks=${props.blocks} /><//>`;
}

export const problemWords = (text: PageText, problems: FieldProblem[]): { [blockId: string]: string } =>
  Object.fromEntries(problems.map((one) => [one.blockId, text.problems[one.problem](one.limit)]));
