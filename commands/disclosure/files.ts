import type { App, BlockButtonAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { disclosureDocument } from '../../src/disclosure/document.ts';
import { disclosureFile } from '../../src/disclosure/file.ts';
import { countParts } from '../../src/disclosure/parts.ts';
import { readPeriod } from '../../src/disclosure/period.ts';
import { findRelease, findReleasedFile, findReleasedRows } from '../../src/disclosure/release/store.ts';
import { findDraft } from '../../src/disclosure/store.ts';
import { titleOf } from '../../src/disclosure/table.ts';
import { DISCLOSURE_DRAFT, DISCLOSURE_FILE } from '../../src/disclosure/views.ts';
import { makeFile } from '../../src/documents/file.ts';
import { FORMATS } from '../../src/documents/model.ts';
import { formatWon } from '../../src/korean/won.ts';
import { tellPrivately } from '../../src/slack/privately.ts';
import { visitorOf } from '../../src/slack/visitor.ts';
import { today } from './preview.ts';

const Value = z.object({ period: z.string(), version: z.number().int() });

/** What was released, byte for byte, and drafts; sent to the person's messages with the app. */
export function listenForDisclosureFiles(app: App, deps: Deps): void {
  const { db, log } = deps;
  for (const format of ['xlsx', 'csv'] as const) {
    app.action<BlockButtonAction>(`${DISCLOSURE_FILE}_${format}`, async ({ action, body, client, context }) => {
      const { person, text } = visitorOf(context);
      const reach = { userId: person.userId, responseUrl: body.response_url };
      const asked = Value.parse(JSON.parse(action.value ?? ''));
      const release = await findRelease(db, asked.period, asked.version);
      const bytes = await findReleasedFile(db, asked.period, asked.version, format);
      const words = text.disclosure.files;
      if (!release || !bytes) {
        await tellPrivately({ client, log }, reach, { text: words.none });
        return;
      }
      const file = { bytes, name: `${words.name(release.title, release.version)}.${format}` };
      await send(client, person.userId, file, words.sent(release.title, release.version, release.sha256[format]));
      await tellPrivately({ client, log }, reach, { text: text.files.where });
    });
  }

  for (const format of FORMATS) {
    app.action<BlockButtonAction>(`${DISCLOSURE_FILE}_${format}`, async ({ action, body, client, context }) => {
      const { person, text } = visitorOf(context);
      const reach = { userId: person.userId, responseUrl: body.response_url };
      const { period, version } = Value.parse(JSON.parse(action.value ?? ''));
      const release = await findRelease(db, period, version);
      const rows = await findReleasedRows(db, period, version);
      const words = text.disclosure.files;
      if (!release || !rows) {
        await tellPrivately({ client, log }, reach, { text: words.none });
        return;
      }
      const { bytes } = await makeFile(disclosureDocument(release.title, rows), format);
      const file = { bytes: Buffer.from(bytes), name: `${words.name(release.title, version)}.${format}` };
      await send(client, person.userId, file, words.documentSent(release.title, version));
      await tellPrivately({ client, log }, reach, { text: text.files.where });
    });
  }

  app.action<BlockButtonAction>(DISCLOSURE_DRAFT, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const period = readPeriod(action.value ?? '', today(deps));
    if (!period) return;
    const draft = await findDraft(db, period);
    const words = text.disclosure.files;
    const title = words.draft(titleOf(period, draft.rows));
    const file = { bytes: await disclosureFile(title, draft.rows, 'xlsx'), name: `${title}.xlsx` };
    await send(client, person.userId, file, words.draftSent(formatWon(countParts(draft.parts, 'open'))));
    const reach = { userId: person.userId, responseUrl: body.response_url };
    await tellPrivately({ client, log }, reach, { text: text.files.where });
  });
}

async function send(
  client: webApi.WebClient,
  userId: string,
  file: { bytes: Buffer; name: string },
  said: string,
): Promise<void> {
  const { channel } = await client.conversations.open({ users: userId });
  await client.filesUploadV2({
    channel_id: channel?.id ?? '',
    file: file.bytes,
    filename: file.name.replace(/[\\/:*?"<>|]+/g, ' '),
    initial_comment: said,
  });
}
