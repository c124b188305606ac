import { type Kysely, sql } from 'kysely';

/** The programs of the 2016 report, for an office to begin with. */
const FIRST: [name: string, kind: string, counts: string][] = [
  ['일자리대장정', 'site', 'places,participants'],
  ['민생현장', 'site', ''],
  ['현장시장실', 'site', 'places,agenda'],
  ['시설 안전점검', 'site', ''],
  ['취약계층 방문', 'site', 'participants'],
  ['청책토론회', 'citizens', 'participants'],
  ['정책박람회', 'citizens', 'participants,agenda'],
  ['주말데이트', 'citizens', 'agenda'],
  ['집중회의', 'inside', ''],
  ['숙의', 'inside', ''],
  ['부서방문', 'inside', ''],
  ['우호교류협약', 'exchange', 'partner'],
  ['순방', 'exchange', 'countries'],
  ['외빈 접견', 'exchange', 'countries'],
  ['정책발표', 'announcement', ''],
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [position, [name, kind, counts]] of FIRST.entries()) {
    await sql`insert into program (name, kind, counts, position, version)
      values (${name}, ${kind}, ${counts}, ${position + 1}, 1)`.execute(db);
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from program`.execute(db);
}
