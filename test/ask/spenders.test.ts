import { expect, test } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { findCalled } from '../../src/ask/names.ts';
import { understoodWords } from '../../src/ask/words.ts';
import { textFor } from '../../src/text/index.ts';
import { register } from './given.ts';
import { addOffice, BUSAN } from './offices.ts';

const [BORA, JEONGMIN] = ['U0PERSON0', 'U0PERSON1'];

/** Half of what 이정민 entered was spent by 김보라, and some by the mayor. */
const db = register(async (db) => {
  await addOffice(db, BUSAN);
  const theirs = await db.selectFrom('expense').select('id').where('created_by', '=', JEONGMIN).orderBy('id').execute();
  const put = (spender: string, ids: number[]) =>
    db.updateTable('expense').set({ spender }).where('id', 'in', ids).execute();
  const ids = theirs.map(({ id }) => id);
  await put('김보라', ids.slice(0, 12));
  await put('시장', ids.slice(12, 15));
});

const asked = async (typed: string, userId = BORA) => {
  const said = await ask(db(), typed, { today: BUSAN.today, userId, before: null });
  if (!('answer' in said)) throw new Error(`${typed}: ${said.unknown.join(' ')}`);
  return said.answer;
};

test.each(['김보라', '이정민'])('what %s spent is the same asked for by name and among all who spent', async (name) => {
  const all = await asked('사람별 집행액');
  const rows = all.rows.filter(({ label }) => label === name);

  expect(rows).toHaveLength(1);
  expect((await asked(`${name} 집행액`)).value).toBe(rows[0]?.value);
});

test('what I spent is what is asked for by my name, whoever entered it', async () => {
  expect((await asked('내가 쓴 돈 얼마야', JEONGMIN)).value).toBe((await asked('이정민이 쓴 돈 얼마야')).value);
});

test('the answer says that a person is who spent', async () => {
  const { query } = await asked('김보라 집행액');

  expect(understoodWords(query, textFor('ko'), BUSAN.today, await findCalled(db(), query))).toContain('쓴 사람 김보라');
});
