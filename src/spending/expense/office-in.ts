import { normalise } from '../../korean/typed.ts';
import { isOfficer } from './cells.ts';

/**
 * Whose list it is, by its title, its sheet's or its file's name: `2026년 2월 총무과 업무추진비 집행내역` is 총무과's,
 * `부시장 업무추진비` the vice mayor's. Null where it names none, or two that are not one under the other.
 */
export const departmentIn = (text: string): string | null => {
  const runs: string[][] = [];
  let apart = true;
  for (const word of wordsOf(text)) {
    if (!isDepartment(word)) {
      apart = true;
      continue;
    }
    if (apart) runs.push([]);
    apart = false;
    const run = runs.at(-1);
    if (run && !run.includes(word)) run.push(word);
  }
  const named = [...new Set(runs.map((run) => run.join(' ')))];
  return named.length === 1 ? (named[0] ?? null) : null;
};

/** The head of a body whose list it is. */
export const officerIn = (text: string): string | null => {
  const named = [...new Set(wordsOf(text).filter(isOfficer))];
  return named.length === 1 ? (named[0] ?? null) : null;
};

const wordsOf = (text: string): string[] => normalise(text).split(/[\s_()[\]{}<>·,/.\-~:;'"|「」『』【】]+/);

export const isDepartment = (word: string): boolean =>
  word.length <= 16 && (NAMED.test(word) || (DEPARTMENT.test(word) && !OTHER_WORDS.test(word)));

/** Departments whose names end as other words do. */
const NAMED = /^(?:[가-힣]{0,6}감사실|[가-힣]{1,6}안전실)$/;

const DEPARTMENT =
  /^[가-힣A-Za-z0-9]{1,12}(?:[가-힣]과|[가-힣]국|[가-힣]실|[가-힣]팀|담당관|본부|사업소|사업단|추진단|기획단|지원단|센터|보건소|사무소|사무국|의회|위원회|도서관|박물관|미술관|공사|공단|재단|[가-힣]{1,4}\d{0,2}동|[가-힣]{2}[읍면])$|^[가-힣]{1,6}\d{1,2}[과팀동]$|^[가-힣]{2,3}동$|^(?:보건소|의회|비서실)$/;

/** Words that end alike and are no department. */
const OTHER_WORDS =
  /(?:결과|성과|효과|경과|초과|통과|제과|치과|안과|내과|외과|학과|전국|외국|각국|약국|한국|중국|미국|영국|방송국|우체국|현실|사실|교실|병실|회의실|확실|내실|부실|손실|진실|화장실|활동|행동|공동|이동|노동|운동|자동|변동|협동|감동|연동|아동|작동|출동|가동|월동|냉동|화면|측면|전면|방면|지면|서면|정면|표면|내면|외면|장면|이면|라면|냉면|반면|단면|직면|대면|비대면|수면)$|^(?:기관|부서|해당|전체|각)/;
