import { SEOUL } from '../../../src/people/districts/rules.ts';
import { OFFICE_SETTINGS } from '../../../src/people/settings/rules.ts';
import {
  type Beside,
  type Judgement,
  NOTHING_BESIDE,
  type Office,
  openBook,
} from '../../../src/spending/check/book/rules.ts';
import { type Facts, type Judged, UNSAVED } from '../../../src/spending/check/rule.ts';
import type { LimitName } from '../../../src/vocabulary/check.ts';

/** What is asked of every spend once it is saved. */
export const APPROVED = { approval_doc: '비서실-12 (2000. 1. 3.)' };

/** A spend that breaks no rule: a working day's lunch of four. */
export const LUNCH: Judged = {
  id: UNSAVED,
  year: 2018,
  spentOn: '2018-04-05',
  spentTime: '12:30',
  amount: 100_000,
  account: '203-01',
  activity: '6-마',
  place: '한빛식당',
  address: '서울 중구 세종대로 110',
  purpose: '시정 현안 간담회',
  headcount: 4,
  attendees: '시장 외 3명',
  payment: 'transfer',
  spender: null,
  origin: 'form',
  createdBy: 'U1',
};

export const OFFICE: Office = {
  limits: [],
  decided: new Map(),
  districts: SEOUL,
  holidays: new Map([
    ['2018-04-06', '임시공휴일'],
    ['2018-06-13', '전국동시지방선거'],
  ]),
  planned: new Set([2016, 2017, 2018, 2019, 2024]),
  elections: [],
  barredShops: OFFICE_SETTINGS.barredShops.parse(undefined),
  voucherGuide: true,
  pointsKept: new Set(),
};

type Given = { others?: Judged[]; beside?: Partial<Beside>; office?: Partial<Office> };

export function judgement(spend: Partial<Judged>, { others = [], beside = {}, office = {} }: Given = {}): Judgement {
  const judged = { ...LUNCH, ...spend };
  const judge = openBook([...others, judged], { ...OFFICE, ...office });
  const given = { ...APPROVED, ...beside.given };
  return judge(judged, { ...NOTHING_BESIDE, ...beside, given });
}

/** What rules say of a spend: `E05 require`. */
export function said(spend: Partial<Judged>, given: Given = {}): string[] {
  return judgement(spend, given).found.map(({ rule, severity }) => `${rule} ${severity}`);
}

export type { Facts, LimitName };
