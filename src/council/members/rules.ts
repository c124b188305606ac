import { searchKeys } from '../../korean/hangul.ts';

/** What a list says of a member of the city council; null where it does not say. */
export type Listed = {
  name: string;
  /** 대수: 11 is the eleventh council. */
  term: number | null;
  /** 선거구 */
  constituency: string | null;
  party: string | null;
  /** 자치구 */
  district: string | null;
  /** 상임위원회 */
  committee: string | null;
  /** 의장, 부의장, 위원장 … */
  post: string | null;
};

export type CouncilMember = Listed & { id: number; version: number };

export const LONGEST_FIELD = 60;

/** `강남` and `강남구` are the same district; a city's own names (`용인시`, `가평군`) stay. */
export function districtNamed(typed: string): string {
  const name = typed.trim();
  return name === '' || /[구군시]$/.test(name) ? name : `${name}구`;
}

/** 의장단: who speaks for the council as a whole. */
export const isLeader = (member: Pick<CouncilMember, 'post'>): boolean => /의장/.test(member.post ?? '');

export function memberKeys({ name, party, district, committee, post, constituency }: Listed): string[] {
  const fields = [name, party, district, committee, post, constituency];
  return [...new Set(fields.flatMap((field) => (field ? searchKeys(field) : [])))];
}

/** What a new list changes of what is known: what it does not say stays. */
export function listedOver(known: CouncilMember, listed: Listed): Listed {
  return {
    name: known.name,
    term: known.term,
    constituency: known.constituency,
    party: listed.party ?? known.party,
    district: listed.district ?? known.district,
    committee: listed.committee ?? known.committee,
    post: listed.post ?? known.post,
  };
}

export const sameListed = (a: Listed, b: Listed): boolean =>
  a.party === b.party && a.district === b.district && a.committee === b.committee && a.post === b.post;
