import { z } from 'zod';
import type { View } from './blocks.ts';

const KeptFile = z.object({ id: z.string(), name: z.string(), url_private: z.string().optional() });
export const KeptFiles = z.record(z.string(), z.array(KeptFile));
export type KeptFiles = z.infer<typeof KeptFiles>;

/**
 * What every open form knows of itself, beside what its own schema says: `key` makes a second submission find the first one's
 * record, `responseUrl` is where its command can still be answered, `replace` says that the message it was opened from shows the
 * record, and gives way to the result; `kept` are the files put into it before, by field: Slack can't put them there again.
 */
const Envelope = z.object({
  key: z.string().min(8).optional(),
  responseUrl: z.string().optional(),
  replace: z.boolean().optional(),
  kept: KeptFiles.optional(),
});
export type Envelope = {
  key?: string | undefined;
  responseUrl?: string | undefined;
  replace?: boolean | undefined;
  kept?: KeptFiles | undefined;
};

/** What we wrote into a button or a form; what is no JSON came from somewhere else. */
export const Sealed = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text.trim() || '{}');
  } catch {
    context.addIssue({ code: 'custom', message: 'is no JSON' });
    return z.NEVER;
  }
});
const Known = Sealed.pipe(z.record(z.string(), z.unknown()));

const parsed = (text: string): Record<string, unknown> => Known.parse(text);

/** The form with what it must know of itself; what its writer said already stays. */
export function sealed(view: View, envelope: Envelope): View {
  return { ...view, private_metadata: JSON.stringify({ ...envelope, ...parsed(view.private_metadata ?? '') }) };
}

/** The same form knowing something else of itself. */
export function resealed(view: View, metadata: object): View {
  return { ...view, private_metadata: JSON.stringify({ ...parsed(view.private_metadata ?? ''), ...metadata }) };
}

export const sealMetadata = (metadata: object): string => JSON.stringify(metadata);
export const readEnvelope = (text: string): Envelope => Envelope.parse(parsed(text));
export const readMetadata = <Metadata>(schema: z.ZodType<Metadata>, text: string): Metadata =>
  schema.parse(parsed(text));
