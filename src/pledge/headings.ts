import { normalise } from '../korean/typed.ts';

/** The columns of our own list, in order: what an export writes and the template asks for, and an import reads. */
export const COLUMNS = [
  ['record', '관리번호'],
  ['number', '연번'],
  ['term', '민선'],
  ['code', '공약코드'],
  ['type', '유형'],
  ['field', '분야'],
  ['title', '공약명'],
  ['department', '주관부서'],
  ['goal', '최종목표'],
  ['status', '추진상황'],
  ['progress', '진행률(%)'],
  ['timing', '추진시기'],
  ['kind', '사업구분'],
  ['budget', '총사업비(원)'],
  ['secured', '확보액(원)'],
  ['spent', '집행액(원)'],
  ['basisKind', '추진근거'],
  ['basis', '근거내용'],
] as const;
export type Column = (typeof COLUMNS)[number][0];

const NAMES: Record<Column, RegExp> = {
  record: /^(?:관리번호|record)$/,
  number: /^(?:no|연번|번호|순번|일련번호)$/,
  term: /^(?:민선|민선기수|기수|officeterm)$/,
  code: /^(?:pledgecode|code|공약코드|공약번호|코드|관리코드|사업코드)$/,
  type: /^(?:type|유형|공약유형|공약구분)$/,
  field: /^(?:field|분야|공약분야|분야명)$/,
  title: /^(?:title|공약명|공약사업명|공약사업|사업명|세부사업명|공약|제목)$/,
  department: /^(?:department|주관부서|담당부서|부서|부서명|소관부서|추진부서)$/,
  goal: /^(?:finalgoal|goal|최종목표|목표|사업목표|공약목표)$/,
  status: /^(?:status|추진상황|추진상태|이행상태|이행상황|추진현황|상태|이행구분)$/,
  progress: /^(?:progress|진행률|진척률|진척도|이행률|추진율|진행율|공정률)$/,
  timing: /^(?:term|timing|추진시기|완료시기|이행시기|임기구분|사업기간구분)$/,
  kind: /^(?:kind|사업구분|신규계속|신규\/계속|신규·계속|신규계속구분)$/,
  budget: /^(?:totalbudget|budget|총사업비|사업비|총예산|예산|예산액)$/,
  secured: /^(?:secured|확보액|확보재정|재정확보액|확보예산)$/,
  spent: /^(?:executed|spent|집행액|집행|집행금액|투자실적)$/,
  basisKind: /^(?:basiskind|추진근거|근거|근거구분)$/,
  basis: /^(?:basis|근거내용|근거규정|근거법령)$/,
};

export type Heading = { at: Partial<Record<Column, number>>; labels: string[] };

/** The columns of a heading row; null for a row that is no heading: it must name the pledges and one thing more. */
export function readHeading(cells: readonly string[]): Heading | null {
  const labels = cells.map((cell) => normalise(cell));
  const names = labels.map((label) =>
    label
      .replace(/\([^()]*\)/g, '')
      .replace(/[\s_]/g, '')
      .toLowerCase(),
  );
  const at: Partial<Record<Column, number>> = {};
  for (const [column] of COLUMNS) {
    const index = names.findIndex((name) => NAMES[column].test(name));
    if (index >= 0) at[column] = index;
  }
  return at.title === undefined || Object.keys(at).length < 2 ? null : { at, labels };
}
