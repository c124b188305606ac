import { isDay } from '../../korean/days.ts';
import { normalise, normaliseLines } from '../../korean/typed.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { EvaluationField, EvaluationRefusal } from '../../vocabulary/pledge.ts';

/** One area of an evaluation; points in tenths. `of` null: passed or failed, or not said out of how many. */
export type Area = { name: string; points: number | null; of: number | null; verdict: string | null };

/** What an outside body (한국매니페스토실천본부) made of a year: its grade and, that year, where the grade's line was. */
export type Evaluation = {
  id: number;
  year: number;
  body: string;
  /** What was evaluated: `2015년 실적`, `실천계획서`. */
  subject: string;
  grade: string;
  /** Tenths of a point. */
  line: number | null;
  score: number | null;
  areas: Area[];
  /** Who else got the same grade, this city among them. */
  peers: string[];
  announcedOn: Day | null;
  source: string;
  origin: 'form' | 'sample';
  version: number;
};

export type EvaluationForm = Record<EvaluationField, string | null>;
export type EvaluationRefusals = Partial<Record<EvaluationField, EvaluationRefusal>>;

export const LONGEST = { body: 100, subject: 100, grade: 20, source: 500, areas: 2000, peers: 2000 } as const;
const MOST_AREAS = 20;

export type Drafted = Omit<Evaluation, 'id' | 'origin' | 'version'>;

export function draftEvaluation(
  form: EvaluationForm,
  today: Day,
): { evaluation: Drafted } | { refusals: EvaluationRefusals } {
  const refusals: EvaluationRefusals = {};
  const words = (field: 'body' | 'subject' | 'grade' | 'source'): string => {
    const typed = normalise(form[field] ?? '');
    if (typed === '') refusals[field] = 'missing';
    else if ([...typed].length > LONGEST[field]) refusals[field] = 'too_long';
    return typed;
  };
  const points = (field: 'line' | 'score'): number | null => {
    const typed = normalise(form[field] ?? '').replace(/점$/, '');
    if (typed === '') return null;
    const tenths = readPoints(typed);
    if (tenths === null) refusals[field] = 'not_points';
    return tenths;
  };
  const [body, subject, grade, source] = [words('body'), words('subject'), words('grade'), words('source')];
  const [line, score] = [points('line'), points('score')];

  const year = Number(form.year?.trim());
  if (!form.year?.trim()) refusals.year = 'missing';
  else if (!Number.isInteger(year) || year < 1995 || year > Number(today.slice(0, 4))) refusals.year = 'not_a_year';
  const announcedOn = form.announced_on || null;
  if (announcedOn && (!isDay(announcedOn) || announcedOn > today)) refusals.announced_on = 'not_yet';
  const areas = readAreas(form.areas ?? '');
  if (areas === null) refusals.areas = 'not_areas';
  if ([...(form.peers ?? '')].length > LONGEST.peers) refusals.peers = 'too_long';
  const peers = normalise(form.peers ?? '')
    .split(/[,、]/)
    .map((name) => name.trim())
    .filter(Boolean);

  if (areas === null || Object.keys(refusals).length > 0) return { refusals };
  return { evaluation: { year, body, subject, grade, line, score, areas, peers, announcedOn, source } };
}

/** `87`, `92.5` → tenths of a point, 0 to 1,000 points. */
function readPoints(typed: string): number | null {
  if (!/^\d{1,4}(?:\.\d)?$/.test(typed)) return null;
  const tenths = Math.round(Number(typed) * 10);
  return tenths <= 10_000 ? tenths : null;
}

/** One area a line: `공약이행 완료 92/100`, `웹소통 Pass`, `주민소통 88.5`. */
export function readAreas(typed: string): Area[] | null {
  const lines = normaliseLines(typed).split('\n').filter(Boolean);
  if (lines.length > MOST_AREAS || [...typed].length > LONGEST.areas) return null;
  const areas = lines.map((line): Area | null => {
    const [, name = '', points = '', of] =
      /^(.+?)[ :]+(\d{1,4}(?:\.\d)?)점?(?: ?\/ ?(\d{1,4}(?:\.\d)?)점?)?$/.exec(line) ?? [];
    if (name) return { name, points: readPoints(points), of: of ? readPoints(of) : null, verdict: null };
    const [, named = '', verdict = ''] = /^(.+?)[ :]+(pass|fail|p|f|통과|미달|불통)$/i.exec(line) ?? [];
    return named ? { name: named, points: null, of: null, verdict } : null;
  });
  return areas.every((area) => area !== null) ? areas : null;
}

export const pointsWords = (tenths: number): string =>
  tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);

export const areaWords = ({ name, points, of, verdict }: Area): string =>
  points === null
    ? `${name} ${verdict ?? ''}`.trim()
    : `${name} ${pointsWords(points)}${of === null ? '' : `/${pointsWords(of)}`}`;

/** Fills the form from a record, for editing it. */
export function formOf(evaluation: Evaluation | null): EvaluationForm {
  if (!evaluation) {
    return {
      year: null,
      body: '한국매니페스토실천본부',
      subject: null,
      grade: null,
      line: null,
      score: null,
      areas: null,
      peers: null,
      announced_on: null,
      source: null,
    };
  }
  return {
    year: String(evaluation.year),
    body: evaluation.body,
    subject: evaluation.subject,
    grade: evaluation.grade,
    line: evaluation.line === null ? null : pointsWords(evaluation.line),
    score: evaluation.score === null ? null : pointsWords(evaluation.score),
    areas: evaluation.areas.map(areaWords).join('\n') || null,
    peers: evaluation.peers.join(', ') || null,
    announced_on: evaluation.announcedOn,
    source: evaluation.source,
  };
}
