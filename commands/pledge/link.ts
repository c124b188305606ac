import { PLEDGE_LINK } from '../../src/pledge/card.ts';
import { LINK, linkForm } from '../../src/pledge/link/form.ts';
import { recordNamed } from '../../src/pledge/link/rules.ts';
import { insertLink } from '../../src/pledge/link/store.ts';
import { recordTitle } from '../../src/pledge/link/titles.ts';
import { REVIEW_MEETING } from '../../src/pledge/reviews/views.ts';
import { type Pledge, pledgeName } from '../../src/pledge/rules.ts';
import { findPledge } from '../../src/pledge/store.ts';
import { doneMessage } from '../../src/pledge/views.ts';
import { answerOf } from '../../src/register/ending.ts';
import { type Heard, Id, press, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Answer, Turn, Typed } from '../../src/slack/turn.ts';
import { isPledge, onePledge } from './find.ts';

export const linking: Heard[] = [
  ...[PLEDGE_LINK, REVIEW_MEETING].map((id) => press(id, Id, (turn) => openById(turn.pressed, turn))),
  submission(LINK, async ({ values, metadata, ...turn }) => {
    const pledge = await findPledge(turn.db, metadata.id);
    return pledge ? link(pledge, values, turn) : refuse(turn.text.pledge.form.gone, 'record');
  }),
];

/** `1-2-3 V87` ties a visit to the pledge; without a record a form asks for it. */
export async function linkTyped(turn: Typed): Promise<Answer> {
  const tokens = turn.typed.split(' ').filter(Boolean);
  const record = tokens.length > 1 && recordNamed(tokens.at(-1) ?? '') ? (tokens.at(-1) ?? '') : null;
  const found = await onePledge((record ? tokens.slice(0, -1) : tokens).join(' '), turn);
  if (!isPledge(found)) return found;
  return record ? answerOf(await link(found, { record, note: null }, turn)) : open(found, turn);
}

async function openById(id: number, turn: Turn): Promise<Answer> {
  const pledge = await findPledge(turn.db, id);
  return pledge ? open(pledge, turn) : { text: turn.text.pledge.form.gone };
}

const open = (pledge: Pledge, turn: Turn): Promise<Answer> =>
  turn.open(linkForm(pledge, turn.text), { press: PLEDGE_LINK, value: String(pledge.id) });

async function link(pledge: Pledge, typed: typeof LINK.empty, turn: Turn): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.pledge.links;
  const record = recordNamed(typed.record ?? '');
  if (!record) return refuse(words.notARecord, 'record');
  if ((await recordTitle(db, record)) === null) return refuse(words.noSuchRecord(record), 'record');
  const by = { actor: person.userId, at: turn.now(), note: typed.note?.trim() || null };
  const inserted = await insertLink(db, pledge.id, record, by);
  const done = (inserted ? words.linked : words.before)(pledgeName(pledge), record);
  return { done, say: doneMessage(done, pledge, text) };
}
