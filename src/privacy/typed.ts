import type { Kind } from '../vocabulary/disclosure.ts';
import { withoutOverlaps } from './finding.ts';
import { homeAddresses } from './homes.ts';
import { personalNumbers } from './numbers.ts';

/** What no register needs to work; a name, a merchant's address or a document's number is often what was asked for. */
const POINTED_OUT: readonly Kind[] = ['resident_number', 'birth', 'phone', 'home'];

/** The kinds of personal data that plainly stand in what somebody typed; a doubt is not worth a hint at each saving. */
export function personalKinds(typed: string, field: 'place' | 'purpose'): Kind[] {
  const found = withoutOverlaps([...personalNumbers(typed), ...homeAddresses(typed, field)]);
  return POINTED_OUT.filter((kind) => found.some((it) => it.sure && it.kind === kind));
}
