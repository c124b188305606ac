import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/database.ts';

const UNITS = globSync('docs/systemd/*').toSorted();
const VERIFY = spawnSync('systemd-analyze', ['--version']).status === 0;

test('the units are there: the app, its copy, and when', () => {
  expect(UNITS.map((file) => path.basename(file))).toEqual([
    'biseo-backup.service',
    'biseo-backup.timer',
    'biseo.service',
  ]);
  for (const file of UNITS) expect(readFileSync(file, 'utf8')).toContain(`/etc/systemd/system/${path.basename(file)}`);
});

test.skipIf(!VERIFY)('systemd finds no fault in them (skipped without systemd-analyze)', () => {
  const folder = temporaryFolder();
  const node = path.join(folder, 'node');
  mkdirSync(path.join(folder, 'units'));
  copyFileSync('/bin/true', node);
  for (const file of UNITS) {
    // The program they start, and its user, are not on this machine.
    const here = readFileSync(file, 'utf8')
      .replaceAll('/opt/biseo/node_modules/.bin/node', node)
      .replaceAll(/^User=.*$/gm, '');
    writeFileSync(path.join(folder, 'units', path.basename(file)), here);
  }
  const units = UNITS.map((file) => path.join(folder, 'units', path.basename(file)));
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...units], {
    encoding: 'utf8',
  });
  const said = `${stdout}${stderr}`.split('\n').filter((line) => line.includes(folder) || line.includes('biseo'));
  expect({ status, said }).toEqual({ status: 0, said: [] });
});
