import { afterAll, beforeEach } from 'vitest';
import { dropRegisters } from './database.ts';
import { SERVER } from './postgres.ts';
import { SQLITES_OWN } from './sqlites-own.ts';

if (SERVER)
  beforeEach(({ task, skip }) => {
    for (const { file, tests, because } of SQLITES_OWN)
      if (file === task.file.name && (!tests || tests.some((name) => fits(name, task.name)))) skip(because);
  });

/** Whether a test has this name, where %s stands for what its table puts there. */
const fits = (name: string, whole: string): boolean => {
  const [begin = '', end] = name.split('%s');
  return end === undefined ? whole === name : whole.startsWith(begin) && whole.endsWith(end);
};

afterAll(dropRegisters);
