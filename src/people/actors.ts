import type { Text } from '../text/index.ts';

/** Who did something: somebody by name, what acted without a person in the reader's words, a stranger by the id alone. */
export const actorName = (actor: string, names: ReadonlyMap<string, string>, text: Text): string =>
  names.get(actor) ?? text.conversation.actors[actor] ?? actor;
