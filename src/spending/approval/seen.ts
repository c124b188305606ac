import type { Database } from '../../base/db/database.ts';
import { formatDay } from '../../korean/day-words.ts';
import { clip } from '../../slack/blocks.ts';
import type { Text } from '../../text/index.ts';
import { EVIDENCE } from '../../vocabulary/check.ts';
import type { Day } from '../../vocabulary/day.ts';
import { findEvidence } from '../check/evidence/store.ts';
import { findFindings } from '../check/store.ts';
import { findingLine } from '../check/words.ts';
import { type Expense, expenseName } from '../expense/rules.ts';
import { findReceipts } from '../expense/store.ts';
import { answerWords, wonWords } from '../expense/words.ts';
import { findTwinsOf } from '../twin/store.ts';
import { findMissing } from './missing.ts';
import { missingWords } from './words.ts';

/** What its writer saw of a spend, in words: what it lacks, what was noticed and said to it, the records it may be one with, its papers. */
export type Seen = {
  lacking: readonly string[];
  noticed: readonly string[];
  twins: readonly string[];
  given: readonly string[];
  receipts: readonly string[];
};

const LONGEST_ANSWER = 200;

export async function findSeen(db: Database, expense: Expense, today: Day, text: Text): Promise<Seen> {
  const { id } = expense;
  const warnings = (await findFindings(db, [id])).filter(({ severity }) => severity === 'warn');
  const said = (await findEvidence(db, [id])).get(id) ?? {};
  return {
    lacking: missingWords(await findMissing(db, expense), text),
    noticed: warnings.map((it) => [findingLine(it, text), ...(it.answer ? [answerLine(it.answer)] : [])].join('\n')),
    twins: (await findTwinsOf(db, id)).map((other) => twinWords(other, today, text)),
    given: EVIDENCE.flatMap((field) => {
      const value = said[field];
      return value ? [`${text.check.labels[field]}: ${answerLine(answerWords(field, value, text))}`] : [];
    }),
    receipts: (await findReceipts(db, id)).map(({ name }) => name),
  };
}

const answerLine = (said: string): string => clip(said.replaceAll('\n', ' / '), LONGEST_ANSWER);

const twinWords = ({ id, spentOn, amount, place }: Expense, today: Day, text: Text): string =>
  [expenseName(id), spentOn && formatDay(spentOn, text.language, today), wonWords(amount, text), place]
    .filter(Boolean)
    .join(' · ');
