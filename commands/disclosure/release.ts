import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { changesWords, RELEASE_FORM, type ReleaseAbout, releaseForm } from '../../src/disclosure/form-views.ts';
import { type DisclosurePeriod, readPeriod } from '../../src/disclosure/period.ts';
import {
  findChangesSince,
  findRelease,
  insertRelease,
  printOf,
  type Release,
} from '../../src/disclosure/release/store.ts';
import { releasedMessage } from '../../src/disclosure/state-views.ts';
import { findDraft, findPending } from '../../src/disclosure/store.ts';
import { DISCLOSURE_CHANGES, DISCLOSURE_RELEASE } from '../../src/disclosure/views.ts';
import { periodWords } from '../../src/disclosure/words.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { noticeView } from '../../src/slack/notice.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { today, whenIn } from './preview.ts';

const Metadata = z.object({
  key: z.string(),
  period: z.string(),
  print: z.string(),
  responseUrl: z.string().optional(),
});
const State = z.object({ reason: z.object({ value: z.object({ value: z.string().nullish() }) }).optional() });

/** Releasing a table for good, and its next versions. */
export function listenForReleases(app: App, deps: Deps): void {
  const { db, log } = deps;

  app.action<BlockButtonAction>(DISCLOSURE_RELEASE, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const reach = { userId: person.userId, responseUrl: body.response_url };
    const period = readPeriod(action.value ?? '', today(deps));
    if (!period) return;
    if (!isManager(person)) {
      await tellPrivately({ client, log }, reach, { text: text.access.notManager });
      return;
    }
    // The table takes a while: the window opens first and is filled then.
    const words = text.disclosure;
    const loading = noticeView(words.releaseForm.title, words.making(periodWords(period, text)), text);
    const key = randomUUID();
    const again = button(DISCLOSURE_RELEASE, text.access.openAgain, period.key, 'primary');
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openOrOffer(click, { ...loading, external_id: key }, again, text);
    if (said) {
      await tellPrivately({ client, log }, reach, said);
      return;
    }
    const about = await releaseAbout(period, deps);
    const metadata = JSON.stringify({
      key,
      period: period.key,
      print: printOf(about.draft),
      responseUrl: body.response_url,
    });
    await client.views.update({ external_id: key, view: releaseForm(about, metadata, text) });
  });

  app.view<ViewSubmitAction>(RELEASE_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const metadata = Metadata.parse(JSON.parse(view.private_metadata));
    const period = readPeriod(metadata.period, today(deps));
    if (!period) throw new Error(`No period: ${metadata.period}`);
    const reason = normaliseLines(State.parse(view.state.values).reason?.value.value ?? '');
    const about = await releaseAbout(period, deps);
    const settled = await settle({ ack, client, view }, release(period, { ...metadata, reason }, visitor, deps), {
      text,
      log,
      again: (said) => releaseForm(about, view.private_metadata, text, { said, reason }),
    });
    if ('errors' in settled || 'view' in settled) return;
    const names = await findNames(db, [settled.release.releasedBy]);
    const by = names.get(settled.release.releasedBy) ?? settled.release.releasedBy;
    const when = whenIn(text, deps)(settled.release.releasedAt);
    const message = releasedMessage(settled.release, periodWords(period, text), by, when, settled.done, text);
    const reach = { userId: person.userId, responseUrl: metadata.responseUrl };
    await tellPrivately({ client, log }, reach, message, { replace: true });
  });

  app.action<BlockButtonAction>(DISCLOSURE_CHANGES, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const period = readPeriod(action.value ?? '', today(deps));
    if (!period) return;
    const { changes } = await releaseAbout(period, deps);
    const reach = { userId: person.userId, responseUrl: body.response_url };
    await tellPrivately({ client, log }, reach, plainMessage(changesWords(changes, text)));
  });
}

async function releaseAbout(period: DisclosurePeriod, { db }: Deps): Promise<ReleaseAbout> {
  const draft = await findDraft(db, period);
  const latest = await findRelease(db, period.key);
  return {
    period,
    draft,
    latest,
    pending: await findPending(db, period),
    changes: await findChangesSince(db, period, draft),
  };
}

type Released =
  | { errors: Record<string, string> }
  | { view: ReturnType<typeof noticeView> }
  | { done: string; release: Release };

async function release(
  period: DisclosurePeriod,
  seen: { key: string; print: string; reason: string },
  { person, text }: Visitor,
  deps: Deps,
): Promise<Released> {
  const words = text.disclosure;
  const refuse = (why: string): Released => ({ view: noticeView(words.releaseForm.title, why, text) });
  if (!isManager(person)) return refuse(text.access.notManager);
  const by = { actor: person.userId, at: deps.now(), today: today(deps) };
  const made = await insertRelease(
    deps.db,
    period,
    await findDraft(deps.db, period),
    { ...seen, formKey: seen.key },
    by,
  );
  if ('release' in made) {
    const { release, again } = made;
    const say = again ? words.releasedAlready : words.releasedNow;
    return { done: say(periodWords(period, text), release.version), release };
  }
  const why = words.releaseForm.refusals[made.refusal] ?? '';
  return made.refusal === 'reason_missing' ? { errors: { reason: why } } : refuse(why);
}
