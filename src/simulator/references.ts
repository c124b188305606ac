import { userName } from './payloads.ts';
import type { Slack } from './slack.ts';

/**
 * What Slack makes of `@name` and `#channel` typed by a person: `message` and `escaped` make references of them and escape the
 * rest, `plain` leaves the text alone (a command without should_escape).
 */
export function withReferences(slack: Slack, text: string, form: 'message' | 'escaped' | 'plain'): string {
  if (form === 'plain') return text;
  const names = known(slack);
  let out = '';
  let at = 0;
  while (at < text.length) {
    const found = startsWord(text, at) ? longest(names, text, at) : undefined;
    if (found) {
      out += form === 'escaped' ? `<${found.id}|${found.handle}>` : `<${found.id}>`;
      at += found.typed.length;
    } else {
      const letter = text[at] ?? '';
      out += ESCAPES[letter] ?? letter;
      at++;
    }
  }
  return out;
}

type Name = { typed: string; id: string; handle: string };

const ESCAPES: { [letter: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const INSIDE_WORD = /[\p{L}\p{N}_]/u;

const startsWord = (text: string, at: number): boolean =>
  (text[at] === '@' || text[at] === '#') && !INSIDE_WORD.test(text[at - 1] ?? ' ');

function known(slack: Slack): Name[] {
  const people = [...slack.workspace.people.values()].flatMap((it): Name[] => {
    const handle = userName(it);
    return [it.name, it.realName, handle].map((name) => ({ typed: `@${name}`, id: `@${it.id}`, handle }));
  });
  const channels = [...slack.workspace.channels.values()].flatMap((it): Name[] =>
    it.kind === 'im' ? [] : [{ typed: `#${it.name}`, id: `#${it.id}`, handle: it.name }],
  );
  return [...people, ...channels];
}

function longest(names: Name[], text: string, at: number): Name | undefined {
  const fitting = names.filter(
    (it) => text.startsWith(it.typed, at) && !INSIDE_WORD.test(text[at + it.typed.length] ?? ' '),
  );
  return fitting.sort((a, b) => b.typed.length - a.typed.length)[0];
}
