import { type Followup, followupName } from '../../followup/rules.ts';
import { FOLLOWUP_SHOW } from '../../followup/views.ts';
import { dueWords, sourceName } from '../../followup/words.ts';
import { formatDay } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import { type Block, button, clip, context, escaped, header, section, sentence } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Owed } from '../../spending/saving/owed.ts';
import { owedSpendRow } from '../../spending/saving/owed-views.ts';
import type { Text } from '../../text/index.ts';
import type { Visit } from '../../visit/rules.ts';
import { VISIT_SHOW } from '../../visit/views.ts';
import { placeWords, whenWords } from '../../visit/words.ts';
import type { Person } from '../../vocabulary/person.ts';

export const DIGEST_OFF = 'digest_personal_off';
export const DIGEST_ON = 'digest_personal_on';

/** One person's week, which only they see: what they owe is told by name here. */
export type Personal = {
  today: string;
  /** Their own spends that were returned, refused, or lack evidence. */
  owed: readonly Owed[];
  visits: { visits: readonly Visit[]; count: number };
  /** What is due until the week's end, what is overdue first. */
  followups: { followups: readonly Followup[]; count: number; overdue: number };
  /** Over for longer than a week, without a result. */
  resultless: { visits: readonly Visit[]; count: number };
  /** Owed without a due day. */
  undated: { followups: readonly Followup[]; count: number };
  /** How many of all of these today's reminders tell of: they are counted here, and not said again. */
  toldToday: number;
  /** What waits for this person's decision. */
  proposals: number;
  approvals: number;
};

/** Null where there is nothing for this person to see to. `on`: whether they get it every week. */
export function personalMessage(personal: Personal, person: Person, text: Text, on = true): Message | null {
  const words = text.digest.personal;
  const { today, owed: spends, visits, followups, resultless, undated, toldToday, proposals, approvals } = personal;
  const rows = [visits.visits, followups.followups, resultless.visits, undated.followups].flat().length;
  if (rows + proposals + approvals + spends.length === 0) return null;

  const visitRow = (visit: Visit) => ({
    words: clip(`${whenWords(visit, text, today)}\n${visit.title} · ${placeWords(visit, text)}`, 300),
    show: button(VISIT_SHOW, text.visit.show, String(visit.id)),
  });
  const owedRow = (followup: Followup) => ({
    words: owedWords(followup, text, today),
    show: button(FOLLOWUP_SHOW, text.followup.show, String(followup.id)),
  });
  const owed = words.followups(formatWon(followups.overdue), formatWon(followups.count - followups.overdue));
  const parts = [
    ...listed(
      words.owed(formatWon(spends.length)),
      spends.slice(0, MOST_OWED).map((it) => owedSpendRow(it, { text, today })),
      spends.length,
      text,
    ),
    ...listed(words.visits(formatWon(visits.count)), visits.visits.map(visitRow), visits.count, text),
    ...listed(words.resultless(formatWon(resultless.count)), resultless.visits.map(visitRow), resultless.count, text),
    ...listed(owed, followups.followups.map(owedRow), followups.count, text),
    ...listed(words.undated(formatWon(undated.count)), undated.followups.map(owedRow), undated.count, text),
    ...waiting(proposals, words.proposals, text.digest.commands.proposals),
    ...waiting(approvals, words.approvals, text.digest.commands.approvals),
  ];
  const told = toldToday > 0 ? [words.toldToday(formatWon(toldToday))] : [];
  const title = words.title(person.name);
  const said = [title, ...parts.flatMap(({ words }) => words.replaceAll('`', '')), ...told];
  return {
    text: escaped(clip(said.join('\n'), 3900)),
    blocks: [
      header(title),
      ...parts.map(({ block }) => block),
      ...(told.length > 0 ? [context(told.join(''))] : []),
      context(`${formatDay(today, text.language, today)} · ${on ? words.why : words.noneOff}`),
      { type: 'actions', elements: [on ? button(DIGEST_OFF, words.off, ' ') : button(DIGEST_ON, words.on, ' ')] },
    ],
  };
}

const MOST_OWED = 5;
const LONGEST_TITLE = 180;

/** As in a list of follow-ups, without whose it is. */
function owedWords(followup: Followup, text: Text, today: string): string {
  const head = [followupName(followup.id), text.followup.statuses[followup.status], dueWords(followup, text, today)];
  const title = clip(followup.title.replace(/\s+/g, ' '), LONGEST_TITLE);
  const from = [followup.department, followup.requester, sourceName(followup)].filter(Boolean);
  return [head.join(' · '), title, ...(from.length > 0 ? [from.join(' · ')] : [])].join('\n');
}

type Part = { words: string; block: Block };

function listed(
  heading: string,
  rows: readonly { words: string; show: ReturnType<typeof button> }[],
  count: number,
  text: Text,
): Part[] {
  if (count === 0) return [];
  const left = count - rows.length;
  const more = text.digest.more(formatWon(left));
  return [
    { words: heading, block: sentence(`*${heading}*`) },
    ...rows.map((row) => ({ words: row.words, block: section(row.words, row.show) })),
    ...(left > 0 ? [{ words: more, block: context(more) }] : []),
  ];
}

function waiting(count: number, words: (count: string) => string, command: string): Part[] {
  if (count === 0) return [];
  const said = `${words(formatWon(count))} · \`${command}\``;
  return [{ words: said, block: sentence(said) }];
}
