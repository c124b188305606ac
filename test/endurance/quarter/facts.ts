import type { PledgeFacts } from '../../../src/pledge/rules.ts';

/** A pledge of which nothing is said yet. */
export const NOTHING_SAID: PledgeFacts = {
  term: 6,
  code: null,
  number: null,
  type: '정책공약',
  field: null,
  title: '',
  department: null,
  goal: null,
  timing: null,
  kind: null,
  status: null,
  progress: null,
  nonBudget: false,
  budget: null,
  secured: null,
  spent: null,
  basisKind: null,
  basis: null,
};
