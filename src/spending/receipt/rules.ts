import { isManager } from '../../people/rules.ts';
import type { Person } from '../../vocabulary/person.ts';
import type { ReceiptRefusal, ReceiptState, ReceiptType } from '../../vocabulary/receipt.ts';

export type Receipt = {
  expenseId: number;
  slackFileId: string;
  /** As its sender called it: shown, never a path. */
  name: string;
  addedBy: string;
  addedAt: Date;
  state: ReceiptState;
  refusal: ReceiptRefusal | null;
  type: ReceiptType | null;
  bytes: number | null;
};

/** A file as Slack knows it, before anyone looked inside. */
export type HandedIn = { slackFileId: string; name: string };

/** A photo of a phone has 3 to 10 MB, a scan of some pages no more than that. */
export const LARGEST_RECEIPT = 20 * 1024 * 1024;
export const LONGEST_NAME = 100;

export const counts = ({ state }: Pick<Receipt, 'state'>): boolean => state === 'stored' || state === 'wanted';

/** Receipts name places, cards and people: only who recorded the spend and managers see them. A name, which two may bear, opens nothing. */
export function maySeeReceipts(person: Person, expense: { createdBy: string }): boolean {
  return expense.createdBy === person.userId || isManager(person);
}

/** What Slack says of a file, enough to say no before it is fetched; what it really is, its content says later. */
export function refuseAtSight(file: { mimetype?: string; size?: number; external?: boolean }): ReceiptRefusal | null {
  if (file.external) return 'external';
  if ((file.size ?? 0) > LARGEST_RECEIPT) return 'too_large';
  const type = file.mimetype ?? '';
  if (/^(application\/(x-)?(zip|gzip|7z|rar|tar)|application\/.*compressed)/.test(type)) return 'archive';
  if (type === 'text/html') return 'page';
  return type === '' || /^image\/|^application\/(pdf|octet-stream)$/.test(type) ? null : 'not_a_receipt';
}

const MINUTE = 60_000;
/** Between two looks at a file host that has trouble: whoever waits for other things must not wait for it each time. */
export const FIRST_PAUSE_MS = MINUTE;

/** About two and a half days in all: a weekend without the network is no reason to lose a receipt. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720, 720, 720, 720].map((minutes) => minutes * MINUTE);

/** How long to wait after that many tries; null: it has been tried often enough. */
export const pauseAfter = (attempts: number): number | null => PAUSES[attempts - 1] ?? null;

/** So many tries that took the process down, and it is not tried again. */
export const MOST_UNFINISHED = 2;

/** How long a try may take before another process, or this one after it was killed, may try again. */
export const LEASE_MS = 2 * MINUTE;

const ENDINGS: Record<ReceiptType, [usual: string, ...others: string[]]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
};

/** What can't stand in the name of a file, and signs that make `gpj.exe` look like `exe.jpg`. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** The name it came with, made safe for whoever saves it, with the ending of what it really is. */
export function fileNameOf(name: string, type: ReceiptType): string {
  const safe =
    name
      .replace(NOT_IN_NAMES, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s.]+|[\s.]+$/g, '') || 'receipt';
  const ending = /\.([a-z0-9]{1,8})$/i.exec(safe)?.[1]?.toLowerCase();
  return ending && ENDINGS[type].includes(ending) ? safe : `${safe}.${ENDINGS[type][0]}`;
}

/** A spend a receipt may belong to, and what its message says: the likelier ones come first. */
export function byLikelihood<Spend extends { amount: number; spentOn: string | null; place: string | null }>(
  spends: readonly Spend[],
  said: { amount: number | null; spentOn: string | null; line: string },
): Spend[] {
  const score = ({ amount, spentOn, place }: Spend): number =>
    (amount === said.amount ? 4 : 0) +
    (spentOn !== null && spentOn === said.spentOn ? 2 : 0) +
    (place !== null && place !== '' && said.line.includes(place) ? 1 : 0);
  return spends.toSorted((a, b) => score(b) - score(a));
}

/** Whether the first of the likely ones was meant, or is only the newest. */
export const isLikely = (
  spend: { amount: number; spentOn: string | null },
  said: { amount: number | null; spentOn: string | null },
): boolean => spend.amount === said.amount || (said.spentOn !== null && spend.spentOn === said.spentOn);
