import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The rooms from high to low: what is low knows nothing of what is high, not even a type. */
export const ROOMS = [
  'main',
  'app',
  'commands',
  'terminal',
  'samples',
  'simulator',
  'upkeep',
  'desk',
  'ask',
  'report',
  'time',
  'disclosure',
  'pledge',
  'visit',
  'council',
  'followup',
  'spending',
  'register',
  'outbox',
  'people',
  'slack',
  'documents',
  'tables',
  'privacy',
  'korean',
  'text',
  'base',
  'vocabulary',
];

export type Import = { to: string; onlyTypes: boolean };

/** A package by its name, a file by its path. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const stated = text.matchAll(/^(?:import|export)( type)?\b[^;'"]*?\bfrom '([^']+)'|^import '([^']+)'/gms);
  const called = text.matchAll(/\bimport\('([^']+)'\)/g);
  const found = [
    ...[...stated].map(([, type, from, bare]) => ({ to: from ?? bare ?? '', onlyTypes: type !== undefined })),
    ...[...called].map(([, to = '']) => ({ to, onlyTypes: false })),
  ];
  return found.map((it) =>
    it.to.startsWith('.') ? { ...it, to: path.posix.join(path.posix.dirname(file), it.to) } : it,
  );
}
