import { type Block, button, context, escaped, header, section } from '../../../slack/blocks.ts';
import { pageButtons } from '../../../slack/pager.ts';
import type { Message } from '../../../slack/privately.ts';
import type { Text } from '../../../text/index.ts';
import { CHECK_BASES, CHECK_LIMITS } from '../ids.ts';
import { RULES } from '../rules/all.ts';
import { basisLines, ruleTitle } from '../words.ts';

const PAGE_SIZE = 6;

/** The page that shows a rule, by its number: `19`, `E19`, `규칙 19`; null where none is named. */
export function pageOf(typed: string): number | null {
  const number = /^(?:규칙|rule|e)?\s*0*(\d{1,2})\s*번?$/i.exec(typed.trim())?.[1];
  const at = number === undefined ? -1 : RULES.findIndex(({ id }) => Number(id.slice(1)) === Number(number));
  return at < 0 ? null : Math.floor(at / PAGE_SIZE) * PAGE_SIZE;
}

/** Of each rule what its clause says, since when, and where it was read on which day. */
export function basesMessage(on: ReadonlySet<string>, offset: number, text: Text): Message {
  const words = text.check.limits;
  const rules = RULES.slice(offset, offset + PAGE_SIZE);
  const lines = rules.map((rule) => {
    const { severities, certainties } = text.check;
    const state = rule.judge === null ? words.elsewhere : words.state(on.has(rule.id));
    const title = [ruleTitle(rule.id, text), severities[rule.severity], certainties[rule.certainty], state].join(' · ');
    return [title, ...basisLines(rule, text)].join('\n');
  });
  const at = { count: RULES.length, size: PAGE_SIZE };
  const page = text.expense.list.page(Math.floor(offset / PAGE_SIZE) + 1, Math.ceil(at.count / PAGE_SIZE));
  const blocks: Block[] = [
    header(words.basesTitle),
    ...lines.map((line) => section(line)),
    context(page),
    {
      type: 'actions',
      elements: [
        ...pageButtons(CHECK_BASES, (to) => JSON.stringify({ offset: to }), offset, at, text),
        button(CHECK_LIMITS, text.check.list.limits, 'open'),
      ],
    },
  ];
  return { text: escaped([words.basesTitle, ...lines, page].join('\n')), blocks };
}
