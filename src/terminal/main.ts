import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.join(import.meta.dirname, '../../node_modules/.cache/biseo'));
if (existsSync('.env')) process.loadEnvFile('.env');

const { biseo } = await import('./biseo.ts');
process.exitCode = await biseo(process.argv.slice(2), {
  env: process.env,
  say: (line) => process.stderr.write(`${line}\n`),
  print: (line) => process.stdout.write(`${line}\n`),
});
