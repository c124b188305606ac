import { describe, expect, test } from 'vitest';
import { greetingTo } from '../../src/desk/setup/compose.ts';
import { setupMessage } from '../../src/desk/setup/views.ts';
import { putEntries } from '../../src/outbox/store.ts';
import { findOfficeSettings } from '../../src/people/settings/store.ts';
import { putPerson } from '../../src/people/store.ts';
import { checkPayload } from '../../src/simulator/block-kit/check.ts';
import { textFor } from '../../src/text/index.ts';
import { SETUPS } from '../../src/vocabulary/desk.ts';
import { holdWriter } from '../support/held.ts';
import { ADMINISTRATOR, MANAGER, NOW, SETTINGS, startOffice } from '../support/office.ts';

test.each(['ko', 'en'] as const)('the greeting fits into a message, full and empty (%s)', (language) => {
  for (const missing of [SETUPS, []]) {
    expect(checkPayload(setupMessage(missing, textFor(language)), 'message')).toEqual([]);
  }
});

describe.each(SETTINGS)('a first start ($connection, $language)', ({ connection, language }) => {
  const { home, access } = textFor(language);
  const { setup } = home;

  async function greeted() {
    const office = await startOffice({ connection, language });
    await putEntries(office.db, [greetingTo(ADMINISTRATOR, NOW)], NOW);
    await office.tick();
    return { ...office, boss: office.slack.as(ADMINISTRATOR) };
  }

  test('greets the administrator with each step, of which one can be done and another left out', async () => {
    const { boss, db } = await greeted();
    const greeting = await boss.reads(setup.greeting);
    expect(greeting.buttons).toEqual(expect.arrayContaining([setup.does.channel, setup.does.expenses, setup.leave]));
    expect(greeting.text).toContain(setup.says.pledges);

    await boss.press(setup.leave, { blockId: 'setup_pledges' });
    const left = await boss.reads((it) => it.text.includes(setup.greeting) && !it.text.includes(setup.says.pledges));
    expect(left.text).toContain(setup.says.budgets);
    await boss.press(setup.does.budgets);
    await boss.seesView();
    await boss.submit({ year: 2018, account: '203-03', won: '1억' });
    await boss.press(setup.again);
    await boss.reads((it) => it.text.includes(setup.greeting) && !it.text.includes(setup.says.budgets));

    expect((await findOfficeSettings(db)).setupLeftOut).toEqual(['pledges']);
    await boss.openHome();
    expect((await boss.seesHome(setup.title)).text).not.toContain(setup.says.pledges);
  });

  test('once every step is done or left out it says how one begins', async () => {
    const { boss } = await greeted();
    const { text } = await boss.reads(setup.greeting);
    for (const step of SETUPS.filter((it) => text.includes(setup.says[it]))) {
      await boss.press(setup.leave, { blockId: `setup_${step}` });
      await boss.reads((it) => !it.text.includes(setup.says[step]));
    }
    await boss.reads(setup.done);
  });

  test('steps that two administrators leave out at once are both left out', async () => {
    const { boss, db, slack, tick } = await greeted();
    const other = slack.as(MANAGER);
    await putPerson(
      db,
      { userId: MANAGER, name: '오매니', role: 'administrator', language },
      { actor: 'test', at: NOW },
    );
    await putEntries(db, [greetingTo(MANAGER, NOW)], NOW);
    await tick();
    await Promise.all([boss, other].map((it) => it.reads(setup.greeting)));

    const held = holdWriter(db);
    await boss.press(setup.leave, { blockId: 'setup_pledges' });
    await other.press(setup.leave, { blockId: 'setup_budgets' });
    await held.release();
    await slack.settled();

    expect((await findOfficeSettings(db)).setupLeftOut.toSorted()).toEqual(['budgets', 'pledges']);
  });

  test('who is an administrator no more leaves no step out', async () => {
    const { boss, db } = await greeted();
    await boss.reads(setup.greeting);
    await putPerson(
      db,
      { userId: ADMINISTRATOR, name: '한지우', role: 'manager', language },
      { actor: 'test', at: NOW },
    );

    await boss.press(setup.leave, { blockId: 'setup_pledges' });

    await boss.reads(access.notAdministrator);
    expect((await findOfficeSettings(db)).setupLeftOut).toEqual([]);
  });
});
