import { expect, test } from 'vitest';
import { addEverySample } from '../../src/samples/index.ts';
import { newDatabase, registerIn, temporaryFolder } from '../support/database.ts';
import { onlyObject, runTerminal } from '../support/terminal.ts';
import { ME, NOW, TODAY } from './given.ts';

async function registerWithSamples(): Promise<string> {
  const folder = temporaryFolder();
  const db = await newDatabase(await registerIn(folder));
  await addEverySample(db, NOW, TODAY);
  await db.destroy();
  return folder;
}

test('npx biseo ask answers with one JSON object, in words without it, and refuses what it did not understand', async () => {
  const folder = await registerWithSamples();

  const asked = await runTerminal('ask', ['2016년에 시책 얼마 썼어?', '--json'], { folder });
  expect(asked.code).toBe(0);
  expect(onlyObject(asked)).toMatchObject({
    understood: expect.stringContaining('시책추진'),
    noun: 'expense',
    measure: 'sum',
    groupBy: null,
    period: { from: '2016-01-01', to: '2016-12-31' },
    filters: { account: '203-03' },
    scope: 'office',
    value: 50_760_000,
    unit: 'won',
  });

  const words = await runTerminal('ask', ['2016년에 제일 많이 쓴 곳은?'], { folder });
  expect(words.out.split('\n').slice(0, 3)).toEqual([
    '비서실 전체 · 2016 · 집행 · 장소별 많은 순 · 합계',
    '23,796,000원',
    '해든정: 23,796,000원',
  ]);

  const unknown = await runTerminal('ask', ['날씨 어때?', '--json'], { folder });
  expect(unknown.code).toBe(1);
  expect(onlyObject(unknown)).toMatchObject({ understood: null, unknown: ['날씨'] });
  expect((onlyObject(unknown).suggestions as string[]).length).toBeGreaterThan(0);

  expect(await runTerminal('ask', [], { folder })).toMatchObject({ code: 2 });
  expect(await runTerminal('ask', ['내 할 일', '--json'], { folder })).toMatchObject({ code: 1 });
  const mine = await runTerminal('ask', ['내 할 일', '--as', ME, '--json'], { folder });
  expect(onlyObject(mine)).toMatchObject({ noun: 'followup', scope: 'mine' });
  expect(await runTerminal('ask', ['내 할 일', '--as', '아무개'], { folder })).toMatchObject({ code: 1, out: '' });
});
