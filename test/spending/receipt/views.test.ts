import { expect, test } from 'vitest';
import { checkPayload } from '../../../src/simulator/block-kit/check.ts';
import { sealed } from '../../../src/slack/metadata.ts';
import { attachForm } from '../../../src/spending/receipt/form.ts';
import type { Receipt } from '../../../src/spending/receipt/rules.ts';
import {
  doneMessage,
  fileNames,
  leftOutWords,
  noneFitMessage,
  offerMessage,
  pendingOf,
  readPending,
  receiptsMessage,
  refusedMessage,
} from '../../../src/spending/receipt/views.ts';
import { textFor } from '../../../src/text/index.ts';

const LANGUAGES = ['ko', 'en'] as const;
const long = (length: number) => '<!channel>&*"\n가😀'.repeat(length).slice(0, length);
const today = '2018-03-30';

const files = Array.from({ length: 10 }, (_, i) => ({ slackFileId: `F0123456789${i}`, name: long(255) }));
const spends = Array.from({ length: 60 }, (_, i) => ({
  id: 999_999_999_999 - i,
  spentOn: i % 2 ? null : '2017-12-31',
  year: 2017,
  month: 12,
  amount: -999_999_999_999,
  place: i % 3 ? long(200) : null,
  purpose: long(500),
}));
const receipts: Receipt[] = Array.from({ length: 60 }, (_, i) => ({
  expenseId: 999_999_999_999,
  slackFileId: `F0123456${i}`,
  name: long(100),
  addedBy: 'U1',
  addedAt: new Date(0),
  state: (['stored', 'wanted', 'refused', 'removed', 'same'] as const)[i % 5] ?? 'stored',
  refusal: i % 5 === 2 ? 'active' : null,
  type: 'application/pdf',
  bytes: 19_999_999,
}));

test.each(LANGUAGES)('Slack takes everything about receipts, however long it gets (%s)', (language) => {
  const text = textFor(language);
  const pending = pendingOf(files, long(40_000));
  const leftOut = files.map(({ name }) => leftOutWords({ name, refusal: 'active', bytes: null }, text));
  const where = { text, today };
  const messages = [
    offerMessage(pendingOf(files, long(40_000)), spends, leftOut, {
      ...where,
      newFirst: true,
      sure: spends[0] ?? null,
    }),
    offerMessage(pendingOf(files, ''), [], [], { ...where, newFirst: false, sure: null }),
    noneFitMessage(leftOut, text),
    doneMessage(text.receipt.attached('E999999999999', fileNames(pending.files)), 999_999_999_999, text),
    receiptsMessage(long(300), receipts, true, text),
    ...receipts.map((receipt) => refusedMessage(receipt, text)),
  ];
  for (const message of messages) expect(checkPayload(message, 'message')).toEqual([]);
  const offer = { channel: 'D0123456789', ts: '1522378800.000100' };
  const [first = null] = spends;
  for (const initial of [first, null]) {
    const responseUrl = `https://hooks.slack.com/${'x'.repeat(120)}`;
    const view = sealed(attachForm({ ...pending, offer }, initial, leftOut, where), {
      key: 'x'.repeat(36),
      responseUrl,
    });
    expect(checkPayload(view, 'modal')).toEqual([]);
    expect(readPending(view.private_metadata ?? '').files).toHaveLength(10);
  }
});
