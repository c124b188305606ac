import { romanize } from 'es-hangul';
import { textFor } from '../../text/index.ts';

/** What a district is called: `강남구`, `강남`, `Gangnam-gu`, `Gangnam`; another city's districts by their letters (`Jangan-gu`). */
export function namesOfDistrict(name: string): string[] {
  const english = textFor('en').visit.district(name);
  const letters = english === name && /^[가-힣]{2,}[구군시]$/.test(name) ? romanised(name) : english;
  const short = /^.{2,}구$/.test(name) ? [name.slice(0, -1)] : [];
  return [...new Set([name, ...short, letters, letters.replace(/-(?:gu|gun|si)$/, '')])];
}

const SUFFIXES: Readonly<Record<string, string>> = { 구: 'gu', 군: 'gun', 시: 'si' };

const romanised = (name: string): string => {
  const letters = romanize(name.slice(0, -1));
  return `${letters.charAt(0).toUpperCase()}${letters.slice(1)}-${SUFFIXES[name.at(-1) ?? '']}`;
};

/** The district that a word in Latin letters names (`Mapo-gu`, `mapo`); null for any other word. */
export function districtInLatin(word: string, districts: readonly string[]): string | null {
  if (!/^[a-z][a-z' -]{2,}$/i.test(word)) return null;
  const wanted = squeezed(word);
  return districts.find((name) => namesOfDistrict(name).some((it) => squeezed(it) === wanted)) ?? null;
}

/** Words to look for, a district by the name that records bear: `Gangnam` finds 강남. */
export const districtsInHangul = (words: readonly string[], districts: readonly string[]): string[] =>
  words.map((word) => districtInLatin(word, districts)?.replace(/(?<=.{2})구$/, '') ?? word);

const squeezed = (name: string): string => name.replace(/[\s'’-]/g, '').toLowerCase();
