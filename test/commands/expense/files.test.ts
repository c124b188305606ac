import { expect, test } from 'vitest';
import { textFor } from '../../../src/text/index.ts';
import { MANAGER, MEMBER, OTHER_MEMBER, SETTINGS, startOffice } from '../../support/office.ts';
import { recordOne } from '../../support/spending.ts';

const CSV = [
  '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액',
  '2018-03-05 12:00,미진,조례 개정 간담회,4명,카드,"50,000"',
  '2018-03-06 12:00,다온,직원 격려,3명,카드,"30,000"',
  '2018-03-07 12:00,다온,직원 격려,3명,카드,얼마였지',
].join('\n');

async function upload(
  person: Awaited<ReturnType<typeof startOffice>>['slack'] extends { as(id: string): infer P } ? P : never,
  name: string,
  bytes: string | Uint8Array,
  kind = 'expenses',
) {
  await person.type('/expense', 'import');
  await person.seesView();
  return person.submit({ file: { name, bytes }, kind });
}

test.each(SETTINGS)(
  'an uploaded file is read, summed up, and counts once ($connection, $language)',
  async (setting) => {
    const { slack, db } = await startOffice(setting);
    const words = textFor(setting.language).files;
    const manager = slack.as(MANAGER);

    expect(await upload(manager, '*3월* <!here>.csv', CSV)).toMatchObject({ ok: true });
    const summary = await manager.reads(words.counts('2', '0', '1'));
    expect(summary).toMatchObject({ channel: manager.appChannel, edited: true });
    expect(summary.text).toContain(words.done('*3월* <!here>.csv', '3'));
    expect(summary.text).toContain('80,000');

    await upload(manager, '다시.csv', CSV);
    await manager.reads(words.counts('0', '3', '0'));
    expect(await db.selectFrom('expense').select('id').execute()).toHaveLength(2);
    await slack.as(MEMBER).type('/expense', 'show E1');
    expect((await slack.as(MEMBER).reads('*3월* <!here>.csv')).text).toContain('미진');
  },
);

test.each([
  ['a web page', '3월.csv', '<!DOCTYPE html><html><body>로그인해 주세요.</body></html>', '표가 없는 웹 페이지'],
  ['nothing', '3월.csv', ' \n', '빈 파일입니다'],
  ['a poem', '3월.csv', '나 보기가 역겨워\n가실 때에는\n말없이 고이 보내 드리우리다', '제목 행'],
  ['a picture', '3월.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]), '가져오지 못했습니다'],
])('a file with %s in it is refused with the reason', async (_what, name, bytes, reason) => {
  const { slack, db } = await startOffice();
  const manager = slack.as(MANAGER);

  await upload(manager, name, bytes);

  const said = await manager.reads('파일을 가져오지 못했습니다');
  expect(said.text).toContain(reason);
  expect(said.text).toContain('저장된 것은 없습니다');
  expect(await db.selectFrom('import_file').selectAll().execute()).toEqual([]);
});

test('a member imports nothing, not even with a form opened as a manager', async () => {
  const { slack, db } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/지출', '가져오기');
  await me.reads('책임자나 관리자만 할 수 있는 일입니다. 책임자에게 부탁해 주세요.');

  const manager = slack.as(MANAGER);
  await manager.type('/지출', '가져오기');
  await manager.seesView();
  await db.updateTable('person').set({ role: 'member' }).where('user_id', '=', MANAGER).execute();

  expect(await manager.submit({ file: { name: 'a.csv', bytes: CSV } })).toMatchObject({
    errors: { file: '책임자나 관리자만 할 수 있는 일입니다. 책임자에게 부탁해 주세요.' },
  });
  expect(await db.selectFrom('import_file').selectAll().execute()).toEqual([]);
});

test('budgets are imported from a file too', async () => {
  const { slack } = await startOffice();
  const manager = slack.as(MANAGER);

  await upload(
    manager,
    '예산.csv',
    '연도,과목,예산액\n2018,기관운영,"254,000,000"\n2018,시책추진,"103,200,000"',
    'budgets',
  );
  await manager.reads('예산 2건을 등록했습니다.');
  await upload(manager, '예산.csv', '연도,과목,예산액\n2018,기관운영,없음\n', 'budgets');
  expect((await manager.reads('저장된 것은 없습니다.')).text).toContain('예산.csv 2행');
  await manager.type('/지출', '현황');

  expect((await manager.reads('집행현황')).text).toContain('357,200,000원');
});

test('an import that breaks half-way says so in place of its progress', async () => {
  const { slack, db } = await startOffice();
  const manager = slack.as(MANAGER);
  await db.schema.alterTable('expense_total').renameTo('gone').execute();

  await upload(manager, '3월.csv', CSV);

  expect((await manager.reads('처리하다가 문제가 생겼습니다')).edited).toBe(true);
  expect(await db.selectFrom('expense').select('id').execute()).toEqual([]);
});

test.each(SETTINGS)('an export comes as a file in the person’s messages ($connection, $language)', async (setting) => {
  const { slack } = await startOffice(setting);
  const words = textFor(setting.language);
  const me = slack.as(MEMBER);
  await recordOne(me, { purpose: '=SUM(1) 간담회' });
  await recordOne(me, { spent_on: '2017-05-01', amount: '7,000' });

  await me.type('/expense', 'export 2018 csv');
  const said = await me.reads(words.files.exportWhere);
  expect(said.private).toBe(true);
  const message = await me.reads((it) => it.files.length > 0);
  expect(message.channel).toBe(me.appChannel);
  expect(message.files[0]?.name).toBe(`${words.files.exportName} 2018.csv`);
  expect(
    slack
      .as(OTHER_MEMBER)
      .messages()
      .some((it) => it.files.length > 0),
  ).toBe(false);

  const [file] = message.files;
  const bytes = slack.slack.workspace.files.get(file?.id ?? '')?.bytes;
  const csv = new TextDecoder().decode(bytes);
  expect(csv).toContain('85000');
  expect(csv).toContain("'=SUM(1)");
  expect(csv).not.toContain('7000');
});

test('an export of nothing says so, and a name with slashes makes no folder', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/지출', '내보내기 2016');
  await me.reads('그 기간에는 기록이 없습니다.');
  await recordOne(me, { purpose: '../../etc/passwd' });

  await me.type('/지출', '내보내기 ../../etc/passwd');

  const { files } = await me.reads((it) => it.files.length > 0);
  expect(files[0]?.name).toBe('업무추진비 .. .. etc passwd.xlsx');
});
