import { randomUUID } from 'node:crypto';
import { putEvaluation } from '../../src/pledge/evaluations/store.ts';
import { putUpdate } from '../../src/pledge/proposal/store.ts';
import { freezeRound } from '../../src/pledge/reviews/freezing/store.ts';
import { insertRound } from '../../src/pledge/reviews/store.ts';
import type { Pledge } from '../../src/pledge/rules.ts';
import { findPledges } from '../../src/pledge/store.ts';
import { LIST, NAME, takeIn } from '../pledge/given.ts';
import { answerTo, cardButton, cardForm, type It, type Right, typed, typedForm } from '../support/rights.ts';
import { spend } from './expense.ts';

/** The register, and its first pledge as it stands. */
async function pledge({ db }: It): Promise<Pledge> {
  if ((await findPledges(db)).length === 0) await takeIn(db);
  await db.updateTable('pledge').set({ voided_at: null }).execute();
  const found = (await findPledges(db)).find(({ code }) => code === '1-1-1');
  if (!found) throw new Error('No pledge.');
  return found;
}

const update = ({ nth }: It) => ({
  status: '정상추진' as const,
  progress: 20 + (nth % 60),
  source: `안전총괄과-${nth}`,
  note: '늦춰짐',
});

/** The owner's proposal, the only one that is open. */
async function proposal(it: It): Promise<void> {
  const { id, version } = await pledge(it);
  await it.db.updateTable('pledge_proposal').set({ state: 'declined' }).where('state', '=', 'open').execute();
  const entry = { ...it.by, formKey: randomUUID(), files: [], confirm: false };
  const put = await putUpdate(it.db, { id, version }, update(it), entry);
  if ('refusal' in put) throw new Error(put.refusal);
}

/** A half-yearly round, in which I am asked. */
async function round(it: It, state: 'open' | 'frozen' = 'open') {
  const { db, me, by } = it;
  await pledge(it);
  for (const table of ['review_request', 'review_answer', 'review_round'] as const)
    await db.deleteFrom(table).execute();
  const { round } = await insertRound(db, { name: '2017-h2', term: 6 }, () => me.id, by);
  if (state === 'frozen')
    await freezeRound(db, round.id, { ...by, reason: null, due: '2018-04-10', followupTitle: () => '점검회의' });
  return round;
}

/** 안전총괄과 is mine to answer for. */
async function answering({ db, me }: It): Promise<void> {
  const department = { kind: 'department', term: 0, code: '안전총괄과', name: '안전총괄과', person: me.id };
  await db.deleteFrom('pledge_list').execute();
  await db.insertInto('pledge_list').values(department).execute();
}

async function noRound({ db }: It): Promise<void> {
  for (const table of ['review_request', 'review_answer', 'review_round'] as const)
    await db.deleteFrom(table).execute();
}

const SHOWN: [string, string] = ['/공약', '보기 1-1-1'];

