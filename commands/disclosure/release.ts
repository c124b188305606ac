import { changesWords, RELEASE, type ReleaseAbout, releaseForm } from '../../src/disclosure/form.ts';
import type { DisclosurePeriod } from '../../src/disclosure/period.ts';
import { findChangesSince, findRelease, insertRelease } from '../../src/disclosure/release/store.ts';
import { releasedMessage } from '../../src/disclosure/state-views.ts';
import { findDraft, findPending } from '../../src/disclosure/store.ts';
import { DISCLOSURE_CHANGES, DISCLOSURE_RELEASE } from '../../src/disclosure/views.ts';
import { periodWords } from '../../src/disclosure/words.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { readable } from '../../src/people/mentions.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { noticeView } from '../../src/slack/notice.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import { plainMessage } from '../../src/slack/privately.ts';
import type { Answer, Pressed, Submitted, Turn } from '../../src/slack/turn.ts';
import { periodOf, whenIn } from './preview.ts';

/** Releasing a table for good, and its next versions. */
export const releasing: Heard[] = [
  press(DISCLOSURE_RELEASE, Words, open, 'form_in_place'),
  press(DISCLOSURE_CHANGES, Words, async (turn) => {
    const { changes } = await releaseAbout(periodOf(turn.pressed, turn), turn);
    return plainMessage(changesWords(changes, turn.text));
  }),
  submission(RELEASE, release),
];

/** The table takes a while: the window opens first and is filled then. */
function open(turn: Pressed<string>): Answer | Promise<Answer> {
  const { person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const period = periodOf(turn.pressed, turn);
  const { making, releaseForm: form } = text.disclosure;
  const loading = noticeView(form.title, making(periodWords(period, text)), text);
  const filled = async () => releaseForm(await releaseAbout(period, turn), text);
  return turn.open(loading, { press: DISCLOSURE_RELEASE, value: period.key }, filled);
}

async function releaseAbout(period: DisclosurePeriod, { db }: Turn): Promise<ReleaseAbout> {
  const draft = await findDraft(db, period);
  return {
    period,
    draft,
    latest: await findRelease(db, period.key),
    pending: await findPending(db, period),
    changes: await findChangesSince(db, period, draft),
  };
}

type Seen = { period: string; print: string };

async function release({ values, metadata, key, ...turn }: Submitted<typeof RELEASE.empty, Seen>): Promise<Outcome> {
  const { db, person, text, today } = turn;
  const words = text.disclosure;
  const instead = (why: string): Outcome => ({ view: noticeView(words.releaseForm.title, why, text) });
  if (!isManager(person)) return instead(text.access.notManager);
  const period = periodOf(metadata.period, turn);
  const reason = normaliseLines(await readable(db, values.reason ?? ''));
  const seen = { print: metadata.print, reason, formKey: key };
  const by = { actor: person.userId, at: turn.now(), today };
  const made = await insertRelease(db, period, await findDraft(db, period), seen, by);
  if ('refusal' in made) {
    const why = words.releaseForm.refusals[made.refusal] ?? '';
    return made.refusal === 'reason_missing' ? refuse(why, 'reason') : instead(why);
  }
  const { version, releasedBy, releasedAt } = made.release;
  const done = words[made.again ? 'releasedAlready' : 'releasedNow'](periodWords(period, text), version);
  const name = (await findNames(db, [releasedBy])).get(releasedBy) ?? releasedBy;
  const say = releasedMessage(
    made.release,
    { name: periodWords(period, text), by: name, when: whenIn(turn)(releasedAt) },
    done,
    text,
  );
  return { done, say };
}
