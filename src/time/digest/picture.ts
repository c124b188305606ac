import { formatDay } from '../../korean/day-words.ts';
import { formatWon, percent, thousands } from '../../korean/won.ts';
import type { Text } from '../../text/index.ts';
import type { BudgetPicture } from '../pictures/budget.ts';
import { accountName } from './lines.ts';
import { type BudgetLine, type Digest, isMoreRegistered, rateOf } from './rules.ts';

/** The year's budgets against its time, with the same in words; null where no budget is set. */
export function pictureOf(digest: Digest, text: Text): { picture: BudgetPicture; alt: string } | null {
  const { spending, asOf } = digest;
  if (!spending) return null;
  const words = text.digest.picture;
  const more = isMoreRegistered(spending);
  const lines = [spending.whole, ...spending.accounts].filter((line) => line.budget !== null && line.budget > 0);
  if (lines.length === 0) return null;

  const day = formatDay(asOf, text.language, asOf);
  const title = words.title(String(spending.year));
  const bars = lines.map((line) => ({
    name: accountName(line, text),
    rate: percent(rateOf(line, line.spent)),
    amounts: amountsWords(line, more, text),
    percent: rateOf(line, line.spent) ?? 0,
    later: rateOf(line, line.registered) ?? 0,
  }));
  const elapsed = { percent: spending.gone, label: words.elapsed(percent(spending.gone), day) };
  const legend = { until: words.until(day), later: more ? words.later : null };
  const told = bars.map((bar) => words.altLine(bar.name, bar.rate, bar.amounts)).join('. ');
  return { picture: { title, elapsed, bars, legend }, alt: words.alt(title, elapsed.label, told) };
}

function amountsWords(line: BudgetLine, more: boolean, text: Text): string {
  const words = text.digest.picture;
  const [budget = 0] = thousands([line.budget ?? 0]);
  const [spent = 0] = thousands([line.spent]);
  const [registered = 0] = thousands([line.registered]);
  return more
    ? words.amountsWithRegistered(
        formatWon(spent),
        formatWon(budget),
        formatWon(registered),
        percent(rateOf(line, line.registered)),
      )
    : words.amounts(formatWon(spent), formatWon(budget), formatWon(budget - spent));
}
