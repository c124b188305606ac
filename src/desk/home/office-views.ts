import { formatWon, percent } from '../../korean/won.ts';
import { GROUPS, groupLines } from '../../pledge/state.ts';
import { groupWords } from '../../pledge/words.ts';
import { type Block, context, header, section } from '../../slack/blocks.ts';
import { accountWords, wonWords } from '../../spending/expense/words.ts';
import type { Text } from '../../text/index.ts';
import { menuButton } from '../menu/buttons.ts';
import type { HomePage } from './page.ts';
import { bar, linesOf, paceOf } from './rules.ts';

/** The year's budget against the time gone, and how the pledges stand: what everybody in the office may see. */
export function officeBlocks({ ledger, pledges }: HomePage, text: Text): Block[] {
  return [
    header(text.home.office.title),
    ...ledgerBlocks(ledger, text),
    ...pledgeBlocks(pledges, text),
    {
      type: 'actions',
      elements: [
        menuButton('status', text.home.office.status),
        menuButton('pledge_state', text.home.office.pledgeState),
      ],
    },
  ];
}

function ledgerBlocks({ status, gone }: HomePage['ledger'], text: Text): Block[] {
  const words = text.home.office;
  const lines = linesOf(status).map((line) => {
    const name = line.account === 'whole' ? text.expense.wholeYear(status.year) : accountWords(line.account, text);
    const pace = paceOf(line, gone);
    if (pace === null || line.budget === null) return words.unbudgeted(name, wonWords(line.spent, text));
    // Said in words first: a screen reader reads cells one by one.
    const head = words.pace(name, percent(line.rate), percent(gone), words.paces[pace]);
    const spent = words.spentOf(wonWords(line.spent, text), wonWords(line.budget, text));
    return `${head}\n${[bar(line.rate ?? 0), spent].filter(Boolean).join(' ')}`;
  });
  if (lines.length === 0) return [section(words.none(status.year))];
  const held = status.held.rows > 0 ? [context(words.held(formatWon(status.held.rows)))] : [];
  return [section([words.budget(status.year, percent(gone)), ...lines].join('\n')), ...held];
}

function pledgeBlocks({ term, statuses }: HomePage['pledges'], text: Text): Block[] {
  if (statuses.length === 0) return [];
  const lines = groupLines(statuses).toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
  const groups = lines.map(({ group, count, share }) =>
    [groupWords(group, text), `${percent(share)} ·`, text.digest.count(formatWon(count)), bar(share ?? 0)]
      .filter(Boolean)
      .join(' '),
  );
  return [section([text.home.office.pledges(term, formatWon(statuses.length)), ...groups].join('\n'))];
}
