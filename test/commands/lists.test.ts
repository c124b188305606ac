import { expect, test } from 'vitest';
import { formatSpan } from '../../src/korean/day-words.ts';
import { textFor } from '../../src/text/index.ts';
import { OTHER_MEMBER, SETTINGS, startOffice } from '../support/office.ts';

test.each(SETTINGS)(
  'lists say what they were asked for: when it is due, how it was paid, whose it is ($connection, $language)',
  async (setting) => {
    const { db, slack } = await startOffice({ ...setting, samples: true });
    await db.updateTable('person').set({ language: setting.language }).execute();
    await db.updateTable('pledge_list').set({ person: null }).execute();
    await db.updateTable('followup').set({ due: '2016-10-20', sort_due: '2016-10-20' }).where('id', '=', 1).execute();
    const text = textFor(setting.language);
    const me = slack.as(OTHER_MEMBER);
    const asks = async (command: string, typed: string) => {
      const before = me.lastAnswer();
      await me.type(command, typed);
      return (await me.reads((it) => it.ts > (before?.ts ?? ''))).text;
    };

    for (const october of ['10월 2016', '2016년 10월', 'October 2016', '2016-10'])
      expect(await asks('/followup', `list 전체 ${october}`)).toContain(
        text.followup.list.due(...formatSpan({ from: '2016-10-01', to: '2016-10-31' }, setting.language, '2018-03-30')),
      );
    expect(await asks('/expense', 'list 현금 3월')).toContain(text.spending.payments.cash);
    for (const mine of ['내것', 'mine', 'list 나'])
      expect(await asks('/pledge', mine)).toBe(text.pledge.list.none('', text.pledge.list.mine));
    expect(await asks('/pledge', 'mine 도무지없는말')).toBe(
      text.pledge.list.none('도무지없는말', text.pledge.list.mine),
    );
  },
);
