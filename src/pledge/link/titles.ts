import type { Database } from '../../base/db/database.ts';
import { findContact } from '../../council/store.ts';
import { findFollowup } from '../../followup/store.ts';
import { findExpense } from '../../spending/expense/store.ts';
import { findVisit } from '../../visit/store.ts';

/** What a record is about, by the name people say (`V87`): null when there is none of that name. */
export async function recordTitle(db: Database, record: string): Promise<string | null> {
  const id = Number(record.slice(1));
  switch (record[0]) {
    case 'V': {
      const visit = await findVisit(db, id);
      return visit && `${visit.startsOn} ${visit.title}`;
    }
    case 'C': {
      const contact = await findContact(db, id);
      return contact && `${contact.heldOn} ${contact.agenda}`;
    }
    case 'F':
      return (await findFollowup(db, id))?.title ?? null;
    case 'E':
      return (await findExpense(db, id))?.purpose ?? null;
    default:
      return null;
  }
}
