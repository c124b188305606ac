import type { RuleId, Severity } from '../../../vocabulary/check.ts';
import type { Facts, Found, Rule } from '../rule.ts';
import { ACROSS_RULES } from './across.ts';
import { CONDOLENCE_RULES } from './condolence.ts';
import { ELSEWHERE_RULES } from './elsewhere.ts';
import { GIFT_RULES } from './gifts.ts';
import { MEAL_RULES } from './meals.ts';
import { PAPER_RULES } from './papers.ts';
import { RECORD_RULES } from './record.ts';
import { RESIDENT_RULES } from './residents.ts';
import { SIGN_RULES } from './signs.ts';
import { WHEN_AND_WHERE_RULES } from './when-and-where.ts';

const ALL = [
  ...RECORD_RULES,
  ...MEAL_RULES,
  ...WHEN_AND_WHERE_RULES,
  ...GIFT_RULES,
  ...CONDOLENCE_RULES,
  ...PAPER_RULES,
  ...ACROSS_RULES,
  ...RESIDENT_RULES,
  ...SIGN_RULES,
  ...ELSEWHERE_RULES,
];

/** Every rule there is, by its number: what the words of src/text/ko/check.ts are about. */
export const RULES: readonly Rule<RuleId>[] = ALL.toSorted((a, b) => (a.id < b.id ? -1 : 1));

export const findRule = (id: string): Rule<RuleId> | null => RULES.find((rule) => rule.id === id) ?? null;

/** The rules that hold: those that do so by themselves, but for what a manager decided. */
export const rulesOn = (decided: ReadonlyMap<string, boolean>): ReadonlySet<string> =>
  new Set(RULES.filter((rule) => decided.get(rule.id) ?? rule.on).map(({ id }) => id));

const GRAVITY: Record<Severity, number> = { block: 0, require: 1, warn: 2 };

/** What the rules that hold say about a spend, the gravest first. Money that came back breaks none. */
export function judge(facts: Facts, on: ReadonlySet<string>): (Found & { rule: RuleId })[] {
  const { spend } = facts;
  if (spend.amount <= 0) return [];
  const found = RULES.flatMap((rule) => {
    if (!rule.judge || !on.has(rule.id) || (spend.origin !== 'form' && !rule.imports)) return [];
    if (rule.since !== null && (spend.spentOn === null || spend.spentOn < rule.since)) return [];
    const hit = rule.judge(facts);
    return hit ? [{ ...hit, rule: rule.id }] : [];
  });
  return found.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}
