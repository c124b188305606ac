import type { Context } from '@slack/bolt';
import type { Text } from '../text/index.ts';
import type { Person } from '../vocabulary/person.ts';

/** Who is at the door, known to be of the office, and the language they read. */
export type Visitor = { person: Person; text: Text };

/** The visitor that app.ts let in; every listener is called with one. */
export function visitorOf(context: Context): Visitor {
  return context.visitor as Visitor;
}
