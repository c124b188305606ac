import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Package = { version: string; resolved?: string; optionalDependencies?: Record<string, string> };

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const locked = new Set(Object.keys(packages).map((place) => place.split('node_modules/').at(-1)));

test('the lock file names the packages of every platform, so that npm ci works on each', () => {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).flatMap((name) => (locked.has(name) ? [] : [`${place}: ${name}`])),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(Object.keys(packages).filter((place) => packages[place]?.resolved)).toEqual([]);
});
