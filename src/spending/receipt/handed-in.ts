import { z } from 'zod';
import type { ReceiptRefusal } from '../../vocabulary/receipt.ts';
import { type HandedIn, refuseAtSight } from './rules.ts';

/** The files of a message, as Slack sends them along. */
const Files = z.array(
  z.object({
    id: z.string(),
    name: z.string().nullish(),
    mimetype: z.string().nullish(),
    size: z.number().nullish(),
    is_external: z.boolean().nullish(),
  }),
);

/** A file that can be no receipt, as large as Slack says it is. */
export type Unfit = {
  name: string;
  refusal: ReceiptRefusal;
  bytes: number | null;
};

/** Which files of a message may be receipts, and why the others can't be. Empty for a message without files. */
export function handedIn(files: unknown): { fit: HandedIn[]; unfit: Unfit[] } {
  const read = Files.safeParse(files ?? []).data ?? [];
  const judged = read.map((file) => ({
    file: { slackFileId: file.id, name: file.name || file.id },
    bytes: file.size ?? null,
    refusal: refuseAtSight({
      external: file.is_external ?? false,
      ...(file.mimetype ? { mimetype: file.mimetype } : {}),
      ...(file.size ? { size: file.size } : {}),
    }),
  }));
  return {
    fit: judged.flatMap(({ file, refusal }) => (refusal ? [] : [file])),
    unfit: judged.flatMap(({ file, refusal, bytes }) => (refusal ? [{ name: file.name, refusal, bytes }] : [])),
  };
}
