import { findEarlierDecisions } from '../../src/disclosure/decision/store.ts';
import {
  type DisclosurePeriod,
  daysLeft,
  monthOf,
  quarterBefore,
  quarterOf,
  readPeriod,
} from '../../src/disclosure/period.ts';
import { findChangesSince, findRelease } from '../../src/disclosure/release/store.ts';
import { type StateRow, statesMessage } from '../../src/disclosure/state-views.ts';
import { findCounted, findDisclosureState, findDraft, findPending } from '../../src/disclosure/store.ts';
import { DISCLOSURE_OPEN, DISCLOSURE_PAGE, previewMessage } from '../../src/disclosure/views.ts';
import { periodWords } from '../../src/disclosure/words.ts';
import { formatMoment } from '../../src/korean/day-words.ts';
import { readable } from '../../src/people/mentions.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { type Heard, pages, press, Words } from '../../src/slack/command.ts';
import { inTime } from '../../src/slack/in-time.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';

/** Quarters shown: the running one and the year before it. */
const QUARTERS_SHOWN = 5;

export const previews: Heard[] = [
  press(DISCLOSURE_OPEN, Words, (turn) => announced(periodOf(turn.pressed, turn), turn)),
  ...pages(DISCLOSURE_PAGE, (turn) => previewOf(periodOf(turn.query, turn), turn.offset, turn)),
];

/** The period that a button or a form of ours names. */
export function periodOf(named: string, { today }: Turn): DisclosurePeriod {
  const period = readPeriod(named, today);
  if (!period) throw new Error(`No period: ${named}`);
  return period;
}

export const whenIn =
  ({ config, text, today }: Turn) =>
  (at: Date): string =>
    formatMoment(at, config.timezone, text.language, today);

/** `2018-03`, `2018 1분기`: the preview of a period; nothing typed: where the quarters stand. */
export async function disclose(typed: string, turn: Turn): Promise<Message> {
  if (typed === '') return showStates(turn);
  const period = readPeriod(typed, turn.today);
  if (!period) return plainMessage(turn.text.disclosure.notAPeriod(await readable(turn.db, typed)));
  return announced(period, turn);
}

/** A preview; that it is being made is said when it takes longer than people like to wait. */
async function announced(period: DisclosurePeriod, turn: Turn): Promise<Message> {
  const work = previewOf(period, 0, turn);
  if (!(await inTime(work))) await turn.tell({ text: turn.text.disclosure.making(periodWords(period, turn.text)) });
  return work;
}

export async function previewOf(period: DisclosurePeriod, offset: number, turn: Turn, lead?: string): Promise<Message> {
  const { db, person, text, today } = turn;
  const { year, first, count } = period;
  const draft = await findDraft(db, period);
  const latest = await findRelease(db, period.key);
  const earlier = await findEarlierDecisions(
    db,
    draft.parts.filter(({ state }) => state === 'open'),
  );
  const decisions = [...draft.parts.map(({ decision }) => decision), ...earlier.values()];
  const actors = decisions.flatMap((decision) => (decision ? [decision.by] : []));
  const preview = {
    period,
    draft,
    latest,
    earlier,
    pending: await findPending(db, period),
    register: await findCounted(db, { year, from: first, to: first + count - 1 }),
    year: await findCounted(db, { year, from: 1, to: first + count - 1 }),
    changed: (await findChangesSince(db, period, draft)).length,
    names: await findNames(db, [...new Set([...actors, ...(latest ? [latest.releasedBy] : [])])]),
    when: whenIn(turn),
    today,
    mayDecide: isManager(person),
  };
  turn.watch.saw('undecided_names', period.key);
  return previewMessage(preview, offset, text, lead);
}

async function showStates({ db, text, today }: Turn): Promise<Message> {
  const rows: StateRow[] = [];
  for (let back = 0; back < QUARTERS_SHOWN; back++) {
    const { year, first } = quarterBefore(today, back);
    const quarter = Math.ceil(first / 3);
    const state = await findDisclosureState(db, year, quarter);
    let changed = 0;
    for (const release of state.releases) {
      const period = release.period.includes('Q')
        ? quarterOf(year, quarter)
        : monthOf(year, Number(release.period.slice(5)));
      changed += (await findChangesSince(db, period, await findDraft(db, period))).length;
    }
    rows.push({ ...state, changed, left: daysLeft(quarterOf(year, quarter), today) });
  }
  return statesMessage(rows, today, text);
}
