import { normalise, normaliseLines } from '../korean/typed.ts';
import type { DetailsField, DetailsRefusal } from '../vocabulary/pledge.ts';
import { isBasisKind } from '../vocabulary/pledge.ts';
import { fieldOfCode, typeOfCode } from './list/rules.ts';
import { readMoney } from './money.ts';
import { canonicalCode, isEvidence, type Pledge, type PledgeFacts } from './rules.ts';

/** What a person typed into the form for a new pledge or for what a pledge says; its status has a form of its own. */
export type DetailsForm = Record<DetailsField, string | null>;
export type DetailsRefusals = Partial<Record<DetailsField, DetailsRefusal>>;

export const LONGEST_DETAILS = {
  code: 20,
  title: 300,
  type: 60,
  field: 60,
  department: 60,
  goal: 3000,
  basis: 200,
  source: 500,
} as const;

type Details = PledgeFacts & { owner: string | null };

/** Decides whether a filled form makes a pledge, or a changed one; every wrong field is named. */
export function draftDetails(
  form: DetailsForm,
  before: Details | { term: number },
): { facts: Details; source: string } | { refusals: DetailsRefusals } {
  const refusals: DetailsRefusals = {};
  const words = (field: keyof typeof LONGEST_DETAILS, multiline = false): string | null => {
    const typed = (multiline ? normaliseLines : normalise)(form[field] ?? '');
    if ([...typed].length > LONGEST_DETAILS[field]) refusals[field] = 'too_long';
    return typed === '' ? null : typed;
  };
  const money = (field: 'budget' | 'secured' | 'spent') => {
    const read = readMoney(form[field] ?? '', '');
    if (read.unread || (read.won ?? 0) < 0 || (read.nonBudget && field !== 'budget')) refusals[field] = 'not_money';
    return read;
  };
  const typedCode = words('code');
  const code = typedCode === null ? null : canonicalCode(typedCode);
  const keptCode = 'title' in before && before.code === typedCode;
  if (typedCode !== null && code === null && !keptCode) refusals.code = 'not_a_code';
  const title = words('title');
  if (title === null) refusals.title = 'missing';
  const source = words('source');
  if (source === null) refusals.source = 'missing';
  else if (!isEvidence(source)) refusals.source = 'not_evidence';
  const [budget, secured, spent] = [money('budget'), money('secured'), money('spent')];
  const [type, field] = [words('type'), words('field')];
  const [department, goal, basis] = [words('department'), words('goal', true), words('basis')];

  if (title === null || source === null || Object.keys(refusals).length > 0) return { refusals };
  const kept: Details = 'title' in before ? before : { ...NOTHING, term: before.term };
  const facts = {
    ...kept,
    code: code ?? typedCode,
    title,
    type: type ?? typeOfCode(code),
    field: field ?? fieldOfCode(code),
    department,
    owner: form.owner || null,
    goal,
    nonBudget: budget.nonBudget,
    budget: budget.won,
    secured: secured.won,
    spent: spent.won,
    basisKind: isBasisKind(form.basis_kind) ? form.basis_kind : null,
    basis,
  };
  return { facts, source };
}

const NOTHING: Details = {
  term: 0,
  code: null,
  number: null,
  type: '',
  field: null,
  title: '',
  department: null,
  owner: null,
  goal: null,
  timing: null,
  kind: null,
  status: null,
  progress: null,
  nonBudget: false,
  budget: null,
  secured: null,
  spent: null,
  basisKind: null,
  basis: null,
};

export const EMPTY_DETAILS: DetailsForm = {
  code: null,
  title: null,
  type: null,
  field: null,
  department: null,
  owner: null,
  goal: null,
  budget: null,
  secured: null,
  spent: null,
  basis_kind: null,
  basis: null,
  source: null,
};

/** Fills the form from a pledge, for editing it; the evidence of the change has to be given anew. */
export function detailsOf(pledge: Pledge): DetailsForm {
  const money = (won: number | null) => (won === null ? null : String(won));
  return {
    code: pledge.code,
    title: pledge.title,
    type: pledge.type,
    field: pledge.field,
    department: pledge.department,
    owner: pledge.owner,
    goal: pledge.goal,
    budget: pledge.nonBudget ? '비예산' : money(pledge.budget),
    secured: money(pledge.secured),
    spent: money(pledge.spent),
    basis_kind: pledge.basisKind,
    basis: pledge.basis,
    source: null,
  };
}
