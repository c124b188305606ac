export type Span =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Span[] }
  | { kind: 'link'; url: string; children: Span[] }
  | { kind: 'break' };

export type Part =
  | { kind: 'heading'; level: number; children: Span[] }
  | { kind: 'paragraph'; children: Span[] }
  | { kind: 'pre'; text: string }
  | { kind: 'rule' }
  | { kind: 'quote'; children: Part[] }
  | { kind: 'list'; ordered: boolean; start: number; items: { done?: boolean; children: Part[] }[] }
  | { kind: 'table'; rows: Span[][][] };

const FENCE = /^ {0,3}(```+|~~~+)/;
const HEADING = /^ {0,3}(#{1,6}) +(.*?) *#*$/;
const RULE = /^ {0,3}([-*_])( *\1){2,} *$/;
const ITEM = /^( *)([-*+]|\d{1,9}[.)]) +(.*)$/;
const TABLE_RULE = /^ *\|? *:?-+:? *(\| *:?-+:? *)*\|? *$/;

/** The Markdown of a `markdown` block: what Slack says it draws, as data. */
export function parseMarkdown(source: string): Part[] {
  const lines = source.split('\n');
  const parts: Part[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) parts.push({ kind: 'paragraph', children: parseSpans(paragraph.join('\n')) });
    paragraph = [];
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line)?.[1];
    const heading = HEADING.exec(line);
    if (fence !== undefined) {
      flush();
      const end = lines.findIndex((one, index) => index > at && one.trim().startsWith(fence));
      const last = end < 0 ? lines.length : end;
      parts.push({ kind: 'pre', text: lines.slice(at + 1, last).join('\n') });
      at = last + 1;
    } else if (heading) {
      flush();
      parts.push({ kind: 'heading', level: heading[1]?.length ?? 1, children: parseSpans(heading[2] ?? '') });
      at++;
    } else if (RULE.test(line)) {
      flush();
      parts.push({ kind: 'rule' });
      at++;
    } else if (line.startsWith('>')) {
      flush();
      const quoted = takeWhile(lines, at, (one) => one.startsWith('>'));
      parts.push({ kind: 'quote', children: parseMarkdown(quoted.map((one) => one.replace(/^> ?/, '')).join('\n')) });
      at += quoted.length;
    } else if (ITEM.test(line)) {
      flush();
      const taken = takeWhile(lines, at, (one, index) => ITEM.test(one) || (/^ +\S/.test(one) && index > at));
      parts.push(list(taken));
      at += taken.length;
    } else if (line.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '') && (lines[at + 1] ?? '').includes('-')) {
      flush();
      const taken = takeWhile(lines, at, (one) => one.includes('|'));
      parts.push({ kind: 'table', rows: taken.filter((_, index) => index !== 1).map(cells) });
      at += taken.length;
    } else {
      if (line.trim() === '') flush();
      else paragraph.push(line.trimStart());
      at++;
    }
  }
  flush();
  return parts;
}

function takeWhile(lines: string[], from: number, fits: (line: string, at: number) => boolean): string[] {
  let end = from;
  while (end < lines.length && fits(lines[end] ?? '', end)) end++;
  return lines.slice(from, end);
}

function list(lines: string[]): Part {
  const first = ITEM.exec(lines[0] ?? '');
  const depth = first?.[1]?.length ?? 0;
  const items: string[][] = [];
  for (const line of lines) {
    const item = ITEM.exec(line);
    if (item && (item[1]?.length ?? 0) <= depth + 1) items.push([item[3] ?? '']);
    else items.at(-1)?.push(line.replace(new RegExp(`^ {1,${depth + 4}}`), ''));
  }
  const marker = first?.[2] ?? '-';
  return {
    kind: 'list',
    ordered: /\d/.test(marker),
    start: Number.parseInt(marker, 10) || 1,
    items: items.map((own) => {
      const task = /^\[([ xX])\] +/.exec(own[0] ?? '');
      const words = [own[0]?.slice(task?.[0].length ?? 0) ?? '', ...own.slice(1)].join('\n');
      return { ...(task ? { done: task[1] !== ' ' } : {}), children: parseMarkdown(words) };
    }),
  };
}

const cells = (line: string): Span[][] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => parseSpans(cell.trim().replaceAll('\\|', '|')));

const SPANS: [RegExp, (match: RegExpExecArray) => Span][] = [
  [/^\\([\\`*_{}[\]()#+.!~|>-])/, (match) => ({ kind: 'text', text: match[1] ?? '' })],
  [/^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/, (match) => ({ kind: 'code', text: match[2] ?? '' })],
  [/^!?\[([^\]\n]*)\]\(([^)\s]+)(?: "[^"]*")?\)/, (match) => link(match[2], match[1])],
  [/^<(https?:\/\/[^>\s]+)>/, (match) => link(match[1], match[1])],
  [
    /^https?:\/\/[^\s<>)*~`|]+[^\s<>)*~`|.,;:!?'"]/,
    (match) => ({ ...link(match[0], ''), children: [{ kind: 'text', text: match[0] }] }),
  ],
  [/^(\*\*|__)(?=\S)([\s\S]*?\S)\1/, (match) => ({ kind: 'bold', children: parseSpans(match[2] ?? '') })],
  [/^~~(?=\S)([\s\S]*?\S)~~/, (match) => ({ kind: 'strike', children: parseSpans(match[1] ?? '') })],
  [/^\*(?=[^\s*])([\s\S]*?[^\s*])\*(?!\*)/, (match) => ({ kind: 'italic', children: parseSpans(match[1] ?? '') })],
  [
    /^_(?=[^\s_])([\s\S]*?[^\s_])_(?![\p{L}\p{N}_])/u,
    (match) => ({ kind: 'italic', children: parseSpans(match[1] ?? '') }),
  ],
  [/^( {2,}|\\)\n/, () => ({ kind: 'break' })],
  [/^\n/, () => ({ kind: 'break' })],
];

const link = (url = '', words = ''): { kind: 'link'; url: string; children: Span[] } => ({
  kind: 'link',
  url,
  children: words === url ? [{ kind: 'text', text: url }] : parseSpans(words),
});

export function parseSpans(source: string): Span[] {
  const spans: Span[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    const inWord = /[\p{L}\p{N}]/u.test(source[at - 1] ?? '');
    const hit = inWord && /^(_|http)/.test(rest) ? undefined : firstHit(rest);
    if (hit) {
      if (text !== '') spans.push({ kind: 'text', text });
      text = '';
      spans.push(hit.span);
      at += hit.length;
    } else {
      text += source[at++];
    }
  }
  if (text !== '') spans.push({ kind: 'text', text });
  return spans;
}

function firstHit(rest: string): { span: Span; length: number } | undefined {
  for (const [pattern, make] of SPANS) {
    const match = pattern.exec(rest);
    if (match) return { span: make(match), length: match[0].length };
  }
  return undefined;
}
