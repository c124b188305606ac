#!/usr/bin/env node
// Plain JavaScript, for any Node: the machine's own may be older than the one that the project chose, which the package `node` brings.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHOSEN = 24;
const main = new URL('../src/terminal/main.ts', import.meta.url);

// What much passes through keeps less room for new objects: they die young all the same, and a third of the memory does. An import's heap
// grows in small steps, and two threads are enough for SQLite and what it unpacks: each keeps memory of its own. V8 loses count of the
// code that it guards by the processor's keys when threads come and go, and ends the process (“jit_page.has_value()”): it guards none.
const [command] = process.argv.slice(2);
const THRIFTY =
  {
    import: ['--max-semi-space-size=4', '--heap-growing-percent=20', '--no-memory-protection-keys'],
    export: ['--max-semi-space-size=4'],
  }[command] ?? [];
const THREADS = command === 'import' ? { UV_THREADPOOL_SIZE: '2' } : {};
const isChosen = Number.parseInt(process.versions.node, 10) >= CHOSEN;

if (isChosen && THRIFTY.length === 0) await import(main.href);
else {
  const node = isChosen
    ? process.execPath
    : fileURLToPath(
        new URL(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
      );
  const child = spawn(node, [...THRIFTY, fileURLToPath(main), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...THREADS, ...process.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`Node.js ${CHOSEN} is needed: run npm ci first (${error.message}).\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
