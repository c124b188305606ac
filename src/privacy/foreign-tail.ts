import { isNameAbroad } from './abroad.ts';
import { OF_A_PERSON } from './beside-a-person.ts';
import { agrees, isParticles } from './explained.ts';
import { titleBeginning } from './titles.ts';

const LONGEST_WORD = 20;

/** A name from abroad without what is glued to its end: 슈뢰더와의, 안젤리나총영사. */
export function withoutTail(run: string): string {
  let shortest = run;
  for (let length = Math.min(run.length, LONGEST_WORD) - 1; length > 0; length--) {
    const rest = run.slice(length);
    if (
      !(
        isParticles(rest) &&
        agrees(run.slice(0, length), rest) &&
        !/^(?:로|와|나|이|가)(?:에게|께|한테|로|와|과|측)/.test(rest)
      ) &&
      !OF_A_PERSON.test(rest) &&
      !(length > 1 && titleBeginning(rest) !== null)
    )
      continue;
    if (length === 1 && shortest.length < run.length && rest.startsWith('에')) break; // 모에께 is 모에 with 께
    shortest = run.slice(0, length);
    if (isNameAbroad(shortest)) return shortest;
  }
  return shortest;
}
