import { z } from 'zod';
import { SECTIONS } from '../../src/vocabulary/report.ts';

const Year = z.coerce.number<string>().int().min(1990).max(2100);

export const YearPressed = Year;

/** `2016/budget` */
export const SectionPressed = z
  .string()
  .transform((value) => value.split('/'))
  .pipe(z.tuple([Year, z.enum(SECTIONS)]))
  .transform(([year, section]) => ({ year, section }));

/** `2016/` and whatever follows: a checksum, a figure's key. */
export const WordPressed = z
  .string()
  .transform((value) => [value.slice(0, 4), value.slice(5)] as const)
  .pipe(z.tuple([Year, z.string().min(1)]))
  .transform(([year, word]) => ({ year, word }));
