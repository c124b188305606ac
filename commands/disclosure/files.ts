import { z } from 'zod';
import { disclosureFile } from '../../src/disclosure/file.ts';
import { countParts } from '../../src/disclosure/parts.ts';
import { giveDocument } from '../../src/disclosure/release/document/store.ts';
import { findRelease, findReleasedFile } from '../../src/disclosure/release/store.ts';
import { findDraft } from '../../src/disclosure/store.ts';
import { titleOf } from '../../src/disclosure/table.ts';
import { DISCLOSURE_DRAFT, DISCLOSURE_FILE } from '../../src/disclosure/views.ts';
import { FORMATS, type Format } from '../../src/documents/model.ts';
import { formatWon } from '../../src/korean/won.ts';
import { type Heard, jsonOf, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import { sendFile } from '../../src/slack/send-file.ts';
import type { Pressed, Turn } from '../../src/slack/turn.ts';
import { periodOf } from './preview.ts';

const Released = jsonOf(z.object({ period: z.string(), version: z.number().int() }));
type Released = Pressed<z.infer<typeof Released>>;

/** What was released, byte for byte, and drafts; sent to the person's messages with the app. */
export const disclosureFiles: Heard[] = [
  ...(['xlsx', 'csv'] as const).map((it) => press(`${DISCLOSURE_FILE}_${it}`, Released, (turn) => sendTable(it, turn))),
  ...FORMATS.map((it) => press(`${DISCLOSURE_FILE}_${it}`, Released, (turn) => sendDocument(it, turn))),
  press(DISCLOSURE_DRAFT, Words, sendDraft),
];

async function sendTable(format: 'xlsx' | 'csv', turn: Released): Promise<Message> {
  const { db, text } = turn;
  const { period, version } = turn.pressed;
  const release = await findRelease(db, period, version);
  const bytes = await findReleasedFile(db, period, version, format);
  const words = text.disclosure.files;
  if (!release || !bytes) return { text: words.none };
  const said = words.sent(release.title, version, release.sha256[format]);
  return sent({ bytes, name: `${words.name(release.title, version)}.${format}`, said }, turn);
}

async function sendDocument(format: Format, turn: Released): Promise<Message> {
  const { db, text } = turn;
  const { period, version } = turn.pressed;
  const release = await findRelease(db, period, version);
  const made = await giveDocument(db, { period, version, format }, turn.now());
  const words = text.disclosure.files;
  if (!release || !made) return { text: words.none };
  const said = words.documentSent(release.title, version, made.sha256);
  return sent({ bytes: made.bytes, name: `${words.name(release.title, version)}.${format}`, said }, turn);
}

async function sendDraft(turn: Pressed<string>): Promise<Message> {
  const period = periodOf(turn.pressed, turn);
  const draft = await findDraft(turn.db, period);
  turn.watch.saw('undecided_names', period.key);
  const words = turn.text.disclosure.files;
  const title = words.draft(titleOf(period, draft.rows));
  const said = words.draftSent(formatWon(countParts(draft.parts, 'open')));
  return sent({ bytes: await disclosureFile(title, draft.rows, 'xlsx'), name: `${title}.xlsx`, said }, turn);
}

async function sent(file: Parameters<typeof sendFile>[1], turn: Turn): Promise<Message> {
  await sendFile(turn, file);
  return { text: turn.text.files.where };
}
