import { z } from 'zod';
import { linkUrl } from './formats.ts';
import { LIMITS } from './limits.ts';
import { anyText, plainText, string } from './text.ts';

const value = string(LIMITS.optionValue);

/** In menus. */
export const option = z.strictObject({
  text: plainText(LIMITS.optionText),
  value,
  description: plainText(LIMITS.optionDescription).optional(),
});

/** In checkboxes and radio buttons, which may use mrkdwn. */
export const markedOption = z.strictObject({
  text: anyText(LIMITS.optionText),
  value,
  description: anyText(LIMITS.optionDescription).optional(),
});

/** In overflow menus, the only ones with links. D asks for a value; T and P have links that go without one. */
export const linkedOption = option
  .extend({ value: value.optional(), url: linkUrl.optional() })
  .refine((each) => each.value !== undefined || each.url !== undefined, {
    error: 'required unless there is a url',
    path: ['value'],
  });

export type Option = z.infer<typeof markedOption>;

/** D option object: the value is unique. Path and sentence of each one that repeats an earlier one. */
function repeated(options: readonly { value?: string | undefined }[]) {
  const seen = new Set<string>();
  return options.flatMap(({ value }, index) => {
    if (value === undefined) return [];
    const again = seen.has(value);
    seen.add(value);
    return again ? [{ index, message: `option values must be unique, “${value}” is used twice` }] : [];
  });
}

export function options<T extends typeof option | typeof markedOption | typeof linkedOption>(of: T, max: number) {
  return z
    .array(of)
    .min(1)
    .max(max)
    .check((ctx) => {
      for (const { index, message } of repeated(ctx.value)) {
        ctx.issues.push({ code: 'custom', message, input: ctx.value, path: [index, 'value'] });
      }
    });
}

export const optionGroups = z
  .array(z.strictObject({ label: plainText(LIMITS.groupLabel), options: options(option, LIMITS.selectOptions) }))
  .min(1)
  .max(LIMITS.selectGroups);

/** D: what is chosen at first exactly matches one of the options. Sentences for those that do not. */
export function notOffered(chosen: readonly Option[], offered: readonly Option[]): z.core.$ZodRawIssue[] {
  return chosen.flatMap((each, index) =>
    offered.some((one) => isSame(one, each))
      ? []
      : [{ code: 'custom', message: NOT_OFFERED, input: each, path: ['initial_options', index] }],
  );
}

/** The same of the one option that a menu or radio group starts with. */
export function isOffered(chosen: Option | undefined, offered: readonly Option[]): boolean {
  return chosen === undefined || offered.some((one) => isSame(one, chosen));
}

function isSame(a: Option, b: Option): boolean {
  return (
    a.value === b.value &&
    a.text.type === b.text.type &&
    a.text.text === b.text.text &&
    a.description?.text === b.description?.text
  );
}

export const NOT_OFFERED = 'must be exactly one of the options';
