import type { z } from 'zod';

/** One reason for which Slack would refuse: where it is (`blocks[2].text.text`) and the rule, a short sentence. */
export type Problem = { path: string; rule: string };

type Issue = z.core.$ZodIssue;
export type Path = readonly PropertyKey[];

export function pathText(path: Path): string {
  let text = '';
  for (const step of path) text += typeof step === 'number' ? `[${step}]` : text ? `.${String(step)}` : String(step);
  return text;
}

/** zod's issues in our words. Schemas are parsed with `reportInput`, so that a sentence can say what was there. */
export function problemsOf(issues: readonly Issue[], base: Path = []): Problem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') return strangers(issue, path);
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return problemsOf(nearest(issue.errors), path);
    return [{ path: pathText(path), rule: ruleOf(issue) }];
  });
}

/** What is undefined never leaves as JSON. */
function strangers(issue: z.core.$ZodIssueUnrecognizedKeys, path: Path): Problem[] {
  return issue.keys
    .filter((key) => issue.input === undefined || issue.input[key] !== undefined)
    .map((key) => ({ path: pathText([...path, key]), rule: 'no such property here' }));
}

/** Of the ways in which something could be right, the one it comes closest to: not already wrong in kind. */
function nearest(errors: readonly Issue[][]): Issue[] {
  const wrongInKind = (issue: Issue) => issue.code === 'invalid_type' && issue.path.length === 0;
  return errors.find((issues) => !issues.some(wrongInKind)) ?? errors[0] ?? [];
}

function ruleOf(issue: Issue): string {
  const { input } = issue;
  if (input === undefined && issue.code !== 'custom') return 'required';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}, this is ${kindOf(input)}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}, this is ${shown(input)}`;
    case 'invalid_union':
      return unionRule(issue, input);
    case 'too_big':
      return Array.isArray(input)
        ? `at most ${issue.maximum} items, this has ${input.length}`
        : `at most ${issue.maximum}, this is ${shown(input)}`;
    case 'too_small':
      if (Array.isArray(input))
        return `at least ${issue.minimum} ${plural(issue.minimum, 'item')}, this has ${input.length}`;
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}, this is ${shown(input)}`;
    default:
      return issue.message;
  }
}

function unionRule(issue: z.core.$ZodIssueInvalidUnion, input: unknown): string {
  const options = 'options' in issue ? (issue.options ?? []) : [];
  const type = (input as Record<string, unknown> | null)?.[issue.discriminator ?? 'type'];
  if (type === undefined) return 'required';
  return `${shown(type)} cannot stand here, only ${options.map(String).join(', ')}`;
}

function article(expected: string): string {
  const noun = expected === 'int' ? 'integer' : expected;
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number' && !Number.isInteger(value)) return shown(value);
  return article(typeof value);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : kindOf(value);
}

function plural(count: number | bigint, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
