import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/korean/days.ts';
import type { Plan } from '../../src/visit/rules.ts';
import { cancelVisit, insertVisits } from '../../src/visit/store.ts';
import { cardForm, type It, type Right, typed, typedForm } from '../support/rights.ts';
import { spend } from './expense.ts';

/** A visit of the owner's, after or before today, on a day of its own. */
export async function visit(it: It, first = '2018-04-10'): Promise<number> {
  const day = addDays(first, it.nth % 60);
  const { id: programId } = await it.db
    .selectFrom('program')
    .select('id')
    .where('kind', '=', 'site')
    .executeTakeFirstOrThrow();
  const plan: Plan = {
    programId,
    title: `공사현장 점검 ${it.nth}`,
    startsOn: day,
    startTime: '14:00',
    endsOn: day,
    endTime: null,
    place: '우이신설 현장',
    district: '강북구',
    purpose: '안전 점검',
    owner: it.owner,
    staff: [],
    partner: null,
    partnerLevel: null,
    countries: null,
  };
  const made = await insertVisits(it.db, [plan], { ...it.by, accepted: new Set(), formKey: randomUUID() });
  if ('clashes' in made || !made.visits[0]) throw new Error('No visit.');
  return made.visits[0].id;
}

const PAST = '2018-01-02';
const show = (id: number): [string, string] => ['/현장', `보기 V${id}`];

export const VISIT = {
  'plan a visit': {
    changes: 'visit',
    scene: async (it) =>
      typedForm(it, '/현장', `${4 + (it.nth % 8)}/${1 + (it.nth % 28)} 14:00 현장 ${it.nth} 강북구 민생현장 @우이동`, {
        place: '우이동',
        purpose: '점검',
      }),
  },
  'edit a visit': {
    changes: 'visit',
    scene: async (it) => cardForm(it, show(await visit(it)), 'visit_edit', { title: '다른 제목' }),
  },
  'move a visit': { changes: 'visit', scene: async (it) => typed(it, '/현장', `옮기기 V${await visit(it)} 16:30`) },
  'cancel a visit': {
    changes: 'visit',
    scene: async (it) => cardForm(it, show(await visit(it)), 'visit_cancel', { reason: '우천' }),
  },
  'bring back a visit that was called off': {
    changes: 'visit',
    scene: async (it) => {
      const id = await visit(it);
      await cancelVisit(it.db, id, { ...it.by, reason: '우천' });
      return cardForm(it, show(id), 'visit_restore', { reason: '비가 그침' });
    },
  },
  'say what came of a visit': {
    changes: 'visit',
    scene: async (it) =>
      cardForm(it, show(await visit(it, PAST)), 'visit_result_open', { participants: 12, summary: '들음' }),
  },
  'say who came to a visit and what was given': {
    changes: 'visit',
    scene: async (it) => cardForm(it, show(await visit(it)), 'visit_reported_open', { guest_title: '대통령' }),
  },
  'note that the council was told': {
    changes: 'visit_notice',
    scene: async (it) =>
      cardForm(it, show(await visit(it)), 'visit_share_open', { how: 'phone', others: '교통위원장' }),
  },
  'tie a spend to a visit': {
    changes: 'visit_expense',
    scene: async (it) => typed(it, '/현장', `연결 V${await visit(it)} E${await spend(it)}`),
  },
  'tie spends to a visit in the form': {
    changes: 'visit_expense',
    scene: async (it) => {
      // Anyone may open the form: one's own spend may belong to anybody's visit.
      await it.me.type('/현장', `연결 V${await visit(it)}`);
      await it.me.seesView();
      const expenses = `E${await spend(it)}`;
      return { acts: () => it.me.submit({ expenses }) };
    },
  },
  'change a program': {
    changes: 'program',
    scene: (it) => cardForm(it, ['/현장', '사업'], 'program_open', { name: `사업 ${it.nth}` }),
  },
  'set what is near and far': {
    changes: 'visit_setting',
    scene: async (it) => typedForm(it, '/현장', '설정', { between: (it.nth % 100) + 1 }),
  },
  'take the visits along': {
    reveals: () => '\\.xlsx',
    scene: async (it) => {
      await visit(it);
      return typed(it, '/현장', '내보내기 2018');
    },
  },
} satisfies Record<string, Right>;
