import type { Database } from '../base/db/database.ts';
import { insertHistory } from '../people/history/store.ts';
import type { By } from '../register/versions.ts';
import type { PledgeFile, PledgeFileRow, Stated } from './files.ts';
import { fieldOfCode, typeOfCode } from './list/rules.ts';
import { type Known, type Plan, type Planned, planImport } from './matching.ts';
import { factsOf, type Pledge, type PledgeFacts } from './rules.ts';
import { isStepBack } from './status.ts';
import { change, findPledges } from './store.ts';
import { toRow } from './stored.ts';

/** What became of a file of pledges: `rows` = `imported` (new or changed) + `duplicates` (nothing new). */
export type PledgeIntake = { rows: number; added: number; changed: number; same: number; plan: Plan };

/** What a file would do to the register as it is now. */
export async function findPlan(db: Database, file: PledgeFile): Promise<Plan> {
  const pledges = await findPledges(db);
  const rows = await db.selectFrom('pledge').select(['id', 'imported']).where('voided_at', 'is', null).execute();
  const imported = new Map(rows.map((row) => [row.id, row.imported]));
  const known = pledges.map((pledge): Known => {
    const said = imported.get(pledge.id);
    return { pledge, imported: said ? (JSON.parse(said) as Partial<Stated>) : null };
  });
  return planImport(file.rows, known);
}

/** Takes a file in, in one transaction; `dryRun` only says what it would do. */
export async function takePledges(
  db: Database,
  file: PledgeFile,
  by: By & { fileName: string; dryRun?: boolean },
): Promise<PledgeIntake> {
  if (by.dryRun) return intakeOf(await findPlan(db, file));
  return db.transaction().execute(async (db) => {
    const plan = await findPlan(db, file);
    const intake = intakeOf(plan);
    const importId = await insertImportFile(db, intake, by);
    for (const sample of plan.samples) await retireSample(db, sample, by);
    for (const planned of plan.rows) {
      if (!planned.known) await addPledge(db, planned.row, importId, by);
      else await updatePledge(db, planned, planned.known, { ...by, importId });
    }
    return intake;
  });
}

function intakeOf(plan: Plan): PledgeIntake {
  const added = plan.rows.filter((planned) => !planned.known).length;
  const changed = plan.rows.filter((planned) => planned.differences.length > 0).length;
  return { rows: plan.rows.length, added, changed, same: plan.rows.length - added - changed, plan };
}

async function insertImportFile(db: Database, intake: PledgeIntake, by: By & { fileName: string }): Promise<number> {
  const counts = { rows: intake.rows, imported: intake.added + intake.changed, duplicates: intake.same, held: 0 };
  const { id } = await db
    .insertInto('import_file')
    .values({
      noun: 'pledge',
      name: by.fileName,
      imported_at: by.at.toISOString(),
      imported_by: by.actor,
      ...counts,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertHistory(db, {
    actor: by.actor,
    at: by.at,
    noun: 'import_file',
    record: String(id),
    action: 'imported',
    before: null,
    after: { name: by.fileName, ...counts },
  });
  return id;
}

async function addPledge(db: Database, row: PledgeFileRow, importId: number, by: By & { fileName: string }) {
  const code = row.stated.code ?? null;
  const facts: PledgeFacts = {
    term: row.term,
    code,
    number: null,
    type: typeOfCode(code),
    field: fieldOfCode(code),
    department: null,
    goal: null,
    timing: null,
    kind: null,
    status: null,
    progress: null,
    nonBudget: false,
    budget: null,
    secured: null,
    spent: null,
    basisKind: null,
    basis: null,
    ...row.stated,
  };
  const { id } = await db
    .insertInto('pledge')
    .values({
      ...toRow(facts),
      owner: null,
      flags: row.flags.join(','),
      imported: JSON.stringify(row.stated),
      origin: 'import',
      import_id: importId,
      line: row.line,
      form_key: null,
      created_by: by.actor,
      created_at: by.at.toISOString(),
      version: 1,
      voided_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const after = { ...facts, evidence: `${by.fileName}:${row.line}` };
  await insertHistory(db, { ...change(by, id), action: 'imported', before: null, after });
}

/** Takes over what the file says anew; what it repeats stays as people have made it since. */
async function updatePledge(
  db: Database,
  { row, differences }: Planned,
  { pledge, imported }: Known,
  { importId, ...by }: By & { fileName: string; importId: number },
): Promise<void> {
  const said = JSON.stringify({ ...imported, ...row.stated });
  if (differences.length === 0) {
    if (said === JSON.stringify(imported)) return;
    await db.updateTable('pledge').set({ imported: said }).where('id', '=', pledge.id).execute();
    return;
  }
  const news = Object.fromEntries(differences.map(({ field, after }) => [field, after])) as Partial<Stated>;
  const before = factsOf(pledge);
  const after = { ...before, ...news };
  await db
    .updateTable('pledge')
    .set({
      ...toRow(after),
      flags: row.flags.join(','),
      imported: said,
      import_id: importId,
      line: row.line,
      version: pledge.version + 1,
    })
    .where('id', '=', pledge.id)
    .execute();
  const back = after.status !== null && isStepBack(pledge.status, after.status);
  await insertHistory(db, {
    ...change(by, pledge.id),
    action: back ? 'stepped_back' : 'reimported',
    before,
    after: { ...after, evidence: `${by.fileName}:${row.line}` },
  });
}

async function retireSample(db: Database, sample: Pledge, by: By & { fileName: string }): Promise<void> {
  const voided = { voided_at: by.at.toISOString(), version: sample.version + 1 };
  await db.updateTable('pledge').set(voided).where('id', '=', sample.id).execute();
  const facts = factsOf(sample);
  await insertHistory(db, {
    ...change(by, sample.id),
    action: 'voided',
    reason: by.fileName,
    before: facts,
    after: facts,
  });
}
