import type { Severity, Todo } from '../../../vocabulary/check.ts';

/** What is to be done about an open finding: mend the record, give evidence, attach the receipt, or look at it. */
export function todoOf({ severity, rule }: { severity: Severity; rule: string }): Todo {
  if (severity === 'block') return 'mend';
  if (rule === 'E17') return 'receipt';
  return severity === 'require' ? 'give' : 'look';
}
