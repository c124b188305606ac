import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

export type Served = { type: string; body: string | Buffer; headers?: { [name: string]: string } };

const PAGE = fileURLToPath(new URL('./page/', import.meta.url));
const TYPES: { [extension: string]: string } = {
  ts: 'text/javascript',
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  json: 'application/json',
};
/** What the page may load of node_modules, and nothing else. */
const VENDORS: { [name: string]: string } = {
  'preact.mjs': 'preact/dist/preact.mjs',
  'preact-hooks.mjs': 'preact/hooks/dist/hooks.mjs',
  'htm.mjs': 'htm/dist/htm.mjs',
  'htm-preact.mjs': 'htm/preact/index.mjs',
};
const SAFE_PATH = /^[\w@-][\w@.-]*(\/[\w@-][\w@.-]*)*$/;

/** The page's own files: TypeScript goes out as JavaScript, as Node itself would read it. */
export async function servePage(path: string): Promise<Served | undefined> {
  if (path === '/') return html();
  const [, folder = '', rest = ''] = path.match(/^\/(page|vendor)\/(.+)$/) ?? [];
  if (!SAFE_PATH.test(rest)) return undefined;
  return folder === 'page' ? pageFile(rest) : vendorFile(rest);
}

async function html(): Promise<Served | undefined> {
  const body = await text(`${PAGE}index.html`);
  if (body === undefined) return undefined;
  const inline = [...body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = inline.map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  return {
    type: 'text/html; charset=utf-8',
    body,
    headers: {
      'content-security-policy': [
        "default-src 'self'",
        `script-src 'self' ${hashes.join(' ')}`,
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob: https:",
        "frame-ancestors 'none'",
        "form-action 'none'",
        "base-uri 'none'",
      ].join('; '),
    },
  };
}

async function pageFile(rest: string): Promise<Served | undefined> {
  const type = typeOf(rest);
  if (type === undefined) return undefined;
  if (!rest.endsWith('.ts')) {
    const body = await bytes(PAGE + rest);
    return body && { type, body };
  }
  const source = await text(PAGE + rest);
  return source === undefined ? undefined : { type, body: stripTypeScriptTypes(source) };
}

async function vendorFile(rest: string): Promise<Served | undefined> {
  const file = VENDORS[rest];
  const body = file && (await bytes(fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url))));
  return body ? { type: 'text/javascript; charset=utf-8', body } : undefined;
}

function typeOf(name: string): string | undefined {
  const type = TYPES[name.split('.').at(-1) ?? ''];
  return type?.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

const bytes = (file: string): Promise<Buffer | undefined> => readFile(file).catch(() => undefined);
const text = async (file: string): Promise<string | undefined> => (await bytes(file))?.toString('utf8');
