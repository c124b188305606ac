import { planPeriod } from '../korean/plan-period.ts';
import { rest, takePeriod, tokensOf } from '../korean/tokens.ts';
import { normalise } from '../korean/typed.ts';
import { districtsInHangul } from '../people/districts/names.ts';
import { whoseIn } from '../people/whose.ts';
import { AUDIT_KINDS, type Kind, type Status } from '../vocabulary/followup.ts';
import type { Person } from '../vocabulary/person.ts';
import type { FollowupFilter } from './list/store.ts';

const STATUS_NAMES: [Status, RegExp][] = [
  ['done', /^(?:추진)?완료$|^done$/i],
  ['in_progress', /^(?:추진|진행)중$|^(?:in[-_]?progress|ongoing)$/i],
  ['under_review', /^검토중?$|^(?:under[-_]?review|review)$/i],
  ['declined', /^미반영$|^declined$/i],
];
const KIND_NAMES: [readonly Kind[], RegExp][] = [
  [AUDIT_KINDS, /^(?:행정사무)?감사$|^audit$/i],
  [['audit_correction'], /^(?:시정|처리요구|시정·?처리요구(?:사항)?)$|^corrections?$/i],
  [['audit_suggestion'], /^건의(?:사항)?$|^suggestions?$/i],
  [['audit_other'], /^자료(?:제출|요구)?$|^documents?$/i],
  [['member_request'], /^(?:시?의원|의회)(?:요청)?$|^requests?$/i],
  [['visit_agenda'], /^현장(?:안건)?$|^visits?$/i],
  [['field_office'], /^현장시장실$/],
  [['weekend_date'], /^주말데이트$/],
  [['speech', 'press_statement', 'interview', 'print', 'video_message'], /^메시지$|^messages?$/i],
  [['speech'], /^연설문$|^speech(?:es)?$/i],
  [['press_statement'], /^기자회견문$/],
  [['interview'], /^인터뷰$|^interviews?$/i],
  [['print'], /^(?:인쇄물|축사|환영사)$/],
  [['video_message'], /^영상메시지$/],
  [['own_task'], /^자체(?:업무)?$|^own$/i],
];
const OVERDUE = /^기한(?:지남|지난것?|초과)$|^(?:지연|연체)$|^(?:overdue|late)$/i;
const UNDATED = /^(?:기한(?:없음|없는것?)|미정|no[-_]?due|undated)$/i;
const ALL = /^(?:전체|모두|all)$/i;
const OPEN = /^(?:남은것?|미완료|미결|open)$/i;
const YEAR_IN_DIGITS = /(?:^|\s)(?:19|20)\d{2}(?:년?도?)(?:\s|$)/;
const NOBODY = /^(?:담당자?없음|@없음|unassigned)$/i;

/**
 * The words after `/followup list` as conditions: who has it, its state, where it comes from, its department, a period that it is due
 * in, a year of audit, and the rest as words to look for. A year in digits by itself is one of audit: the demands of 2015 are due later. Without a state only what is still owed is listed; `전체` lists all.
 */
export function readQuery(
  typed: string,
  office: {
    today: string;
    me: string;
    people: readonly Person[];
    departments: readonly string[];
    districts?: readonly string[];
  },
): FollowupFilter {
  const filter: FollowupFilter = {};
  const words: string[] = [];
  let all = false;
  const said = normalise(typed)
    .replace(/기한 지(난 것|난|남)/g, '기한지남')
    .replace(/기한 없(는 것|는|음)/g, '기한없음')
    .replace(/no due(?: day)?/gi, 'undated')
    .replace(/(추진|진행|검토) 중/g, '$1중');
  const tokens = tokensOf(said);
  const period = takePeriod(tokens, (phrase) => planPeriod(phrase, office.today));
  if (period?.kind === 'year' && YEAR_IN_DIGITS.test(said)) filter.auditYear = Number(period.from.slice(0, 4));
  else if (period) filter.due = { from: period.from, to: period.to };
  for (const token of rest(tokens).split(' ').filter(Boolean)) {
    const status = STATUS_NAMES.find(([, name]) => name.test(token))?.[0];
    const kinds = KIND_NAMES.find(([, name]) => name.test(token))?.[0];
    const owner = ownerOf(token, office);
    if (ALL.test(token)) all = true;
    else if (OPEN.test(token)) filter.open = true;
    else if (UNDATED.test(token)) filter.undated = true;
    else if (OVERDUE.test(token)) filter.overdueOn = office.today;
    else if (status && !filter.status) filter.status = status;
    else if (owner !== undefined && filter.owner === undefined) filter.owner = owner;
    else if (office.departments.includes(token) && !filter.department) filter.department = token;
    else if (kinds && !filter.kinds) filter.kinds = kinds;
    else words.push(token);
  }
  const stated = all || filter.status !== undefined || filter.overdueOn !== undefined || filter.undated !== undefined;
  if (!stated) filter.open = true;
  return words.length > 0 ? { ...filter, words: districtsInHangul(words, office.districts ?? []) } : filter;
}

/** Null is nobody; undefined is no person at all. */
const ownerOf = (token: string, office: { me: string; people: readonly Person[] }): string | null | undefined =>
  NOBODY.test(token) ? null : (whoseIn(token, office) ?? undefined);
