import { daysBetween } from '../../korean/days.ts';
import { shares } from '../../korean/won.ts';
import { pointsWords } from '../../pledge/evaluations/rules.ts';
import { isHeading, isTally, KINDS, type Tally } from '../../vocabulary/council.ts';
import { AUDIT_KINDS, STATUSES } from '../../vocabulary/followup.ts';
import type { Status as PledgeStatus } from '../../vocabulary/pledge.ts';
import { OUTSIDE_DAYS } from '../outside/rules.ts';
import type { Records } from '../records/records.ts';
import { MEASURES, STAFFING_DAYS } from '../staffing/rules.ts';
import { type Asked, type Figure, figure, missing, ones, quotedDay, summed } from './figure.ts';

/** `council.[year.]text|annex[.heading]`, or `council.difference`: what makes the two totals of the report's year differ, in words. */
export function councilFigure({ key, year, words }: Asked, records: Records): Figure | undefined {
  const [tally = '', heading] = words;
  if (tally === 'difference' && words.length === 1) return differenceFigure(key, year, records);
  if (!isTally(tally) || words.length > 2 || (heading !== undefined && !isHeading(heading))) return undefined;
  const where = { text: '본문', annex: '붙임' }[tally];
  const rule = `${year}년 시의회 접촉, ${where} 집계 기준, ${records.asOf}까지`;
  if (!hasContacts(records, year)) return missing(key, 'count', rule);
  return summed(key, ones(contactsOf(records, year, tally, heading)), 'count', rule);
}

/** Where none of a year was ever entered, that there were none is not known. */
const hasContacts = ({ contacts }: Records, year: number): boolean =>
  contacts.some(({ heldOn }) => heldOn.startsWith(`${year}-`));

const contactsIn = ({ contacts, asOf }: Records, year: number) =>
  contacts.filter(({ heldOn }) => heldOn.startsWith(`${year}-`) && heldOn <= asOf);

function contactsOf(records: Records, year: number, tally: Tally, heading?: string): string[] {
  const { countRules } = records;
  return contactsIn(records, year)
    .filter(({ kind }) =>
      heading === undefined ? countRules[tally][kind] !== null : countRules[tally][kind] === heading,
    )
    .map(({ id }) => `C${id}`);
}

const KIND_NAMES: Partial<Record<(typeof KINDS)[number], string>> = {
  leaders_meeting: '의장단 간담회',
  caucus_meeting: '교섭단체협의회',
  party_consultation: '당정협의',
  committee_meeting: '상임위원회 간담회',
  mayor_meeting: '시장면담',
  women_meeting: '여성의원 간담회',
  other_meeting: '기타 간담회',
  event_notice: '행사 사전공유',
  prior_briefing: '사전설명',
  request_feedback: '요청사항 피드백',
};

/** `붙임 22 = 6+2+14; 본문 29 = 22 + 당정협의 7`. */
function differenceFigure(key: string, year: number, records: Records): Figure {
  const counted = (tally: Tally) => contactsOf(records, year, tally);
  const [text, annex] = [counted('text').length, counted('annex').length];
  const own = contactsIn(records, year);
  const parts = KINDS.flatMap((kind) => {
    const count = own.filter((it) => it.kind === kind).length;
    const { text, annex } = { text: records.countRules.text[kind], annex: records.countRules.annex[kind] };
    return count > 0 ? [{ kind, count, text: text !== null, annex: annex !== null }] : [];
  });
  const annexParts = parts
    .filter((it) => it.annex)
    .map(({ count }) => count)
    .join('+');
  const more = parts
    .filter((it) => it.text && !it.annex)
    .map((it) => ` + ${KIND_NAMES[it.kind]} ${it.count}`)
    .join('');
  const less = parts
    .filter((it) => it.annex && !it.text)
    .map((it) => ` - ${KIND_NAMES[it.kind]} ${it.count}`)
    .join('');
  const words = `붙임 ${annex} = ${annexParts || 0}; 본문 ${text} = ${annex}${more}${less}`;
  return figure(key, {
    ...{
      value: hasContacts(records, year) ? words : null,
      unit: 'text',
      rule: '본문과 붙임의 집계 기준이 다른 접촉 종류',
    },
    ...{ sources: ones(own.map(({ id }) => `C${id}`)), from: [`council.${year}.text`, `council.${year}.annex`] },
  });
}

