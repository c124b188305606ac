/** A person, a channel, a group or a link as Slack writes them, or one of the three escaped signs. */
const REFERENCE =
  /<(?:@([UW][A-Z0-9]+)|#([CGD][A-Z0-9]+)|!(channel|here|everyone|subteam\^\w+)|((?:https?:\/\/|mailto:|tel:)[^<>|]+))(?:\|([^<>]*))?>|&(amp|lt|gt);/g;
const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>' };

/** The people that a typed line refers to, by id. */
export const mentionedIn = (line: string): string[] =>
  [...line.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g)].map(([, id = '']) => id);

/**
 * What was typed before Slack put references in it (`should_escape`): `@name` again, and plain signs. Kept as Slack sends it, a
 * person's name would be an id that nobody can read, and a mention as soon as it stands in markup.
 */
export function asTyped(line: string, names: ReadonlyMap<string, string> = new Map()): string {
  return line.replace(REFERENCE, (_, person?: string, channel?: string, group?: string, link?: string, ...more) => {
    const [label, sign] = more as (string | undefined)[];
    if (person) return `@${names.get(person) || label || person}`;
    if (channel) return `#${label || channel}`;
    if (group) return label || `@${group.split('^')[0]}`;
    return link ? label || link : (SIGNS[sign ?? ''] ?? '');
  });
}
