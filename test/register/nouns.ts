import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../../src/base/db/database.ts';
import { putMembers } from '../../src/council/members/store.ts';
import { insertContacts } from '../../src/council/store.ts';
import { insertFollowups } from '../../src/followup/store.ts';
import { addDays } from '../../src/korean/days.ts';
import { factsOf } from '../../src/pledge/rules.ts';
import { findPledge, insertPledge } from '../../src/pledge/store.ts';
import { insertVisits } from '../../src/visit/store.ts';
import { MEMBER, NOW, type Office } from '../support/office.ts';
import { FIELDS } from '../support/spending.ts';
import { up as createLendings } from './sixth/migration.ts';
import { lendings } from './sixth/store.ts';

export type Fields = Record<string, string | number>;
/** How its form is sent; by itself just so. */
type Submit = (fields: Fields) => Promise<unknown>;

/** What the table of conversations has to know of a noun. */
export type Noun = {
  noun: string;
  table: string;
  say: { ko: string; en: string };
  /** The first record's name, and what ends it. */
  name: string;
  end: string;
  /** A word of the first record. */
  word: string;
  /** Two fields of its form, and what one person and another put there. */
  edits: [field: string, value: string][];
  /** What every edit has to say besides. */
  beside?: Record<string, string>;
  pages: string;
  record(office: Office, say: string, submit?: Submit): Promise<unknown>;
  /** So many more of one person's, as its store enters them. */
  many(db: Database, count: number): Promise<unknown>;
};

async function enter({ slack }: Office, [say, line]: [string, string], fields: Fields = {}, submit?: Submit) {
  const me = slack.as(MEMBER);
  await me.type(say, line);
  await me.seesView();
  await (submit ?? me.submit)(fields);
  await slack.settled();
}

const BY = { actor: MEMBER, at: NOW };

export const NOUNS: Noun[] = [
  {
    noun: 'expense',
    table: 'expense',
    say: { ko: '/지출', en: '/expense' },
    name: 'E1',
    word: '미진',
    end: 'void',
    edits: [
      ['place', '수정식당'],
      ['purpose', '고친 목적'],
    ],
    pages: 'expense_page',
    record: (office, say, submit) => enter(office, [say, ''], FIELDS, submit),
    async many(db, count) {
      const { id: _id, ...first } = await db.selectFrom('expense').selectAll().executeTakeFirstOrThrow();
      for (let i = 0; i < count; i++)
        await db
          .insertInto('expense')
          .values({ ...first, nth: i + 2, form_key: randomUUID() })
          .execute();
    },
  },
  {
    noun: 'followup',
    table: 'followup',
    say: { ko: '/후속', en: '/followup' },
    name: 'F1',
    word: '강남',
    end: 'void',
    edits: [
      ['title', '고친 제목'],
      ['department', '안전총괄본부'],
    ],
    pages: 'followup_page',
    record: (office, say, submit) => enter(office, [say, 'add 강남 주차장 답변'], {}, submit),
    many: (db, count) => {
      const source = { noun: 'message' as const, record: '1' };
      return insertFollowups(
        db,
        Array.from({ length: count }, (_, i) => ({ source, title: `할 일 ${i}`, owner: MEMBER })),
        BY,
      );
    },
  },
  {
    noun: 'visit',
    table: 'visit',
    say: { ko: '/현장', en: '/visit' },
    name: 'V1',
    word: '우이신설',
    end: 'cancel',
    edits: [
      ['title', '고친 제목'],
      ['purpose', '고친 목적'],
    ],
    pages: 'visit_page',
    record: (office, say, submit) =>
      enter(office, [say, '4/9 14:00 우이신설 공사현장 점검 강북구 민생현장'], {}, submit),
    async many(db, count) {
      const program = await db.selectFrom('program').select('id').orderBy('id').executeTakeFirstOrThrow();
      const plan = { programId: program.id, title: '점검', startTime: '10:00', endTime: null, place: '현장' };
      const rest = { district: '중구', purpose: '안전', owner: MEMBER, staff: [] };
      const plans = Array.from({ length: count }, (_, i) => {
        const day = addDays('2018-05-01', i);
        return { ...plan, ...rest, startsOn: day, endsOn: day, partner: null, partnerLevel: null, countries: null };
      });
      await insertVisits(db, plans, { ...BY, accepted: new Set(), formKey: randomUUID() });
    },
  },
  {
    noun: 'council',
    table: 'council_contact',
    say: { ko: '/의회', en: '/council' },
    name: 'C1',
    word: '학교',
    end: 'void',
    edits: [
      ['agenda', '고친 안건'],
      ['result', '반영하기로 함'],
    ],
    pages: 'council_page',
    async record(office, say, submit) {
      const member = { term: 11, constituency: null, post: null, party: '한빛당', committee: '교통위원회' };
      const listed = [{ ...member, name: '김가람', district: '강남구' }];
      await putMembers(office.db, listed, { actor: 'test', at: NOW, origin: 'file' });
      await enter(office, [say, '3/29 면담 김가람 학교 앞 안전 대책'], {}, submit);
    },
    many: (db, count) => {
      const talk = {
        kind: 'mayor_meeting' as const,
        heldOn: '2018-03-02',
        heldTime: null,
        agenda: '현안',
        result: null,
      };
      const rest = { others: '주민 2명', memberIds: [], visitId: null, briefingId: null };
      const talks = Array.from({ length: count }, () => ({ talk: { ...talk, ...rest }, requests: [], actor: MEMBER }));
      return insertContacts(db, talks, NOW);
    },
  },
  {
    noun: 'pledge',
    table: 'pledge',
    say: { ko: '/공약', en: '/pledge' },
    name: 'P1',
    word: '골목',
    end: 'void',
    edits: [
      ['title', '고친 공약'],
      ['goal', '고친 목표'],
    ],
    beside: { source: '안전총괄과-1234' },
    pages: 'pledge_page',
    async record(office, say, submit) {
      // What a pledge says is managers' business.
      await office.db.updateTable('person').set({ role: 'manager' }).where('user_id', '=', MEMBER).execute();
      await enter(office, [say, 'add 골목 안전등'], { owner: MEMBER, source: '안전총괄과-1234' }, submit);
    },
    async many(db, count) {
      const first = await findPledge(db, 1);
      if (!first) throw new Error('No pledge.');
      for (let i = 0; i < count; i++) {
        const facts = { ...factsOf(first), title: `공약 ${i}` };
        await insertPledge(db, facts, { ...BY, formKey: randomUUID(), source: '공약실천계획' });
      }
    },
  },
  // A made-up sixth noun: what it costs to add one.
  {
    noun: 'lending',
    table: 'lending',
    say: { ko: '/대여', en: '/lend' },
    name: 'L1',
    word: '프로젝터',
    end: 'void',
    edits: [
      ['thing', '고친 물건'],
      ['whom', '고친 사람'],
    ],
    pages: 'lending_page',
    async record(office, say, submit) {
      await createLendings(office.db as unknown as Kysely<never>);
      const known = { description: '', usage_hint: '', should_escape: false };
      office.slack.slack.manifest.features.slash_commands.push({ ...known, command: say });
      await enter(office, [say, 'add'], { thing: '빔 프로젝터', whom: '총무과' }, submit);
    },
    async many(db, count) {
      const said = { thing: '의자', whom: '민원실' };
      for (let i = 0; i < count; i++) await lendings.enter(db, said, { ...BY, formKey: null, origin: 'form' }, {});
    },
  },
];
