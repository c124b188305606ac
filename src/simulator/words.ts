import { isObject, type JsonObject, listOf, objectsOf, stringOf, textOf } from './json.ts';
import type { Block, Json } from './protocol.ts';
import type { Workspace } from './workspace.ts';

/** Blocks as a person would read them aloud, a line each. */
export function wordsOf(workspace: Workspace, blocks: readonly Block[]): string {
  return blocks.flatMap((it) => lines(workspace, it)).join('\n');
}

/** Slack's markup without its references and escapes. */
export function plainText(workspace: Workspace, text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => reference(workspace, inner))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function reference(workspace: Workspace, inner: string): string {
  const [target = '', label] = inner.split('|');
  if (target.startsWith('@')) return `@${workspace.people.get(target.slice(1))?.name ?? label ?? target.slice(1)}`;
  if (target.startsWith('#')) return `#${workspace.channels.get(target.slice(1))?.name ?? label ?? target.slice(1)}`;
  if (target.startsWith('!date')) return label ?? '';
  return label ?? target.replace(/^!/, '@');
}

/** What is there to be chosen, not to be read. */
const SILENT: ReadonlySet<string> = new Set(['options', 'option_groups', 'confirm', 'placeholder', 'column_settings']);

function lines(workspace: Workspace, it: Json | undefined): string[] {
  if (Array.isArray(it)) return it.flatMap((each) => lines(workspace, each));
  if (!isObject(it)) return [];
  switch (it.type) {
    case 'plain_text':
      return [stringOf(it.text)];
    case 'mrkdwn':
      return [plainText(workspace, stringOf(it.text))];
    case 'raw_text':
    case 'raw_number':
      return [stringOf(it.text) || String(it.value ?? '')];
    case 'markdown':
    case 'alert':
      return [typeof it.text === 'string' ? it.text : lines(workspace, it.text).join(' ')];
    case 'table':
    case 'data_table':
      return [...lines(workspace, it.caption), ...tableLines(workspace, it)];
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return [
        objectsOf(it.elements)
          .map((each) => inline(workspace, each))
          .join(''),
      ];
    case 'rich_text_list':
      return lines(workspace, it.elements).map((each) => `• ${each}`);
    case 'button':
      return [`[${textOf(it.text)}]`];
    case 'image':
      return [...lines(workspace, it.title), stringOf(it.alt_text)];
    default:
      return Object.entries(it).flatMap(([key, value]) => (SILENT.has(key) ? [] : lines(workspace, value)));
  }
}

function tableLines(workspace: Workspace, table: JsonObject): string[] {
  return listOf(table.rows).map((row) => {
    const cells = isObject(row) ? listOf(row.cells) : listOf(row);
    return cells.map((cell) => lines(workspace, cell).join(' ')).join(' | ');
  });
}

function inline(workspace: Workspace, it: JsonObject): string {
  switch (it.type) {
    case 'user':
      return `@${workspace.people.get(stringOf(it.user_id))?.name ?? stringOf(it.user_id)}`;
    case 'channel':
      return `#${workspace.channels.get(stringOf(it.channel_id))?.name ?? stringOf(it.channel_id)}`;
    case 'link':
      return stringOf(it.text) || stringOf(it.url);
    case 'emoji':
      return `:${stringOf(it.name)}:`;
    case 'date':
      return stringOf(it.fallback);
    case 'broadcast':
      return `@${stringOf(it.range)}`;
    default:
      return stringOf(it.text);
  }
}
