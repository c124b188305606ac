import { normalise, normaliseLines, plainly } from '../korean/typed.ts';
import type { BasisKind, UpdateField, UpdateRefusal } from '../vocabulary/pledge.ts';
import { isStatus, type Status } from '../vocabulary/pledge.ts';
import { isStepBack } from './status.ts';

/** What a pledge says. Money is whole won of the whole plan; null where nobody has said it. */
export type PledgeFacts = {
  /** Which elected term, 6 for 민선6기. */
  term: number;
  /** Its own code, `1-2-3` or `혁신-12`; some have none, and some codes stand twice. */
  code: string | null;
  /** Its number in the list it came from. */
  number: number | null;
  type: string;
  /** The field's number in the code, or its name. */
  field: string | null;
  title: string;
  department: string | null;
  goal: string | null;
  /** 임기내 or 임기후 */
  timing: string | null;
  /** 신규 or 계속 */
  kind: string | null;
  status: Status | null;
  /** 0–100 */
  progress: number | null;
  /** 비예산 사업: it costs nothing, as opposed to nobody having said what it costs. */
  nonBudget: boolean;
  budget: number | null;
  /** 확보액 */
  secured: number | null;
  spent: number | null;
  /** What keeps it alive when the term ends, and where that stands. */
  basisKind: BasisKind | null;
  basis: string | null;
};

export type Pledge = PledgeFacts & {
  id: number;
  /** Who answers for this one, where it is not its department's person. */
  owner: string | null;
  /** Whether another pledge of the term has the same code: then only `P12` names it. */
  codeShared: boolean;
  flags: string[];
  origin: 'form' | 'import' | 'sample';
  createdBy: string;
  version: number;
  voided: boolean;
};

/** How people say which pledge: its code, else a short name of ours. */
export function pledgeName({ id, code, codeShared }: Pick<Pledge, 'id' | 'code' | 'codeShared'>): string {
  if (code === null) return `P${id}`;
  return codeShared ? `${code} (P${id})` : code;
}

/** `P12` or `p 12` → 12; null for anything else. */
export function parseShortName(typed: string): number | null {
  const digits = /^p ?(\d{1,9})$/.exec(plainly(typed))?.[1];
  return digits ? Number(digits) : null;
}

/** One spelling for a code: `혁신12`, `혁신 – 12` and `혁신-12` are the same, `1.2.3` is `1-2-3`. */
export function canonicalCode(typed: string): string | null {
  const said = plainly(typed).replace(/\s/g, '').replace(/\.$/, '');
  if (/^\d{1,3}(?:[-.]\d{1,3}){1,2}$/.test(said)) return said.replaceAll('.', '-');
  const [, word, number] = /^([가-힣a-z]{1,10})-?(\d{1,4})$/.exec(said) ?? [];
  return word && number && word !== 'p' ? `${word}-${number}` : null;
}

export type Update = { status: Status; progress: number; source: string; note: string | null };

/** What a person typed into `pledge_update`, field by field. */
export type UpdateForm = Record<UpdateField, string | null>;
export type UpdateRefusals = Partial<Record<UpdateField, UpdateRefusal>>;

export const LONGEST_UPDATE = { source: 500, note: 1500 } as const;

/** Decides whether a filled form makes an update; every wrong field is named. `files`: how many were attached. */
export function draftUpdate(
  form: UpdateForm,
  before: { status: Status | null },
  files = 0,
): { update: Update } | { refusals: UpdateRefusals } {
  const refusals: UpdateRefusals = {};
  const status = isStatus(form.status) ? form.status : null;
  if (!status) refusals.status = 'missing';

  const typed = form.progress?.trim() ?? '';
  const progress = /^\d{1,3}$/.test(typed) ? Number(typed) : null;
  if (typed === '') refusals.progress = 'missing';
  else if (progress === null || progress > 100) refusals.progress = 'not_a_progress';
  else if (status === '완료' && progress < 100) refusals.progress = 'not_full';

  const source = normalise(form.source ?? '');
  if (source === '') refusals.source = 'missing';
  else if ([...source].length > LONGEST_UPDATE.source) refusals.source = 'too_long';
  else if (files === 0 && !isEvidence(source)) refusals.source = 'not_evidence';

  const note = normaliseLines(form.note ?? '') || null;
  if (note && [...note].length > LONGEST_UPDATE.note) refusals.note = 'too_long';
  if (status && isStepBack(before.status, status) && !note) refusals.note = 'reason_needed';

  if (!status || progress === null || Object.keys(refusals).length > 0) return { refusals };
  return { update: { status, progress, source, note } };
}

/** A link, a document's number, or at least a document's name: `확인` and `완료` prove nothing. */
export function isEvidence(source: string): boolean {
  return /https?:\/\/\S/i.test(source) || /\d/.test(source) || [...source.matchAll(/\p{L}/gu)].length >= 4;
}

export const formOf = ({ status, progress }: Pick<Pledge, 'status' | 'progress'>): UpdateForm => ({
  status,
  progress: progress === null ? null : String(progress),
  source: null,
  note: null,
});

/** Only what the pledge says, without the register's own fields: what the history keeps. */
export function factsOf(pledge: Pledge): PledgeFacts & { owner: string | null } {
  const { id, codeShared, flags, origin, createdBy, version, voided, ...facts } = pledge;
  return facts;
}
