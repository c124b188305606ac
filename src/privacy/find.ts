import { isPlainlyExplained } from './explained.ts';
import { type Field, type Finding, type Known, withoutOverlaps } from './finding.ts';
import { isStrange, looksAbroad } from './foreign-letters.ts';
import { foreignNames } from './foreign-names.ts';
import { homeAddresses } from './homes.ts';
import { koreanNames } from './korean-names.ts';
import { letterLikeness } from './likeness.ts';
import { brokenNames } from './masked-already.ts';
import { namesAtPlaces } from './names-at-places.ts';
import { personalNumbers } from './numbers.ts';
import { possibleNames } from './possible-names.ts';
import { wholeName } from './whole-names.ts';

/**
 * What is personal in a text of the register, which is one line in NFC (`normalise`). It errs on the side of asking: what is unsure is
 * left to a person, and nothing is released before they have decided.
 */
export function findPersonal(text: string, field: Field, known: Known): readonly Finding[] {
  if (text === '') return [];
  const seen = remembered.get(known) ?? new Map<string, readonly Finding[]>();
  remembered.set(known, seen);
  const key = `${field} ${text}`;
  const found = seen.get(key) ?? find(text, field, known);
  if (seen.size >= MOST_REMEMBERED) seen.clear();
  seen.set(key, found);
  return found;
}

/** Reading a text takes its time, and a preview is looked at again after each decision. */
const remembered = new WeakMap<Known, Map<string, readonly Finding[]>>();
const MOST_REMEMBERED = 50_000;

/** No purpose is longer (a form takes 3,000 letters); what is past it is not looked through, and never published. */
const LONGEST_TEXT = 3_000;

function find(text: string, field: Field, known: Known): Finding[] {
  if (text.length <= LONGEST_TEXT) return findIn(text, field, known);
  const head = findIn(text.slice(0, LONGEST_TEXT), field, known).filter(({ end }) => end < LONGEST_TEXT);
  return [...head, { start: LONGEST_TEXT, end: text.length, kind: 'digits', sure: true, title: null }];
}

function findIn(text: string, field: Field, known: Known): Finding[] {
  const numbers = [...personalNumbers(text), ...homeAddresses(text, field)];
  if (field === 'department' || field === 'address') {
    // 총무과 홍길동, 세종대로 110 홍길동 댁; 공원부 is a department.
    const names = koreanNames(text, field === 'address' ? 'place' : 'purpose', known).filter(
      ({ start, end, sure }) => sure || !isPlainlyExplained(text.slice(start, end)),
    );
    return withoutOverlaps(
      [...numbers, ...staffNames(text, known), ...names, ...namesAtPlaces(text)].map((it) => wholeName(text, it)),
    );
  }
  const people = field === 'attendees' || field === 'spender';
  const foreign = foreignNames(text, field, known);
  const names = [
    // Of 마리아 로페즈 the first word alone could be a Korean name, of 앤드루 박 the last.
    ...[...koreanNames(text, field, known), ...(field === 'place' ? [] : brokenNames(text, people))].filter(
      ({ start, end }) => !foreign.some((it) => isPartOf(text, it, start, end)),
    ),
    ...foreign,
    ...(field === 'place' ? namesAtPlaces(text) : [...staffNames(text, known), ...possibleNames(text, field, known)]),
  ];
  const sureNumbers = withoutOverlaps(numbers);
  const free = names.filter(
    (name) => !sureNumbers.some((it) => (it.sure || it.kind === 'home') && it.start < name.end && name.start < it.end),
  );
  return withoutOverlaps([...sureNumbers, ...free].map((finding) => wholeName(text, finding)));
}

/** Whether letters are only a part of somebody's name from abroad: 이고르 of 이고르 스미르노프, 이시카 of 이시카와. */
const isPartOf = (text: string, whole: Finding, start: number, end: number): boolean =>
  whole.start <= start &&
  end <= whole.end &&
  end - start < whole.end - whole.start &&
  (letterLikeness(text.slice(start, end)) !== 'strong' ||
    text
      .slice(whole.start, whole.end)
      .split(/[\s·・‧-]+/)
      .some(
        (part) =>
          looksAbroad(part) ||
          (part.length < 5 &&
            letterLikeness(part) === 'none' &&
            isStrange(part) &&
            !part.startsWith(text.slice(start, end))),
      ));

/** The office's people by name, also where a word hides them. */
function staffNames(text: string, known: Known): Finding[] {
  return [...known.staff].flatMap((name) => {
    if (name.length < 3) return [];
    const found: Finding[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      found.push({ start: at, end: at + name.length, kind: 'name', sure: true, title: null });
    }
    return found;
  });
}
