import { expect, test } from 'vitest';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import { takeIn } from '../../../src/spending/imported/intake.ts';
import { IMPORT_UNDO } from '../../../src/spending/imported/list-views.ts';
import { TWIN_REPLACE_ALL, TWINS, twinAction } from '../../../src/spending/twin/views.ts';
import { textFor } from '../../../src/text/index.ts';
import { MANAGER, MEMBER, NOW, type Office, SETTINGS, startOffice } from '../../support/office.ts';

const HEAD = '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액';
const row = (day: number, purpose: string, place = '가나식당') =>
  `2018-03-0${day},${place},${purpose},4명,카드,${day}0000`;

async function importFile({ db }: Office, fileName: string, ...rows: string[]): Promise<void> {
  const file = await openExpenses(new TextEncoder().encode([HEAD, ...rows].join('\n')), fileName, {
    today: '2018-03-30',
  });
  if ('refusal' in file) throw new Error(file.refusal);
  await takeIn(db, file, { fileName, actor: MANAGER, at: NOW });
}

const inForce = async ({ db }: Office) =>
  (await db.selectFrom('expense').select('id').where('voided_at', 'is', null).orderBy('id').execute()).map(
    ({ id }) => id,
  );

test.each(SETTINGS)(
  'an import tells what may be the same, offers to undo it, and takes back all it brought ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { decide, undo, list, twins } = textFor(setting.language).imported;
    await importFile(office, 'first.csv', row(5, '간담회'), row(6, '격려'));
    const manager = office.slack.as(MANAGER);

    await manager.type('/expense', 'import');
    await manager.seesView();
    const bytes = [HEAD, row(5, '오찬 간담회'), row(6, '격려')].join('\n');
    await manager.submit({ file: { name: '<!here> 정정.csv', bytes }, kind: 'expenses' });
    const summary = await manager.reads(twins.correction(1, '1', 'E1'));
    await manager.press(TWINS, { in: summary });
    await manager.reads(decide.summary('1'));

    await manager.press(IMPORT_UNDO, { in: summary });
    const form = await manager.seesView(undo.title);
    expect(form.text).toContain('<!here> 정정.csv');
    await manager.submit({});
    await manager.reads(undo.done('<!here> 정정.csv', '1', textFor(setting.language).spending.won('50,000')));
    expect(await inForce(office)).toEqual([1, 2]);

    await manager.type('/expense', setting.language === 'ko' ? '가져오기 목록' : 'import list');
    expect((await manager.reads(list.count('2'))).text).toContain(list.undone('', '').slice(0, 4).trim());
  },
);

test.each(SETTINGS)(
  'undoing a file names later ones that held its rows, which bring them back ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { undo, list } = textFor(setting.language).imported;
    await importFile(office, 'march.csv', row(5, '간담회'), row(6, '격려'));
    await importFile(office, 'april.csv', row(7, '오찬'));
    await importFile(office, 'quarter.csv', row(5, '간담회'), row(6, '격려'), row(7, '오찬'), row(8, '만찬'));
    const manager = office.slack.as(MANAGER);
    const listed = async (count: string) => {
      await manager.type('/expense', setting.language === 'ko' ? '가져오기 목록' : 'import list');
      return manager.reads(list.count(count));
    };

    await manager.press('1', { in: await listed('3') });
    expect((await manager.seesView(undo.title)).text).toContain(undo.again('quarter.csv'));
    await manager.submit({});
    await manager.reads(undo.nowAgain('quarter.csv'));
    expect(await inForce(office)).toEqual([3, 4]);

    await importFile(office, 'quarter.csv', row(5, '간담회'), row(6, '격려'), row(7, '오찬'), row(8, '만찬'));
    expect(await inForce(office)).toHaveLength(4);
    await manager.press('4', { in: await listed('4') });
    expect((await manager.seesView(undo.title)).text).not.toContain(undo.again(''));
  },
);

test('one press says same and which stays, or two spends; all corrections can be taken at once; each is decided once', async () => {
  const office = await startOffice();
  const days = [1, 2, 3, 4];
  await importFile(office, 'a.csv', ...days.map((day) => row(day, '간담회')));
  await importFile(office, 'b.csv', ...days.map((day) => row(day, '오찬 간담회')));
  const manager = office.slack.as(MANAGER);

  await manager.type('/지출', '점검');
  await manager.reads('같은 지출일 수 있음 4쌍');
  await manager.type('/지출', '현황 2018');
  await manager.press(TWINS, { in: await manager.reads('확인할 같은 지출 4쌍, 100,000원이 두 번 잡혔을 수 있음') });
  const list = await manager.reads('정하지 않은 것 4쌍');
  await manager.press(twinAction('different'), { in: list });
  await manager.reads('다른 지출로 정했습니다');
  await manager.press(twinAction('keep_earlier'), { in: await manager.reads('정하지 않은 것 3쌍') });
  await manager.reads('E2 기록을 남기고 E6 기록은 무효 처리했습니다');
  await manager.press(TWIN_REPLACE_ALL, { in: await manager.reads('정하지 않은 것 2쌍') });
  await manager.reads('2건을 새것으로 바꿨습니다');
  expect(await inForce(office)).toEqual([1, 2, 5, 7, 8]);

  await manager.type('/지출', '중복');
  await manager.reads('같은 지출일 수 있는 기록이 없습니다');
});

test('a spend entered by hand beside its row of the card company is asked about; members decide nothing', async () => {
  const office = await startOffice();
  await importFile(office, 'card.csv', row(5, '간담회', '(주)미진 광화문점'));
  const me = office.slack.as(MEMBER);
  await me.type('/expense');
  await me.seesView();
  await me.submit({
    spent_on: '2018-03-05',
    amount: '50,000',
    account: '203-03',
    activity: '4-나',
    place: '미진',
    purpose: '조례 개정 간담회',
    headcount: 4,
    payment: 'card',
  });
  await me.reads('E2');
  await me.type('/지출', '중복');
  await me.reads('책임자나 관리자만 할 수 있는 일입니다. 책임자에게 부탁해 주세요.');
  await office.slack.as(MANAGER).type('/지출', '중복');
  expect((await office.slack.as(MANAGER).reads('정하지 않은 것 1쌍')).text).toContain('E2');
});
