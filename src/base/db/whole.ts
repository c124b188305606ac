import type sqlite3 from 'sqlite3';
import { all } from './sqlite-dialect.ts';
import { codeOf } from './whole-file.ts';

/** What SQLite says of a full-text index, as opposed to the tables that people's entries stand in. */
const OF_SEARCH = /^fts5: |inverted index for FTS5 table/;

/**
 * Reads every page. An index of words holds nothing that was entered: a damaged one is built anew, and what is entered goes on being
 * saved. The connection must have been opened for this: SQLite takes an index for corrupt that another connection has written to since
 * this one last looked at it.
 */
export async function checkPages(sqlite: sqlite3.Database): Promise<'whole' | 'damaged' | 'search_rebuilt'> {
  const found = await faults(sqlite);
  if (found.length === 0) return 'whole';
  if (!found.every((line) => OF_SEARCH.test(line))) return 'damaged';
  await rebuildSearch(sqlite);
  return (await faults(sqlite)).length === 0 ? 'search_rebuilt' : 'damaged';
}

async function faults(sqlite: sqlite3.Database): Promise<string[]> {
  try {
    const said = await all<{ quick_check: string }>(sqlite, 'pragma quick_check', []);
    return said.map(({ quick_check }) => quick_check).filter((line) => line !== 'ok');
  } catch (error) {
    if (codeOf(error) === 'SQLITE_CORRUPT') return ['corrupt'];
    throw error;
  }
}

/** What goes into each index stands in the trigger that fills it (migrations/022-words.ts). */
async function rebuildSearch(sqlite: sqlite3.Database): Promise<void> {
  await all(sqlite, 'begin immediate', []);
  try {
    const filled =
      "select tbl_name, sql from sqlite_master where type = 'trigger' and name like 'search\\_%\\_added' escape '\\'";
    for (const { tbl_name: table, sql } of await all<{ tbl_name: string; sql: string }>(sqlite, filled, [])) {
      const words = /values \(new\.id, ([\s\S]+)\); end$/.exec(sql)?.[1]?.replaceAll('new.', '');
      if (!words) throw new Error(`What search_${table} is filled with was not understood.`);
      await all(sqlite, `insert into search_${table} (search_${table}) values ('delete-all')`, []);
      await all(sqlite, `insert into search_${table} (rowid, words) select id, ${words} from ${table}`, []);
    }
    await all(sqlite, 'commit', []);
  } catch (error) {
    await all(sqlite, 'rollback', []).catch(() => undefined);
    throw error;
  }
}
