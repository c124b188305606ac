import { visit } from './visit.ts';
import { ordinal } from './words.ts';

/** How what the list of members says in Korean is called: what is not of these stays as it is written there. */

const POSTS = new Map([
  ['의장', 'speaker'],
  ['부의장', 'deputy speaker'],
  ['위원장', 'chair'],
  ['상임위원장', 'chair'],
  ['부위원장', 'deputy chair'],
  ['원내대표', 'floor leader'],
  ['대표의원', 'floor leader'],
]);

export const postInEnglish = (name: string): string => POSTS.get(name) ?? name;

/** `강남구제2선거구` is `2nd constituency of Gangnam-gu`. */
export function constituencyInEnglish(name: string): string {
  const [, district = '', number] = /^(.+[시군구]) ?제 ?(\d+) ?선거구$/.exec(name) ?? [];
  if (number) return `${ordinal(number)} constituency of ${visit.district(district)}`;
  return name === '비례대표' ? 'proportional' : visit.district(name);
}
