import { emojiFor } from './emoji.ts';

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; text: string }
  | { kind: 'user' | 'channel' | 'usergroup'; id: string; label?: string }
  | { kind: 'broadcast'; range: string }
  | { kind: 'date'; seconds: number; format: string; url?: string; fallback: string }
  | { kind: 'emoji'; name: string; text: string };

export type Paragraph =
  | { kind: 'lines'; children: Inline[] }
  | { kind: 'item'; marker: string; indent: number; children: Inline[] }
  | { kind: 'quote'; children: Paragraph[] }
  | { kind: 'pre'; text: string };

/** Slack's mrkdwn as data: what is drawn from it can only ever be text, never HTML. */
export function parseMrkdwn(source: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let rest = source;
  for (;;) {
    const fence = /```\n?([\s\S]+?)\n?```/.exec(rest);
    if (!fence) break;
    paragraphs.push(...parseLines(rest.slice(0, fence.index).replace(/\n$/, '')));
    paragraphs.push({
      kind: 'pre',
      text: unescapeEntities(fence[1]?.replace(/<([^<>|]+)(?:\|([^<>]+))?>/g, '$1') ?? ''),
    });
    rest = rest.slice(fence.index + fence[0].length).replace(/^\n/, '');
  }
  return [...paragraphs, ...parseLines(rest)];
}

/** Only `&`, `<` and `>` are escaped by Slack; any other entity is text. */
export const unescapeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '');

export const escapeEntities = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// Slack draws a quote for an escaped mark as well: that is how its own clients store what people type.
const QUOTE = /^(?:>|&gt;) ?/;
const QUOTE_REST = /^(?:>>>|&gt;&gt;&gt;) ?/;
const ITEM = /^( *)([•◦▪‣]|-|\d{1,3}\.) +/;

function parseLines(source: string): Paragraph[] {
  if (source === '') return [];
  const paragraphs: Paragraph[] = [];
  const lines = source.split('\n');
  const plain: string[] = [];
  const flush = () => {
    if (plain.length > 0) paragraphs.push({ kind: 'lines', children: parseInline(plain.join('\n')) });
    plain.length = 0;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (QUOTE_REST.test(line)) {
      flush();
      paragraphs.push({ kind: 'quote', children: parseLines(lines.slice(at).join('\n').replace(QUOTE_REST, '')) });
      return paragraphs;
    }
    if (QUOTE.test(line)) {
      flush();
      const quoted: string[] = [];
      while (at < lines.length && QUOTE.test(lines[at] ?? '')) quoted.push((lines[at++] ?? '').replace(QUOTE, ''));
      at--;
      paragraphs.push({ kind: 'quote', children: parseLines(quoted.join('\n')) });
      continue;
    }
    const item = ITEM.exec(line);
    if (item) {
      flush();
      paragraphs.push({
        kind: 'item',
        marker: item[2] ?? '',
        indent: (item[1] ?? '').length,
        children: parseInline(line.slice(item[0].length)),
      });
      continue;
    }
    plain.push(line);
  }
  flush();
  return paragraphs;
}

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

export function parseInline(source: string): Inline[] {
  const found: Inline[] = [];
  let text = '';
  const push = (node: Inline) => {
    if (text !== '') found.push({ kind: 'text', text: unescapeEntities(text) });
    text = '';
    found.push(node);
  };
  let at = 0;
  while (at < source.length) {
    const char = source[at] ?? '';
    const rest = source.slice(at);
    const taken = takeCode(rest) ?? takeReference(rest) ?? takeEmoji(rest) ?? takeUrl(rest, source[at - 1]);
    if (taken) {
      push(taken.node);
      at += taken.length;
      continue;
    }
    if (char in STYLES) {
      const end = closingMark(source, at);
      if (end > 0) {
        push({ kind: STYLES[char as keyof typeof STYLES], children: parseInline(source.slice(at + 1, end)) });
        at = end + 1;
        continue;
      }
    }
    if (char === '\n') push({ kind: 'break' });
    else text += char;
    at++;
  }
  if (text !== '') found.push({ kind: 'text', text: unescapeEntities(text) });
  return found;
}

/** A mark counts only at the edge of a word, so `snake_case` and `*120원*을` stay as typed, as they do in Slack. */
function closingMark(source: string, start: number): number {
  const mark = source[start];
  const before = source[start - 1];
  const after = source[start + 1];
  if (isWord(before) || before === mark || after === undefined || /\s/.test(after) || after === mark) return -1;
  for (let at = start + 1; at < source.length; at++) {
    const char = source[at];
    if (char === '\n') return -1;
    if (char === '<' || char === '`') {
      const taken = takeReference(source.slice(at)) ?? takeCode(source.slice(at));
      if (taken) at += taken.length - 1;
      continue;
    }
    if (char !== mark || at === start + 1) continue;
    if (!/\s/.test(source[at - 1] ?? ' ') && !isWord(source[at + 1]) && source[at + 1] !== mark) return at;
  }
  return -1;
}

type Taken = { node: Inline; length: number } | null;

function takeCode(source: string): Taken {
  const code = /^`([^`\n]+)`/.exec(source);
  return code && { node: { kind: 'code', text: unescapeEntities(code[1] ?? '') }, length: code[0].length };
}

function takeEmoji(source: string): Taken {
  const named = /^:([a-z0-9_+-]+(?:::skin-tone-\d)?):/.exec(source);
  const text = named && emojiFor(named[1] ?? '');
  return text ? { node: { kind: 'emoji', name: named[1] ?? '', text }, length: named[0].length } : null;
}

function takeUrl(source: string, before: string | undefined): Taken {
  if (isWord(before)) return null;
  const bare = /^https?:\/\/[^\s<>|*~`]+[^\s<>|*~`.,;:!?)\]'"”’]/.exec(source);
  return (
    bare && {
      node: { kind: 'link', url: unescapeEntities(bare[0]), text: unescapeEntities(bare[0]) },
      length: bare[0].length,
    }
  );
}

function takeReference(source: string): Taken {
  const token = /^<([^<>\n]+)>/.exec(source);
  const node = token && reference(token[1] ?? '');
  return node ? { node, length: token[0].length } : null;
}

function reference(inside: string): Inline | null {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : unescapeEntities(inside.slice(bar + 1));
  const labelled = label === undefined || label === '' ? {} : { label };
  if (/^@[UW]\w+$/.test(target)) return { kind: 'user', id: target.slice(1), ...labelled };
  if (/^#[CG]\w+$/.test(target)) return { kind: 'channel', id: target.slice(1), ...labelled };
  if (/^!subteam\^\w+$/.test(target)) return { kind: 'usergroup', id: target.slice(9), ...labelled };
  if (/^!(here|channel|everyone)$/.test(target)) return { kind: 'broadcast', range: target.slice(1) };
  if (target.startsWith('!date^')) return dateToken(target.slice(6), label ?? '');
  if (/^(https?:\/\/|mailto:|tel:|slack:\/\/)/i.test(target)) {
    const url = unescapeEntities(target);
    return { kind: 'link', url, text: label ?? url.replace(/^(mailto|tel):/i, '') };
  }
  return null;
}

function dateToken(token: string, fallback: string): Inline {
  const [stamp = '', format = '', url] = token.split('^');
  const seconds = /^\d{1,12}$/.test(stamp) ? Number(stamp) : 0;
  return { kind: 'date', seconds, format: unescapeEntities(format), fallback, ...(url ? { url } : {}) };
}
