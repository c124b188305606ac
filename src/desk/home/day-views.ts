import { followupName } from '../../followup/rules.ts';
import { FOLLOWUP_SHOW } from '../../followup/views.ts';
import { rowWords } from '../../followup/words.ts';
import { formatDay } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import { type Block, button, clip, context, header, section } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import type { Text } from '../../text/index.ts';
import { visitName } from '../../visit/rules.ts';
import { VISIT_SHOW } from '../../visit/views.ts';
import { placeWords, programWords } from '../../visit/words.ts';
import { menuButton } from '../menu/buttons.ts';
import { type Engagement, type HomePage, SHOWN } from './page.ts';

export const HOME_FOLLOWUPS = 'home_followups';
const VISIT_RESULT_OPEN = 'visit_result_open';
const LONGEST_ROW = 300;
const LONGEST_TITLE = 120;

/** Today: what this person is in charge of or goes along to, the mayor's other engagements, and what is due. */
export function dayBlocks(page: HomePage, text: Text): Block[] {
  const words = text.home.day;
  const { mine, others, due, results } = page;
  const rows = (engagements: readonly Engagement[], most: number) =>
    engagements
      .slice(0, most)
      .map((it) => section(engagementWords(it, page, text), button(VISIT_SHOW, text.visit.show, String(it.visit.id))));
  const all = mine.length + others.length;
  return [
    header(words.title),
    ...(all === 0 ? [section(words.none)] : []),
    ...(all > 0 && mine.length === 0 ? [section(words.noneMine)] : []),
    ...(mine.length > 0 ? [context(words.mine(formatWon(mine.length)))] : []),
    ...rows(mine, SHOWN.mine),
    ...(others.length > 0 ? [context(words.others(formatWon(others.length)))] : []),
    ...rows(others, SHOWN.others),
    ...(due.count > 0 ? [context(words.due(formatWon(due.count)))] : []),
    ...due.due.map(({ id, title }) =>
      section(
        clip(`${followupName(id)} · ${title.replaceAll('\n', ' ')}`, LONGEST_ROW),
        button(FOLLOWUP_SHOW, text.followup.show, String(id)),
      ),
    ),
    ...(results.length > 0 ? [context(words.results(formatWon(results.length)))] : []),
    ...results
      .slice(0, SHOWN.results)
      .map(({ id, title, startsOn }) =>
        section(
          `${visitName(id)} · ${formatDay(startsOn, text.language, page.today)} · ${clip(title, LONGEST_TITLE)}`,
          button(VISIT_RESULT_OPEN, words.writeResult, String(id)),
        ),
      ),
    {
      type: 'actions',
      elements: [...(all > 0 ? [menuButton('visits_today', words.all)] : []), menuButton('visits_week', words.week)],
    },
  ];
}

function engagementWords(
  { visit, program, standing }: Engagement,
  { names, person, today }: HomePage,
  text: Text,
): string {
  const began = visit.startsOn === today ? visit.startTime : formatDay(visit.startsOn, text.language, today);
  const end = visit.endsOn === today ? visit.endTime : formatDay(visit.endsOn, text.language, today);
  const time = [began, end].filter(Boolean).join('–');
  const others = visit.owner !== person.userId;
  const owner = others ? [text.home.day.owner(clip(names.get(visit.owner) ?? visit.owner, 40))] : [];
  const lines = [
    `${time} ${clip(visit.title, LONGEST_TITLE)}`,
    [visitName(visit.id), programWords(program, text), placeWords(visit, text), ...owner].join(' · '),
    ...(standing === 'untold' ? [text.home.day.untold] : []),
  ];
  return clip(lines.join('\n'), LONGEST_ROW);
}

/** What this person still owes, what is overdue first. */
export function followupBlocks({ followups, names, today }: HomePage, text: Text): Block[] {
  const words = text.home.followups;
  const { count, offset, overdue } = followups;
  if (count === 0) return [header(words.title(formatWon(0))), section(words.none)];
  const pages = Math.ceil(count / SHOWN.followups);
  const said = [
    ...(overdue > 0 ? [words.overdue(formatWon(overdue))] : []),
    ...(pages > 1 ? [text.followup.list.page(Math.floor(offset / SHOWN.followups) + 1, pages)] : []),
  ];
  return [
    header(words.title(formatWon(count))),
    ...(said.length > 0 ? [context(said.join(' · '))] : []),
    ...followups.followups.map((followup) =>
      section(rowWords(followup, names, text, today), button(FOLLOWUP_SHOW, text.followup.show, String(followup.id))),
    ),
    ...pager(HOME_FOLLOWUPS, { query: '', offset }, { count, size: SHOWN.followups }, text),
  ];
}
