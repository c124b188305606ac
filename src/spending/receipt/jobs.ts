import { webApi as api, type webApi } from '@slack/bolt';
import { z } from 'zod';
import { registerOf } from '../../base/db/database.ts';
import type { Deps } from '../../base/deps.ts';
import { isGone } from '../../base/holder.ts';
import { putEntries } from '../../outbox/store.ts';
import { findAdministrators } from '../../people/store.ts';
import { clip } from '../../slack/blocks.ts';
import { download } from '../../slack/download.ts';
import type { ReceiptRefusal, ReceiptType } from '../../vocabulary/receipt.ts';
import { judgeRecords } from '../check/judging/store.ts';
import { inspect, looksLikePage } from './inspect.ts';
import { dropKept, keepFile } from './kept.ts';
import { refusedEntry, setAsideEntry, twiceEntry, waitingEntry } from './notices.ts';
import { FIRST_PAUSE_MS, LARGEST_RECEIPT, LONGEST_NAME, MOST_UNFINISHED, pauseAfter, refuseAtSight } from './rules.ts';
import { checksum, newName, sweep } from './shelf.ts';
import {
  claimWanted,
  countLook,
  hasSame,
  markRefused,
  markSame,
  markStored,
  postponeDue,
  postponeWanted,
  releaseWanted,
  type Wanted,
} from './wanted/store.ts';

/** What may go better later: the network, Slack, or a scope that the app lacks. */
const PASSING: ReadonlySet<ReceiptRefusal> = new Set(['unavailable', 'no_access']);

/** `size`: of what is too large, as far as it is known. */
type Refused = { refusal: ReceiptRefusal; size?: number };
type Fetched = { name: string; bytes: Buffer; type: ReceiptType } | Refused;

/**
 * Fetches the receipts that are wanted and due, one at a time, or those of one record. Whatever fails is tried again later, by the
 * timetable: nothing is lost by ending here at any moment. Never throws.
 */
export function fetchReceipts(
  deps: Deps,
  client: webApi.WebClient,
  isOver: () => boolean = () => false,
  expenseId?: number,
): Promise<void> {
  const turn = (turns.get(registerOf(deps.db)) ?? Promise.resolve()).then(() =>
    fetchAll(deps, client, isOver, expenseId),
  );
  turns.set(registerOf(deps.db), turn);
  return turn;
}

/** At the start: goes on with what was under way when the process ended, and takes away what it left half-written before then. */
export async function resumeReceipts({ db, config }: Deps, before: Date): Promise<void> {
  await releaseWanted(db, isGone);
  if (config.receiptsFolder !== null) await sweep(config.receiptsFolder, before);
}

/** One file in memory at a time, however many people send some. */
const turns = new WeakMap<object, Promise<void>>();

async function fetchAll(
  deps: Deps,
  client: webApi.WebClient,
  isOver: () => boolean,
  expenseId: number | undefined,
): Promise<void> {
  try {
    while (!isOver()) {
      const wanted = await claimWanted(deps.db, { at: deps.now(), name: newName(), by: deps.holder, expenseId });
      if (!wanted) return;
      const refused = await fetchOne(wanted, deps, client).catch((error): Refused => {
        deps.log.error({ err: error, record: wanted.expenseId }, 'A receipt could not be kept; it is tried again.');
        return { refusal: 'unavailable' };
      });
      if (refused && (await waits(wanted, refused, deps))) return; // what Slack does not give now, it gives nobody
    }
  } catch (error) {
    deps.log.error({ err: error }, 'Receipts could not be fetched; they are tried again.');
  }
}

async function fetchOne(wanted: Wanted, deps: Deps, client: webApi.WebClient): Promise<Refused | null> {
  if (wanted.unfinished >= MOST_UNFINISHED) return { refusal: 'set_aside' };
  const fetched = await fetchFile(wanted, deps, client);
  if ('refusal' in fetched) return fetched;
  await keep(wanted, fetched, deps);
  return null;
}

/** Other things wait for the timetable meanwhile. */
const TIMEOUT_MS = 20_000;

const FileInfo = z.object({
  file: z.object({
    name: z.string().nullish(),
    size: z.number().optional(),
    mimetype: z.string().optional(),
    mode: z.string().optional(),
    is_external: z.boolean().optional(),
    url_private: z.string().optional(),
  }),
});

