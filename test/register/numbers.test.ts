import { expect, test } from 'vitest';
import { MEMBER, SETTINGS, startOffice } from '../support/office.ts';
import { breaking, MEND, outside } from '../support/outside.ts';
import { NOUNS } from './nouns.ts';

const NUMBERED = NOUNS.filter(({ noun }) => ['expense', 'followup', 'visit', 'council'].includes(noun));

test.each(NUMBERED.flatMap((noun) => SETTINGS.map((setting) => ({ ...noun, ...setting }))))(
  '$noun: a save that failed, and a form that came twice, leave no number out ($connection, $language)',
  async ({ noun, table, say, record, connection, language }) => {
    const office = await startOffice({ connection, language });
    const { slack } = office;
    const me = slack.as(MEMBER);
    const other = await outside(office.file);
    let day = 1;
    const send = async (fields = {}) => {
      await me.submit(noun === 'visit' ? { date: `2018-04-0${day++}` } : fields);
      await slack.settled();
      if (me.view()) await me.submit(); // where it is like another it is asked about once
      await slack.settled();
    };
    const enter = () => record(office, say[language], send);
    await enter();
    await slack.redeliverLast();
    await slack.settled();

    await other.run(breaking(table));
    await enter();
    expect(me.view()).toBeDefined();
    await other.run(MEND);
    await send();
    await enter();

    const rows = await other.run(`select id from ${table} order by id`);
    await other.close();
    expect(rows.map((row) => Number((row as { id: unknown }).id))).toEqual([1, 2, 3]);
  },
);