/** `pledges.count[.type]`, `pledges.fields`, `pledges.round.total|fulfilled|done|continued|normal|partial|stopped[.share]|day|published`. */
export function pledgesFigure({ key, words }: Asked, records: Records): Figure | undefined {
  const [first = '', second, third] = words;
  if (first === 'count') {
    const own = records.pledges.filter(({ type }) => second === undefined || type === second);
    const rule = `공약 수(폐지 제외)${second ? `, ${second}공약` : ''}`;
    if (records.pledges.length === 0) return missing(key, 'count', rule);
    if (own.length === 0) return undefined;
    return summed(key, ones(own.map(({ name }) => name)), 'count', rule);
  }
  if (first === 'fields') {
    const own = records.pledges.filter(
      (it, i, all) => it.field !== null && all.findIndex(({ field }) => field === it.field) === i,
    );
    const rule = '공약의 서로 다른 분야 수(분야마다 공약 하나)';
    return own.length > 0 ? summed(key, ones(own.map(({ name }) => name)), 'count', rule) : missing(key, 'count', rule);
  }
  if (first === 'difference' && second === undefined) return pledgesDifference(key, records);
  if (first !== 'round' || second === undefined) return undefined;
  const { round } = records;
  const rule = round ? `${round.name} 평가 확정 결과` : '기준일까지 확정된 공약 평가';
  const group = GROUPS.get(second);
  if (second === 'day' || second === 'published') {
    const day = second === 'day' ? round?.asOf : round?.publishedOn;
    return figure(key, {
      value: day ? quotedDay(day) : null,
      unit: 'text',
      rule,
      sources: round ? ones([round.name]) : [],
    });
  }
  if (second === 'half') {
    const value = round ? `'${round.asOf.slice(2, 4)}년 ${round.asOf.slice(5, 7) === '06' ? '상' : '하'}반기` : null;
    return figure(key, { value, unit: 'text', rule, sources: round ? ones([round.name]) : [] });
  }
  if (!group) return undefined;
  if (!round) return missing(key, third === 'share' ? 'percent' : 'count', rule);
  const own = round.answers.filter(({ status }) => group(status));
  if (third === undefined) return summed(key, ones(own.map(({ name }) => name)), 'count', rule);
  if (third !== 'share') return undefined;
  if (second === 'total') return figure(key, { value: 100, unit: 'percent', printed: '100', rule: '전체' });
  const counts = ['fulfilled', 'normal', 'partial', 'stopped', 'unknown'].map(
    (name) => round.answers.filter(({ status }) => GROUPS.get(name)?.(status)).length,
  );
  const value = shares(counts)[['fulfilled', 'normal', 'partial', 'stopped', 'unknown'].indexOf(second)] ?? null;
  return figure(key, {
    value,
    unit: 'percent',
    rule: '전체에 대한 비율, 합계가 100.0%가 되도록 조정(최대 나머지)',
    from: [`pledges.round.${second}`, 'pledges.round.total'],
  });
}

/** `공약 257 = 평가 256 + 1`: pledges that came or went since the evaluation. */
function pledgesDifference(key: string, { pledges, round }: Records): Figure {
  const difference = pledges.length - (round?.answers.length ?? 0);
  const value = round
    ? `공약 ${pledges.length} = 평가 ${round.answers.length} ${difference < 0 ? '-' : '+'} ${Math.abs(difference)}`
    : null;
  return figure(key, {
    value,
    unit: 'text',
    rule: '현재 공약 수와 평가 대상 수의 차이',
    from: ['pledges.count', 'pledges.round.total'],
  });
}

type Status = PledgeStatus | null;
const GROUPS = new Map<string, (status: Status) => boolean>(
  Object.entries({
    total: () => true,
    fulfilled: (status) => status === '완료' || status === '이행 후 계속추진',
    done: (status) => status === '완료',
    continued: (status) => status === '이행 후 계속추진',
    normal: (status) => status === '정상추진',
    partial: (status) => status === '일부추진',
    stopped: (status) => status === '보류' || status === '폐기',
    unknown: (status) => status === null,
  }),
);