async function fetchFile(wanted: Wanted, deps: Deps, client: webApi.WebClient): Promise<Fetched> {
  const asked = await askSlack(wanted.slackFileId, client);
  if ('refusal' in asked) return asked;
  const { name, size, mimetype = '', mode, is_external: external = false, url_private: url } = asked.file;
  if (mode === 'tombstone' || (!url && !external)) return { refusal: 'gone' };
  const known = size === undefined ? {} : { size };
  const refusal = refuseAtSight({ mimetype, external, ...known });
  if (refusal) return { refusal, ...known };

  const loaded = await download(url ?? '', { largest: LARGEST_RECEIPT, ms: TIMEOUT_MS }, deps);
  if ('refusal' in loaded) return { ...loaded, ...known };
  const { bytes } = loaded;
  // Slack answers with its log-in page, as if all were well, when the app may not read files. A page of the file's own length is the file.
  const isWhole = size === undefined || bytes.length === size;
  if (!isWhole && (loaded.html || looksLikePage(bytes))) return { refusal: 'no_access' };
  await countLook(deps.db, wanted);
  const found = await inspect(bytes);
  if ('refusal' in found) return found.refusal === 'damaged' && !isWhole ? { refusal: 'unavailable' } : found;
  return { name: clip(name || wanted.name, LONGEST_NAME), bytes, type: found.type };
}

async function askSlack(
  slackFileId: string,
  client: webApi.WebClient,
): Promise<z.infer<typeof FileInfo> | { refusal: ReceiptRefusal }> {
  try {
    return FileInfo.parse(await client.files.info({ file: slackFileId }));
  } catch (error) {
    const said = error instanceof api.WebAPIPlatformError ? error.data.error : '';
    if (/^file_(not_found|deleted)$|^not_visible$/.test(said)) return { refusal: 'gone' };
    return { refusal: NOT_ALLOWED.has(said) ? 'no_access' : 'unavailable' };
  }
}

const NOT_ALLOWED = new Set(['missing_scope', 'not_allowed_token_type', 'access_denied', 'no_permission']);

/** The file first, the note of it last: a process killed in between writes the same file again. */
async function keep(
  wanted: Wanted,
  { bytes, ...file }: Extract<Fetched, { bytes: Buffer }>,
  deps: Deps,
): Promise<void> {
  const { db } = deps;
  const sha256 = checksum(bytes);
  if (await hasSame(db, wanted, sha256)) {
    await dropKept(deps, wanted.storedAs);
    await markSame(db, wanted);
    return;
  }
  await keepFile(deps, wanted.storedAs, bytes);
  const { storedAs } = wanted;
  await db.transaction().execute(async (db) => {
    if (await hasSame(db, wanted, sha256)) return markSame(db, wanted); // another process was faster with its twin
    const others = await markStored(db, wanted, { ...file, storedAs, sha256, bytes: bytes.length });
    if (others.length > 0) await putEntries(db, [twiceEntry(wanted, others, deps.now())], deps.now());
  });
}

/** Puts it off while it may go better, else refuses it and tells; true when it was put off. */
async function waits(wanted: Wanted, { refusal, size = 0 }: Refused, deps: Deps): Promise<boolean> {
  const { db, log } = deps;
  const now = deps.now();
  if (refusal === 'no_access') log.error('Slack does not let the app read files: it lacks the scope files:read.');
  const pause = PASSING.has(refusal) ? pauseAfter(wanted.attempts) : null;
  if (pause !== null) {
    await db.transaction().execute(async (db) => {
      await postponeWanted(db, wanted, new Date(now.getTime() + pause));
      await postponeDue(db, now, new Date(now.getTime() + FIRST_PAUSE_MS));
      if (refusal === 'no_access') await putEntries(db, [waitingEntry(wanted, now)], now);
    });
    return true;
  }
  log.warn({ refusal, record: wanted.expenseId, file: wanted.slackFileId }, 'A receipt was refused.');
  const refused = await db.transaction().execute(async (db) => {
    if (!(await markRefused(db, wanted, refusal, refusal === 'too_large' && size > LARGEST_RECEIPT ? size : null)))
      return false;
    await judgeRecords(db, [wanted.expenseId], now); // it may have been its only receipt
    const administrators = refusal === 'set_aside' ? await findAdministrators(db) : [];
    const shown = administrators.map(({ userId }) => setAsideEntry(wanted, userId, now));
    await putEntries(db, [refusedEntry(wanted, refusal, now), ...shown], now);
    return true;
  });
  if (refused) await dropKept(deps, wanted.storedAs); // else another app has it, under this name
  return false;
}
