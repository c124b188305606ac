import type { Plan } from '../../src/visit/rules.ts';
import { insertVisits } from '../../src/visit/store.ts';
import { MANAGER, MEMBER, type Office, OTHER_MEMBER } from './office.ts';

/** A visit of the planner's, typed and sent, in charge of somebody else, with a member along. */
export async function planVisit({ slack, tick }: Office, line: string, fields: object = {}): Promise<void> {
  const manager = slack.as(MANAGER);
  await manager.type('/visit', line);
  await manager.seesView((view) => view.callbackId === 'visit_schedule');
  await manager.submit({ owner: MEMBER, staff: [OTHER_MEMBER], purpose: '점검', ...fields });
  await manager.reads(/V\d+/);
  await tick();
}

/** A visit that stands in the register, of a day, in charge of a member who is alone there unless said otherwise. */
export async function putVisit(
  { db, slack }: Office,
  { kind = 'inside', ...said }: Pick<Plan, 'title' | 'startsOn'> & Partial<Plan> & { kind?: 'inside' | 'site' },
  actor = MEMBER,
): Promise<void> {
  const program = await db.selectFrom('program').select('id').where('kind', '=', kind).executeTakeFirstOrThrow();
  const plan: Plan = {
    ...{ programId: program.id, startTime: '14:00', endsOn: said.startsOn, endTime: null },
    ...{ place: '현장', district: '강북구', purpose: '점검', owner: MEMBER, staff: [] },
    ...{ partner: null, partnerLevel: null, countries: null, ...said },
  };
  await insertVisits(db, [plan], { actor, at: slack.now(), formKey: said.title, accepted: new Set() });
}
