import { expect, test } from 'vitest';
import { messageShortcutPayload } from '../../src/simulator/payloads.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { proper } from '../endurance/requests/mutate.ts';
import { send } from '../endurance/requests/send.ts';
import { MEMBER, startOffice } from '../support/office.ts';

const NO_STAMPS = ['', 'x', '0x10', '-1.5', '1e99', 'Infinity', '1522000000', '1522000000.', '١.١', '9'.repeat(40)];

test.each(NO_STAMPS)(
  'a message of which no moment is known, “%s”, opens no form, and its reader is told so',
  async (ts) => {
    const { slack, running, logged } = await startOffice({ connection: 'http' }, { refusalsMeant: true });
    const me = slack.as(MEMBER);
    await me.say('축사 초안 내일까지', { channel: CHANNELS.office });
    const { workspace } = slack.slack;
    const person = workspace.people.get(MEMBER);
    const channel = workspace.channels.get(CHANNELS.office);
    const [message] = [...(channel?.messages.values() ?? [])];
    if (!person || !channel || !message) throw new Error('Nobody, or nothing said.');
    const payload = messageShortcutPayload(slack.slack, person, 'followup_from_message', { message, channel });
    const wrong = { ...payload, message: { ...(payload.message as object), ts } };
    const url = `http://127.0.0.1:${running.port}/slack/events`;
    await send(url, slack.signingSecret, proper('interaction', wrong as never));
    await slack.settled();
    expect(me.view()).toBeUndefined();
    expect(me.messages(CHANNELS.office).at(-1)?.text).toContain('끝까지 처리하지 못했습니다');
    const [failed, ...others] = logged.filter((it) => it.includes('A handler failed'));
    expect(failed).toContain('ZodError');
    expect(others).toEqual([]);
  },
);
