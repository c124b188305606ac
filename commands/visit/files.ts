import { type Press, press, Words } from '../../src/slack/command.ts';
import { inTime } from '../../src/slack/in-time.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Turn, Typed } from '../../src/slack/turn.ts';
import { sendFiltered } from '../../src/visit/files.ts';
import { renewKey } from '../../src/visit/subscription/store.ts';
import { CALENDAR_RENEW, subscriptionMessage } from '../../src/visit/subscription/views.ts';

/** `달력`, `2016 엑셀`, `민생현장`: the visits of those words as a file, sent to the person's messages with the app. */
export async function sendVisits(turn: Typed): Promise<Message> {
  const sending = sendFiltered(turn);
  if (!(await inTime(sending))) await turn.tell({ text: turn.text.files.exportStarted });
  return sending;
}

/** A new address in place of the person's old one. */
async function renew({ db, person, text, config }: Turn): Promise<Message> {
  const { publicUrl } = config;
  if (!publicUrl) return plainMessage(text.visit.files.icsHint);
  return subscriptionMessage([text.visit.files.renewed], { publicUrl, key: await renewKey(db, person.userId) }, text);
}

export const subscription: Press[] = [press(CALENDAR_RENEW, Words, renew)];
