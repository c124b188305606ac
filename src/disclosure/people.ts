import type { Finding } from '../privacy/finding.ts';

/** 외 3명, 등 14명, 5명: how many more, or how many in all. */
const COUNT = /\s{0,3}(?:(?:외|등)\s{0,3})?(?:총\s{0,3})?(?<![\d,])[\d,]{1,12}\s{0,3}여?\s{0,3}(?:명|먕|인)?\s{0,3}$/;
const DEPARTMENT = /(?:과|팀|국|실|담당관|센터|사업소|본부|소|청|단|구|동|원|사)$/;
const SEPARATOR = /(\s{0,3}[,，、·ㆍ/;]\s{0,3}|\s및\s)/;

/**
 * Who was there, by the tiers of publication: of a senior official the post and the department, of officials below grade 4 only where they
 * work, of private persons that they are. How many there were stays.
 */
export function peopleShown(text: string, hidden: readonly Finding[], maskOf: (finding: Finding) => string): string {
  if (hidden.length === 0) return text;
  const pieces = text.split(SEPARATOR);
  const shown: { words: string; count: string; group: boolean; mark: string }[] = [];
  let at = 0;
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i] ?? '';
    const end = at + piece.length;
    const mine = hidden.filter((finding) => finding.start < end && finding.end > at);
    shown.push({ ...pieceShown(piece, at, mine, maskOf), mark: i === 0 ? '' : (pieces[i - 1] ?? '') });
    at = end + (pieces[i + 1] ?? '').length;
  }

  let words = '';
  for (let i = 0; i < shown.length; i++) {
    const piece = shown[i];
    if (!piece) break;
    let alike = 1;
    while (
      piece.group &&
      !shown[i + alike - 1]?.count &&
      shown[i + alike]?.group &&
      shown[i + alike]?.words === piece.words
    )
      alike++;
    const count = shown[i + alike - 1]?.count ?? '';
    words += piece.mark + piece.words + (alike > 1 ? ` ${alike}명` : '') + count;
    i += alike - 1;
  }
  return words;
}

function pieceShown(piece: string, from: number, mine: readonly Finding[], maskOf: (finding: Finding) => string) {
  const [only] = mine;
  if (!only) return { words: piece, count: '', group: false };
  const count = COUNT.exec(piece)?.[0] ?? '';
  const head = piece.slice(0, piece.length - count.length);
  const name =
    mine.length === 1 && only.kind === 'name' && only.end <= from + head.length && only.start >= from ? only : null;
  if (!name) return { words: replacedIn(piece, from, mine, maskOf), count: '', group: false };

  const before = head.slice(0, name.start - from);
  const after = head.slice(name.end - from);
  switch (name.title?.tier) {
    case 'private':
      return { words: '민간', count, group: true };
    case 'junior':
      return { words: departmentIn(before) ?? '직원', count, group: true };
    case 'senior':
    case 'elected':
      return { words: `${before.trimEnd()} ${after.trimStart()}`.trim(), count, group: false };
    default: {
      const department = departmentIn(before);
      const alone = before.trim() === '' && after.trim() === '';
      if (department && after.trim() === '') return { words: department, count, group: true };
      return { words: alone ? maskOf(name) : replacedIn(head, from, mine, maskOf), count, group: alone };
    }
  }
}

/** The last word that names where someone works: 총무과 of `행정국 총무과 홍길동`. */
function departmentIn(words: string): string | null {
  return (
    words
      .trim()
      .split(/[\s()]+/)
      .findLast((word) => word.length > 1 && DEPARTMENT.test(word)) ?? null
  );
}

function replacedIn(
  piece: string,
  from: number,
  mine: readonly Finding[],
  maskOf: (finding: Finding) => string,
): string {
  let shown = '';
  let at = 0;
  for (const finding of mine) {
    const [start, end] = [Math.max(0, finding.start - from), Math.min(piece.length, finding.end - from)];
    shown += piece.slice(at, start) + maskOf(finding);
    at = end;
  }
  return shown + piece.slice(at);
}