/** `evaluation.grade|line|peers|peers_count|streak`, of the report's year. */
export function evaluationFigure({ key, year, words }: Asked, { evaluations }: Records): Figure | undefined {
  const [measure = ''] = words;
  const it = evaluations.find((evaluation) => evaluation.year === year);
  const rule = '외부기관 평가 기록';
  const sources = it ? ones([`외부평가 ${it.year} ${it.body}`]) : [];
  const text = (value: string | null) => figure(key, { value, unit: 'text', rule, sources });
  if (measure === 'grade') return text(it?.grade ?? null);
  if (measure === 'line') return text(it && it.line !== null ? pointsWords(it.line) : null);
  if (measure === 'peers') return text(it && it.peers.length > 0 ? it.peers.join(', ') : null);
  if (measure === 'peers_count') {
    return it && it.peers.length > 0
      ? summed(key, ones(it.peers), 'count', '같은 등급 지자체의 수')
      : missing(key, 'count', rule);
  }
  if (measure !== 'streak') return undefined;
  const same: number[] = [];
  for (
    let at = year;
    it && evaluations.some((other) => other.year === at && other.body === it.body && other.grade === it.grade);
    at--
  )
    same.push(at);
  if (same.length === 0) return missing(key, 'count', rule);
  return summed(key, ones(same.map((at) => `외부평가 ${at} ${it?.body ?? ''}`)), 'count', '같은 등급이 이어진 햇수');
}

/** `staffing.quota|actual[.class[.grade]]`; missing where it is older than a report may print. */
export function staffingFigure({ key, words }: Asked, { staffing, asOf }: Records): Figure | undefined {
  const measure = MEASURES.find((it) => it === words[0]);
  if (!measure) return undefined;
  const rule = `정원·현원 기록 합계(${staffing?.asOf ?? '없음'} 기준)`;
  if (!staffing || daysBetween(staffing.asOf, asOf) > STAFFING_DAYS) return missing(key, 'people', rule);
  const own = staffing.lines.filter(
    (line) => (words[1] ?? line.class) === line.class && (words[2] ?? line.grade) === line.grade,
  );
  if (own.length === 0 || own.some((line) => line[measure] === null)) return missing(key, 'people', rule);
  const sources = own.map((line) => ({
    record: `${measure === 'quota' ? '정원' : '현원'} ${line.class} ${line.grade}`,
    adds: line[measure] ?? 0,
  }));
  return summed(key, sources, 'people', rule);
}

/** `outside.KEY`; missing where it is older than a report may print. */
export function outsideFigure({ key, words }: Asked, { outside, asOf }: Records): Figure | undefined {
  const name = words.join('.');
  const it = outside.find((other) => other.key === name);
  const rule = it ? `${it.source}, ${it.asOf} 기준(${daysBetween(it.asOf, asOf)}일 전)` : `외부 수치 ‘${name}’`;
  if (!it || daysBetween(it.asOf, asOf) > OUTSIDE_DAYS) return missing(key, 'count', rule);
  return summed(key, [{ record: `외부 수치 ${it.key} ${it.asOf}`, adds: it.value }], 'count', rule);
}

/** `audit.total[.kind][.status]` of the demands of the audit of the year before. */
export function auditFigure({ key, words }: Asked, { demands, year }: Records): Figure | undefined {
  const [first, ...rest] = words;
  if (first !== 'total') return undefined;
  const kind = AUDIT_KINDS.find((it) => rest.includes(it));
  const status = STATUSES.find((it) => rest.includes(it));
  if (rest.length !== Number(kind !== undefined) + Number(status !== undefined)) return undefined;
  const own = demands.filter((it) => (!kind || it.kind === kind) && (!status || it.status === status));
  const rule = `${year - 1}년 행정사무감사 처리요구사항`;
  return demands.length > 0
    ? summed(key, ones(own.map(({ id }) => `F${id}`)), 'count', rule)
    : missing(key, 'count', rule);
}
