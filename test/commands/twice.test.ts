import { expect, test } from 'vitest';
import { ADMINISTRATOR, OTHER_MEMBER, SETTINGS, startOffice } from '../support/office.ts';

test.each(SETTINGS)(
  'a form of the office that is sent twice says the same twice, and is in the history once ($connection, $language)',
  async (setting) => {
    const { db, slack } = await startOffice(setting);
    const boss = slack.as(ADMINISTRATOR);
    const forms: [typed: string, button: string, values: Record<string, string>, noun: string][] = [
      ['people', 'person_change', { person: OTHER_MEMBER, role: 'manager' }, 'person'],
      ['menu', 'menu_category_open', { activity: '4-나', category: '새 분야' }, 'category'],
      ['menu', 'budget_open', { year: '2018', account: '203-03', won: '1000000' }, 'budget'],
    ];
    for (const [typed, button, values, noun] of forms) {
      const before = boss.lastAnswer()?.ts ?? '';
      await boss.type('/biseo', typed);
      await boss.press(button, { in: await boss.reads((it) => it.ts > before && it.buttons.length > 0) });
      await boss.seesView();
      const entries = () => db.selectFrom('history').selectAll().where('noun', '=', noun).execute();
      const known = (await entries()).length;
      expect(await boss.submit(values), noun).toMatchObject({ ok: true });
      await slack.settled();
      const said = boss.lastAnswer();
      expect(await slack.redeliverLast(), noun).toMatchObject({ ok: true });
      await slack.settled();
      expect(boss.lastAnswer()?.text, noun).toBe(said?.text);
      expect(await entries(), noun).toHaveLength(known + 1);
    }
  },
);
