import { expect, onTestFinished, test } from 'vitest';
import { openMembers } from '../../../src/council/members/files.ts';
import type { Listed } from '../../../src/council/members/rules.ts';
import { searchMembers } from '../../../src/council/members/search/store.ts';
import {
  changeMember,
  findGroups,
  findMember,
  findMembersOfDistrict,
  putMembers,
} from '../../../src/council/members/store.ts';
import { searchKeys } from '../../../src/korean/hangul.ts';
import { newDatabase } from '../../support/database.ts';
import { NOW } from '../../support/office.ts';

const BY = { actor: 'test', at: NOW, origin: 'file' as const };
const listed = (name: string, district: string, more: Partial<Listed> = {}): Listed => ({
  ...{ name, district, term: 11, constituency: `${district}제1선거구`, party: '새길당', committee: null, post: null },
  ...more,
});
const COUNCIL = [
  listed('최서윤', '강남구', { post: '의장', committee: '교통위원회' }),
  listed('김가람', '강남구', { party: '더불어한빛당', constituency: '강남구제2선거구' }),
  listed('이나래', '중구', { committee: '도시계획균형위원회' }),
];

async function withCouncil() {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  await putMembers(db, COUNCIL, BY);
  const find = async (typed: string) => (await searchMembers(db, typed, 100)).map(({ name }) => name);
  return { db, find };
}

test.each([
  ['', ['김가람', '이나래', '최서윤']],
  ['ㅊㅅ', ['최서윤']],
  ['ㅅㅇ', ['최서윤']],
  ['최', ['최서윤']],
  ['최서ㅇ', ['최서윤']],
  ['서윤', ['최서윤']],
  ['김가람 의원', ['김가람']],
  ['강남', ['김가람', '최서윤']],
  ['강남 새길당', ['최서윤']],
  ['한빛', ['김가람']],
  ['균형', ['이나래']],
  ['의장', ['최서윤']],
  ['제2선거구', ['김가람']],
  ['없는 사람', []],
  ["'; drop table person; --", []],
  ['%', []],
])('“%s” finds %j', async (typed, names) => {
  const { find } = await withCouncil();
  expect(await find(typed)).toEqual(names);
});

test('decomposed Hangul and the cluster that a keyboard makes of two consonants are understood', async () => {
  const { find } = await withCouncil();
  expect(await find('최서윤'.normalize('NFD'))).toEqual(['최서윤']);
  expect(searchKeys('김서연')).toContain('ㄱㅅㅇ');
});

test('the same list changes nothing, a later one adds what it knows more, and what it does not say stays', async () => {
  const { db } = await withCouncil();
  expect(await putMembers(db, COUNCIL, BY)).toEqual({ added: 0, changed: 0, same: 3 });
  const later = [listed('김가람', '강남구', { constituency: '강남구제2선거구', party: '무소속', term: null })];
  expect(await putMembers(db, later, BY)).toEqual({ added: 0, changed: 1, same: 0 });
  expect(await findMember(db, 2)).toMatchObject({ party: '무소속', district: '강남구', version: 2 });
  expect(await putMembers(db, [listed('새사람', '중구')], { ...BY, dryRun: true })).toEqual({
    added: 1,
    changed: 0,
    same: 0,
  });
  expect(await findMember(db, 4)).toBeNull();
});

test('a district’s members are found with and without 구; a new term takes the place of the last', async () => {
  const { db, find } = await withCouncil();
  expect((await findMembersOfDistrict(db, '강남')).map(({ name }) => name)).toEqual(['김가람', '최서윤']);
  expect(await findGroups(db, 'district')).toEqual([
    { name: '강남구', count: 2 },
    { name: '중구', count: 1 },
  ]);
  await putMembers(db, [listed('정새롬', '강남구', { term: 12 })], BY);
  expect((await findMembersOfDistrict(db, '강남구')).map(({ name }) => name)).toEqual(['정새롬']);
  expect(await find('강남')).toEqual(['정새롬']);
  expect(await find('최서윤')).toEqual([]);
  expect(await findGroups(db, 'district')).toEqual([{ name: '강남구', count: 1 }]);
});

test('a change is searchable at once; a second one from the same version is not made', async () => {
  const { db, find } = await withCouncil();
  const before = await findMember(db, 3);
  if (!before) throw new Error('no member');
  await changeMember(db, { id: 3, version: 1 }, { ...before, committee: '교육위원회' }, BY);
  expect(await find('교육')).toEqual(['이나래']);
  expect(await find('균형')).toEqual([]);
  expect(await changeMember(db, { id: 3, version: 1 }, { ...before, committee: '운영위원회' }, BY)).toMatchObject({
    refusal: 'changed_meanwhile',
  });
});

test.each([
  ['name,party,gu,constituency\n윤가람,새길당,종로구,종로구제1선거구\n'],
  ['성명,정당,자치구,선거구\n윤가람,새길당,종로구,종로구제1선거구\n'],
])('a list is read by its headings', async (csv) => {
  const file = await openMembers(Buffer.from(csv));
  expect(file).toEqual({
    rows: 1,
    problems: [],
    listed: [
      {
        name: '윤가람',
        party: '새길당',
        district: '종로구',
        constituency: '종로구제1선거구',
        term: null,
        committee: null,
        post: null,
      },
    ],
  });
});

test('a row without a name or with an unreadable term is named, not taken', async () => {
  const file = await openMembers(
    Buffer.from('이름,대수,상임위원회,직위\n,11,교통위원회,\n윤가람,제11대,교통위원회,위원장\n이나래,열하나,,\n'),
  );
  expect(file).toMatchObject({
    rows: 3,
    listed: [{ name: '윤가람', term: 11, committee: '교통위원회', post: '위원장' }],
    problems: [
      { line: 2, code: 'name_missing' },
      { line: 4, code: 'term_unreadable' },
    ],
  });
  expect(await openMembers(Buffer.from('하나,둘\n셋,넷\n'))).toEqual({ refusal: 'no_heading' });
});
