import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';

const compiled = path.join(import.meta.dirname, '../../node_modules/.cache/biseo');
enableCompileCache(compiled);
process.env.NODE_COMPILE_CACHE = compiled; // a thread of our own takes it from here: it compiled all of its modules anew
if (existsSync('.env')) process.loadEnvFile('.env');

const { biseo } = await import('./biseo.ts');
process.exitCode = await biseo(process.argv.slice(2), {
  env: process.env,
  say: (line) => process.stderr.write(`${line}\n`),
  print: (line) => process.stdout.write(`${line}\n`),
});
