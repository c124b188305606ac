import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
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
import { todayIn } from '../../src/korean/days.ts';
import { readable } from '../../src/people/mentions.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { inTime } from '../../src/slack/in-time.ts';
import type { Click } from '../../src/slack/open-form.ts';
import { turnsOf } from '../../src/slack/pager.ts';
import { type Message, plainMessage, type Reach, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import type { Text } from '../../src/text/index.ts';

/** Quarters shown: the running one and the year before it. */
const QUARTERS_SHOWN = 5;

export const today = ({ config, now }: Deps): string => todayIn(config.timezone, now());

export const whenIn =
  (text: Text, deps: Deps) =>
  (at: Date): string =>
    formatMoment(at, deps.config.timezone, text.language, today(deps));

/** `2018-03`, `2018 1분기`: the preview of a period; nothing typed: where the quarters stand. */
export async function disclose(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message> {
  if (typed === '') return showStates(visitor, deps);
  const period = readPeriod(typed, today(deps));
  if (!period) return plainMessage(visitor.text.disclosure.notAPeriod(await readable(deps.db, typed)));
  const reach = { userId: visitor.person.userId, responseUrl: click.responseUrl };
  return announced(previewOf(period, 0, visitor, deps), period, { click, reach }, visitor, deps);
}

/** Says that a preview is being made when it takes longer than people like to wait. */
async function announced(
  work: Promise<Message>,
  period: DisclosurePeriod,
  { click, reach }: { click: Pick<Click, 'client'>; reach: Reach },
  { text }: Visitor,
  deps: Deps,
): Promise<Message> {
  if (!(await inTime(work))) {
    const said = text.disclosure.making(periodWords(period, text));
    await tellPrivately({ client: click.client, log: deps.log }, reach, { text: said });
  }
  return work;
}

export async function previewOf(
  period: DisclosurePeriod,
  offset: number,
  { person, text }: Visitor,
  deps: Deps,
  lead?: string,
): Promise<Message> {
  const { db } = deps;
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
    when: whenIn(text, deps),
    today: today(deps),
    mayDecide: isManager(person),
  };
  return previewMessage(preview, offset, text, lead);
}

async function showStates({ text }: Visitor, deps: Deps): Promise<Message> {
  const rows: StateRow[] = [];
  for (let back = 0; back < QUARTERS_SHOWN; back++) {
    const { year, first } = quarterBefore(today(deps), back);
    const quarter = Math.ceil(first / 3);
    const state = await findDisclosureState(deps.db, year, quarter);
    let changed = 0;
    for (const release of state.releases) {
      const period = release.period.includes('Q')
        ? quarterOf(year, quarter)
        : monthOf(year, Number(release.period.slice(5)));
      changed += (await findChangesSince(deps.db, period, await findDraft(deps.db, period))).length;
    }
    rows.push({ ...state, changed, left: daysLeft(quarterOf(year, quarter), today(deps)) });
  }
  return statesMessage(rows, today(deps), text);
}

const Turn = z.object({ query: z.string(), offset: z.number().int().min(0) });

export function listenForPreviews(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(DISCLOSURE_OPEN, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    const period = readPeriod(action.value ?? '', today(deps));
    if (!period) return;
    const work = previewOf(period, 0, visitor, deps);
    const message = await announced(work, period, { click: { client }, reach }, visitor, deps);
    await tellPrivately({ client, log: deps.log }, reach, message);
  });

  for (const actionId of turnsOf(DISCLOSURE_PAGE)) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const { query, offset } = Turn.parse(JSON.parse(action.value ?? ''));
      const period = readPeriod(query, today(deps));
      if (!period) return;
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      const message = await previewOf(period, offset, visitor, deps);
      await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
    });
  }
}
