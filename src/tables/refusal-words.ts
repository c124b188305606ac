import type { Text } from '../text/index.ts';
import { megabytes } from './size.ts';
import { LIMITS } from './table.ts';

/** Why a file of so many bytes was not taken; of one that is too large how large it is and how large it may be. */
export function tableRefusal(refusal: string, bytes: number, { files }: Text): string {
  if (refusal === 'too_large')
    return files.tooLarge(
      megabytes(bytes),
      megabytes(bytes > LIMITS.file ? LIMITS.file : LIMITS.workbook),
      megabytes(LIMITS.unpacked),
    );
  return files.refusals[refusal] ?? files.otherRefusal;
}
