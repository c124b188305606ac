import { expect, test } from 'vitest';
import { putMembers } from '../../src/council/members/store.ts';
import { insertFollowups } from '../../src/followup/store.ts';
import { patience } from '../../src/slack/in-time.ts';
import { textFor } from '../../src/text/index.ts';
import { MEMBER, NOW, type Office, SETTINGS, startOffice } from '../support/office.ts';
import { recordOne } from '../support/spending.ts';

type Noun = {
  noun: string;
  say: { ko: string; en: string };
  name: string;
  end: string;
  record(office: Office, say: string): Promise<unknown>;
};

async function enter({ slack }: Office, say: string, line: string, fields: Record<string, string> = {}) {
  const me = slack.as(MEMBER);
  await me.type(say, line);
  await me.seesView();
  expect(await me.submit(fields)).toMatchObject({ ok: true });
  await slack.settled();
}

const NOUNS: Noun[] = [
  {
    noun: 'expense',
    say: { ko: '/지출', en: '/expense' },
    name: 'E1',
    end: 'void',
    record: ({ slack }) => recordOne(slack.as(MEMBER)),
  },
  {
    noun: 'followup',
    say: { ko: '/후속', en: '/followup' },
    name: 'F1',
    end: 'void',
    record: (office, say) => enter(office, say, 'add 강남 주차장 답변'),
  },
  {
    noun: 'visit',
    say: { ko: '/현장', en: '/visit' },
    name: 'V1',
    end: 'cancel',
    record: (office, say) => enter(office, say, '4/9 14:00 우이신설 공사현장 점검 강북구 민생현장'),
  },
  {
    noun: 'council',
    say: { ko: '/의회', en: '/council' },
    name: 'C1',
    end: 'void',
    async record(office, say) {
      const member = { term: 11, constituency: null, post: null, party: '한빛당', committee: '교통위원회' };
      const listed = [{ ...member, name: '김가람', district: '강남구' }];
      await putMembers(office.db, listed, { actor: 'test', at: NOW, origin: 'file' });
      await enter(office, say, '3/29 면담 김가람 학교 앞 안전 대책');
    },
  },
];

test.each(NOUNS.flatMap((noun) => SETTINGS.map((setting) => ({ ...noun, ...setting }))))(
  '$noun: mine, help, a word nobody knows, and an end with a reason while the database is held ($connection, $language)',
  async ({ noun, say, name, end, record, connection, language }) => {
    const office = await startOffice({ connection, language });
    const { slack, db } = office;
    const me = slack.as(MEMBER);
    const command = say[language];
    const text = textFor(language);
    await record(office, command);

    for (const mine of ['내것', 'list 나', 'list mine', 'list @김서연']) {
      await me.type(command, mine);
      await slack.settled();
      expect(me.lastAnswer()?.text, mine).toContain(name);
    }
    await me.type(command, 'list @이준호');
    await slack.settled();
    expect(me.lastAnswer()?.text).not.toContain(name);
    for (const typed of ['help', 'lsit']) {
      await me.type(command, typed);
      await slack.settled();
      expect(me.lastAnswer()?.text, typed).toContain('`');
    }

    await me.type(command, `${end} ${name}`);
    await me.seesView();
    expect(await me.submit({ reason: ' ' })).toMatchObject({ errors: { reason: text.conversation.missing } });

    const release = Promise.withResolvers<void>();
    const held = db.transaction().execute(() => release.promise);
    patience.ms = 100;
    const ended = me.submit({ reason: '@이준호 요청' });
    expect(await ended).toMatchObject({ ok: true });
    expect(me.view()?.text).toContain(text.access.saving);
    release.resolve();
    await held;
    await me.seesView((view) => !view.text.includes(text.access.saving) && view.submit === undefined);
    await slack.redeliverLast();
    await slack.settled();

    const history = await db.selectFrom('history').select(['action', 'reason']).where('noun', '=', noun).execute();
    const ends = history.filter(({ reason }) => reason !== null);
    expect(ends).toEqual([{ action: expect.stringMatching(/voided|cancelled/), reason: '@이준호 요청' }]);
  },
  30_000,
);

test('a long list is turned to its end and back, and says how many there are', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const me = slack.as(MEMBER);
  const source = { noun: 'message' as const, record: '1' };
  const items = Array.from({ length: 20 }, (_, i) => ({ source, title: `할 일 ${i + 1}`, owner: MEMBER }));
  await insertFollowups(db, items, { actor: MEMBER, at: NOW });

  await me.type('/후속', 'mine');
  expect((await me.reads('F1')).text).toContain('20');
  await me.press('followup_page_last');
  const last = await me.reads('F20');
  expect(last.text).not.toContain('F16');
  expect(last.buttons).not.toContain(textFor('ko').conversation.next);
  await me.press('followup_page_first');
  expect((await me.reads('할 일 8')).buttons).not.toContain(textFor('ko').conversation.previous);
});
