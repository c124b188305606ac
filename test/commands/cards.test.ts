import { expect, test } from 'vitest';
import { addEverySample } from '../../src/samples/index.ts';
import { elementsOf } from '../../src/simulator/elements.ts';
import { MANAGER, MEMBER, NOW, SETTINGS, startOffice } from '../support/office.ts';
import { FIELDS, recordOne } from '../support/spending.ts';

test('a card of any noun has five buttons at most, and the rest behind one menu', async () => {
  const office = await startOffice();
  const { db, slack } = office;
  await db.deleteFrom('person').execute();
  await addEverySample(db, NOW, '2018-03-30');
  await db.updateTable('person').set({ role: 'administrator' }).where('user_id', '=', MANAGER).execute();
  const boss = slack.as(MANAGER);
  await boss.type('/지출', '결재');
  await boss.press('결재 설정', { in: await boss.reads('결재') });
  await boss.seesView('결재 설정');
  await boss.submit({ 'mode_203-03': 'always' });
  await boss.reads('결재 설정을 저장했습니다');
  const spend = await recordOne(slack.as(MEMBER), { ...FIELDS, spent_on: '2018-03-30' });

  const cards: [command: string, typed: string][] = [
    ['/지출', `보기 ${spend}`],
    ['/현장', `보기 V1`],
    ['/의회', `보기 C1`],
    ['/의회', `설명 B1`],
    ['/후속', `보기 F1`],
    ['/공약', `보기 P1`],
    ['/지출', '공개 2018-02'],
    ['/지출', '현황 2016'],
    ['/지출', '점검'],
    ['/지출', '기준'],
  ];
  let menus = 0;
  for (const [command, typed] of cards) {
    const before = boss.lastAnswer();
    await boss.type(command, typed);
    const card = await boss.reads((it) => it.ts > (before?.ts ?? '') && it.buttons.length > 0);
    for (const block of card.blocks ?? []) {
      if (block.type !== 'actions') continue;
      const types = elementsOf([block]).map(({ type }) => type);
      expect(types.filter((type) => type === 'button').length, `${command} ${typed}`).toBeLessThanOrEqual(5);
      expect(types.filter((type) => type === 'overflow').length, `${command} ${typed}`).toBeLessThanOrEqual(1);
      menus += types.filter((type) => type === 'overflow').length;
    }
  }
  expect(menus).toBeGreaterThan(0);

  await boss.type('/후속', `보기 F1`);
  const card = await boss.reads((it) => it.buttons.includes('무효 처리') && it.text.includes('F1 · '));
  await boss.press('무효 처리', { in: card });
  await boss.seesView('무효 처리');
});

test.each(SETTINGS)(
  'a card of one record offers the next step that fits its state ($connection, $language)',
  async (setting) => {
    const { db, slack } = await startOffice(setting);
    await db.deleteFrom('person').execute();
    await addEverySample(db, NOW, '2018-03-30');
    await db.updateTable('person').set({ language: setting.language }).execute();
    await db.updateTable('person').set({ role: 'administrator' }).where('user_id', '=', MANAGER).execute();
    const boss = slack.as(MANAGER);
    const cards: [command: string, name: string][] = [
      ['/expense', 'E1'],
      ['/visit', 'V1'],
      ['/council', 'C1'],
      ['/followup', 'F1'],
      ['/pledge', 'P1'],
    ];
    const buttonsOf = async (command: string, name: string): Promise<string> => {
      const before = boss.lastAnswer()?.ts ?? '';
      await boss.type(command, `show ${name}`);
      return (await boss.reads((it) => it.ts > before && it.buttons.length > 0)).buttons.join(' · ');
    };
    const said = {
      ko: { change: /수정|갱신/, restore: /되살리기/ },
      en: { change: /Edit|Update/, restore: /Restore/ },
    };
    const { change, restore } = said[setting.language];

    for (const [command, name] of cards) {
      const buttons = await buttonsOf(command, name);
      expect(buttons, name).toMatch(change);
      expect(buttons, name).not.toMatch(restore);
    }
    const at = NOW.toISOString();
    for (const table of ['expense', 'council_contact', 'pledge'] as const)
      await db.updateTable(table).set({ voided_at: at }).execute();
    await db.updateTable('followup').set({ voided_at: at, open: 0 }).execute();
    await db.updateTable('visit').set({ cancelled_at: at }).execute();
    for (const [command, name] of cards) {
      const buttons = await buttonsOf(command, name);
      expect(buttons, name).toMatch(restore);
      expect(buttons, name).not.toMatch(change);
    }
  },
);
