import { type Kysely, sql } from 'kysely';

/**
 * A request for approval goes out when it can be approved: `out_at` is when the one that is open did, `called` how often somebody was
 * called about it since, `drawn_out` whether the message to the spender says that it is out. What waited before was out.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('approval').addColumn('out_at', 'text').execute();
  for (const column of ['called', 'drawn_out']) {
    await db.schema
      .alterTable('approval')
      .addColumn(column, 'integer', (col) => col.notNull().defaultTo(0))
      .execute();
  }
  await sql`
    update approval
    set drawn_out = 1,
        out_at = (
          select at from approval_event
          where approval_event.expense_id = approval.expense_id and approval_event.version = approval.version
        )
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const column of ['drawn_out', 'called', 'out_at']) {
    await db.schema.alterTable('approval').dropColumn(column).execute();
  }
}
