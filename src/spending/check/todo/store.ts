import type { Database } from '../../../base/db/database.ts';
import type { Part } from '../../../register/pages.ts';
import { type Severity, TODOS, type Todo } from '../../../vocabulary/check.ts';
import type { Finding } from '../rule.ts';
import type { Scope } from '../scope.ts';
import { findByRank, inForce } from '../store.ts';
import { todoOf } from './rules.ts';

/** How many findings are open, by what is to be done about them. */
export async function countTodos(db: Database, scope: Scope): Promise<Record<Todo, number>> {
  const rows = await inForce(db, scope)
    .select((eb) => ['finding.rule', 'finding.severity', eb.fn.countAll<number>().as('count')])
    .where('finding.state', '=', 'open')
    .groupBy(['finding.rule', 'finding.severity'])
    .execute();
  const of = (todo: Todo) =>
    rows
      .filter(({ rule, severity }) => todoOf({ rule, severity: severity as Severity }) === todo)
      .reduce((sum, { count }) => sum + Number(count), 0);
  return Object.fromEntries(TODOS.map((todo) => [todo, of(todo)])) as Record<Todo, number>;
}

/** A page of what is open, in the order of TODOS, the newest spends first. */
export async function findTodos(db: Database, scope: Scope, page: Part): Promise<Finding[]> {
  return findByRank(
    inForce(db, scope).where('finding.state', '=', 'open'),
    (eb) =>
      eb
        .case()
        .when('finding.severity', '=', 'block')
        .then(0)
        .when('finding.rule', '=', 'E17')
        .then(2)
        .when('finding.severity', '=', 'require')
        .then(1)
        .else(3)
        .end(),
    page,
  );
}
