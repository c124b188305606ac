import { namesOfDistrict } from '../people/districts/names.ts';
import { textFor } from '../text/index.ts';
import type { Named } from './line.ts';
import type { Program } from './programs/rules.ts';

/** What programs and districts can be called in a line: as kept, and as the English texts say them. */
export function programNames(programs: readonly Program[]): Named[] {
  const english = textFor('en').visit;
  return programs
    .filter((program) => !program.retired)
    .map(({ id, name }) => ({ value: String(id), names: [name, `${name} 방문`, english.program(name)] }));
}

export const districtNames = (districts: readonly string[]): Named[] =>
  districts.map((name) => ({ value: name, names: namesOfDistrict(name) }));
