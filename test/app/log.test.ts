import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ADMINISTRATOR, EVERY_SETTING, MEMBER, startOffice } from '../support/office.ts';
import { postSigned } from '../support/signed.ts';
import { FIELDS, recordOne } from '../support/spending.ts';

const [NAME, PHONE] = ['표홍길동', '010-9876-5432'];
const TYPED = `85000 미진 ${NAME} ${PHONE} 4명 조례 개정 간담회 시책 카드`;

test.each(EVERY_SETTING)(
  'whatever fails, no token and nothing that was typed stands in the log ($connection, $language)',
  async (setting) => {
    const { slack, db, running, logged, tick } = await startOffice(setting, { refusalsMeant: true });
    const [member, administrator] = [slack.as(MEMBER), slack.as(ADMINISTRATOR)];
    const name = await recordOne(member, { purpose: `${NAME} ${PHONE}` });
    const failures = () => logged.filter((line) => /"level":"(warn|error)"/.test(line)).length;
    const fails = async (what: string, act: () => Promise<unknown>) => {
      const before = failures();
      await act().catch(() => undefined);
      await slack.settled();
      expect(failures(), what).toBeGreaterThan(before);
    };

    await fails('an upload', async () => {
      slack.fail({ status: 500, seconds: 60, method: 'files.getUploadURLExternal' });
      await administrator.type('/지출', `내보내기 2018 csv`);
    });
    slack.fail();
    await fails('a message', async () => {
      slack.fail({ status: 500, seconds: 60 });
      await member.dm(TYPED);
    });
    slack.fail();
    if (setting.connection === 'http')
      await fails('a request that can not be read', async () => {
        const body = `payload={"user": "${NAME}" ${PHONE}`;
        await postSigned(`http://127.0.0.1:${running.port}/slack/events`, body, slack.signingSecret);
      });

    await member.type('/expense');
    await member.seesView();
    await sql`alter table expense rename to expense_gone`.execute(db);
    await fails('a form', () => member.submit({ ...FIELDS, purpose: `${NAME} ${PHONE}`, attendees: `${NAME} 과장` }));
    await fails('a command', () => member.type('/지출', `목록 ${NAME}`));
    await fails('a message that is answered', () => member.dm(`${NAME} ${PHONE} 집행 얼마?`));
    await fails('a press', () => member.type('/지출', `보기 ${name}`));
    await tick();

    const log = logged.join('');
    for (const secret of [NAME, PHONE, slack.botToken, slack.appToken, slack.signingSecret, '/response/'])
      expect(log).not.toContain(secret);
  },
);
