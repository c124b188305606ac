import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** Slack counts Unicode code points: 150 emoji fit a header. */
export function codePoints(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i += 1;
    count += 1;
  }
  return count;
}

/** The sentence for a text of the wrong length, or nothing. */
export function lengthProblem(text: string, max: number, min = 1): string | undefined {
  // Code units are never fewer than code points, so most texts need no counting.
  if (text.length >= min * 2 && text.length <= max) return undefined;
  const count = codePoints(text);
  if (count > max) return `at most ${max} characters (Unicode code points), this has ${count}`;
  if (count < min) return `at least ${min} character${min === 1 ? '' : 's'}, this has ${count}`;
  return undefined;
}

export function string(max: number, min = 1) {
  return z.string().check((ctx) => {
    const problem = lengthProblem(ctx.value, max, min);
    if (problem) ctx.issues.push({ code: 'custom', message: problem, input: ctx.value });
  });
}

export const someString = string(Number.MAX_SAFE_INTEGER);

/** `emoji` belongs to plain_text and `verbatim` to mrkdwn; Slack refuses the other way round. */
export function plainText(max: number = LIMITS.text) {
  return z.strictObject({ type: z.literal('plain_text'), text: string(max), emoji: z.boolean().optional() });
}

export function mrkdwn(max: number = LIMITS.text) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: string(max), verbatim: z.boolean().optional() });
}

export function anyText(max: number = LIMITS.text) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

export const blockId = string(LIMITS.blockId).optional();
export const actionId = string(LIMITS.actionId).optional();