export const PLEDGE = {
  'update a pledge, or propose to': {
    changes: 'pledge_proposal',
    scene: async (it) => {
      await pledge(it);
      return typedForm(it, '/공약', '갱신 1-1-1', update(it));
    },
  },
  'confirm a proposal': {
    changes: ['pledge', 'pledge_proposal'],
    scene: async (it) => {
      await proposal(it);
      return cardButton(it, ['/공약', '제안'], 'pledge_confirm');
    },
  },
  'decline a proposal': {
    changes: 'pledge_proposal',
    scene: async (it) => {
      await proposal(it);
      return cardForm(it, ['/공약', '제안'], 'pledge_decline', { reason: '근거가 부족함' });
    },
  },
  'open a declined proposal again': {
    changes: 'pledge_proposal',
    scene: async (it) => {
      await proposal(it);
      const asked = await answerTo(it.me, () => it.me.type('/공약', '제안'));
      await it.me.press('pledge_decline', { in: asked });
      await it.me.seesView();
      await it.me.submit({ reason: '근거가 부족함' });
      const declined = await it.me.reads((message) => message.buttons.includes('반려 취소'));
      return {
        opens: () => it.me.press('pledge_proposal_reopen', { in: declined }),
        acts: () => it.me.submit({ reason: '근거를 다시 봄' }),
      };
    },
  },
  'add a pledge': {
    changes: 'pledge',
    scene: async (it) => {
      await pledge(it);
      return typedForm(it, '/공약', `추가 새로운 약속 ${it.nth}`, { source: `시장방침 제${it.nth}호` });
    },
  },
  'edit a pledge': {
    changes: 'pledge',
    scene: async (it) => {
      await pledge(it);
      return cardForm(it, SHOWN, 'pledge_edit', { goal: `목표 ${it.nth}`, source: `시보 제${it.nth}호` });
    },
  },
  'void a pledge': {
    changes: 'pledge',
    scene: async (it) => {
      const { id } = await pledge(it);
      return cardForm(it, ['/공약', `보기 P${id}`], 'pledge_void_open', { reason: '두 번 등록함' });
    },
  },
  'bring a voided pledge back': {
    changes: 'pledge',
    scene: async (it) => {
      const { id } = await pledge(it);
      await it.db.updateTable('pledge').set({ voided_at: it.by.at.toISOString() }).where('id', '=', id).execute();
      return cardForm(it, ['/공약', `보기 P${id}`], 'pledge_restore', { reason: '맞는 공약임' });
    },
  },
  'link a record to a pledge': {
    changes: 'pledge_link',
    scene: async (it) => {
      await pledge(it);
      return cardForm(it, SHOWN, 'pledge_link', { record: `E${await spend(it)}` });
    },
  },
  'open a round': {
    changes: 'review_round',
    scene: async (it) => {
      await pledge(it);
      await noRound(it);
      return typedForm(it, '/공약', '평가 2017-h2', {});
    },
  },
  'ask again in a round': {
    changes: 'review_answer',
    scene: async (it) => {
      await round(it);
      await it.db.updateTable('review_answer').set({ asked: null }).execute();
      await answering(it);
      return cardButton(it, ['/공약', '평가 2017-h2'], 'review_ask');
    },
  },
  'answer in a round': {
    changes: 'review_answer',
    scene: async (it) => {
      const { db, me } = it;
      await pledge(it);
      await noRound(it);
      await answering(it);
      const before = me.lastAnswer();
      await me.type('/공약', '평가 2017-h2');
      await me.seesView();
      await me.submit();
      await it.office.slack.settled();
      await it.office.tick();
      const asked = await me.reads((it) => JSON.stringify(it.blocks ?? []).includes('"review_answer"'), before);
      const turns = async () => {
        await db.updateTable('review_answer').set({ asked: it.owner }).where('asked', 'is not', null).execute();
      };
      return {
        opens: () => me.press('review_answer', { in: asked }),
        turns,
        acts: () => me.submit(update(it)),
      };
    },
  },
  'answer several without change in a round': {
    changes: 'review_answer',
    scene: async (it) => {
      const { db, me } = it;
      await pledge(it);
      await noRound(it);
      await answering(it);
      await db.updateTable('pledge').set({ status: '정상추진', progress: 50 }).execute();
      const before = me.lastAnswer();
      await insertRound(db, { name: '2017-h2', term: 6 }, () => me.id, it.by);
      await it.office.tick();
      const asked = await me.reads((it) => JSON.stringify(it.blocks ?? []).includes('"review_same"'), before);
      const turns = async () => {
        await db.updateTable('review_answer').set({ asked: it.owner }).where('asked', 'is not', null).execute();
      };
      return {
        opens: () => me.press('review_same', { in: asked }),
        turns,
        acts: () => me.submit({ source_0: '안전총괄과-12' }),
      };
    },
  },
  'freeze a round': {
    changes: 'review_round',
    scene: async (it) => {
      await round(it);
      return cardForm(it, ['/공약', '평가 2017-h2'], 'review_close', { reason: '담당 부서 개편 중' });
    },
  },
  'note that a round was published': {
    changes: 'review_round',
    scene: async (it) => {
      await round(it, 'frozen');
      return typedForm(it, '/공약', '평가 2017-h2 공개 2018-03-20', { reason: '담당 부서 개편 중' });
    },
  },
  'call a round off': {
    changes: 'review_round',
    scene: async (it) => {
      await round(it);
      return cardForm(it, ['/공약', '평가 2017-h2'], 'review_cancel', { reason: '기준일이 바뀜' });
    },
  },
  'enter an evaluation from outside': {
    changes: 'evaluation',
    scene: async (it) =>
      typedForm(it, '/공약', '외부평가', {
        year: String(2000 + (it.nth % 18)),
        body: `본부 ${it.nth}`,
        subject: '공약이행',
        grade: 'SA',
        source: 'https://example.com/보도자료',
      }),
  },
  'change an evaluation from outside': {
    changes: 'evaluation',
    scene: async (it) => {
      await it.db.deleteFrom('evaluation').execute();
      const evaluation = {
        year: 2016,
        body: '본부',
        subject: '공약이행',
        grade: 'A',
        line: null,
        score: null,
        areas: [],
        peers: [],
        announcedOn: null,
        source: '보도자료',
      };
      await putEvaluation(it.db, evaluation, null, { ...it.by, formKey: randomUUID() });
      return cardForm(it, ['/공약', '이력'], 'pledge_evaluation_edit', { grade: 'SA' });
    },
  },
  'name who answers for a department': {
    changes: 'pledge_list',
    scene: async (it) => typed(it, '/공약', `부서 총무과${it.nth} @박하은`),
  },
  'name a field': { changes: 'pledge_list', scene: async (it) => typed(it, '/공약', `분야 1 이름${it.nth}`) },
  'add a type': { changes: 'pledge_list', scene: async (it) => typed(it, '/공약', `유형 이름${it.nth}`) },
  'look at what a file of pledges would change': {
    reveals: () => NAME,
    scene: async (it) => typedForm(it, '/공약', '가져오기', { file: { name: NAME, bytes: `\ufeff${LIST}` } }),
  },
  'import pledges': {
    changes: 'pledge',
    scene: async (it) => {
      const { me } = it;
      await me.type('/공약', '가져오기');
      await me.seesView();
      const bytes = `\ufeff${LIST.replace('100곳', `${it.nth}곳`)}`;
      const shown = await answerTo(me, () => me.submit({ file: { name: NAME, bytes } }));
      return { acts: () => me.press('pledge_import_take', { in: shown }) };
    },
  },
  'take the pledges along': {
    reveals: () => '\\.xlsx',
    scene: async (it) => {
      await pledge(it);
      return typed(it, '/공약', '내보내기');
    },
  },
} satisfies Record<string, Right>;
