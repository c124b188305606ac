import { randomUUID } from 'node:crypto';
import { insertEntered } from '../../src/followup/store.ts';
import { NOTHING_YET } from '../../src/followup/stored.ts';
import { OTHER_MEMBER } from '../support/office.ts';
import { cardButton, cardForm, type It, OTHER, type Right, typed, typedForm } from '../support/rights.ts';

/** Something that the owner owes, entered by themselves. */
async function owed(
  it: It,
  {
    owner = it.owner,
    actor = it.owner,
    ...more
  }: { owner?: string | null; actor?: string; due?: string | null; status?: 'declined' } = {},
) {
  const usual = { ...NOTHING_YET, kind: 'own_task' as const, title: `할 일 ${it.nth}`, owner, due: '2018-04-10' };
  const what = { ...usual, ...more };
  const entered = await insertEntered(it.db, what, { ...it.by, actor, formKey: randomUUID() });
  return entered.record.id;
}

const show = (id: number): [string, string] => ['/후속', `보기 F${id}`];

export const FOLLOWUP = {
  'enter a follow-up': {
    changes: 'followup',
    scene: async (it) => typedForm(it, '/후속', `추가 할 일 ${it.nth}`, { source: 'own_task' }),
  },
  'begin a follow-up': {
    changes: 'followup',
    scene: async (it) => cardButton(it, show(await owed(it)), 'followup_begin'),
  },
  'take up what nobody has': {
    changes: 'followup',
    scene: async (it) => cardButton(it, show(await owed(it, { owner: null, actor: OTHER })), 'followup_begin'),
  },
  'finish a follow-up': {
    changes: 'followup',
    scene: async (it) =>
      cardForm(it, show(await owed(it)), 'followup_finish_open', { answer: '짓기로 함', answered_to: '주민' }),
  },
  'finish a follow-up in one line': {
    changes: 'followup',
    scene: async (it) => typed(it, '/후속', `완료 F${await owed(it)} 짓기로 함`),
  },
  'postpone a follow-up': {
    changes: 'followup',
    scene: async (it) =>
      cardForm(it, show(await owed(it)), 'followup_postpone_open', { due: '2018-05-10', reason: '예산 협의' }),
  },
  'decline a follow-up': {
    changes: 'followup',
    scene: async (it) => cardForm(it, show(await owed(it)), 'followup_decline_open', { reason: '예산이 없음' }),
  },
  'give a follow-up its due day': {
    changes: 'followup',
    scene: async (it) => cardButton(it, show(await owed(it, { due: null })), 'followup_date'),
  },
  'open a follow-up again': {
    changes: 'followup',
    scene: async (it) =>
      cardForm(it, show(await owed(it, { status: 'declined' })), 'followup_reopen_open', { reason: '추가 요청' }),
  },
  'hand a follow-up over': {
    changes: 'followup',
    scene: async (it) =>
      cardForm(it, show(await owed(it)), 'followup_hand_open', { owner: OTHER_MEMBER, reason: '업무 분장' }),
  },
  'edit a follow-up': {
    changes: 'followup',
    scene: async (it) => cardForm(it, show(await owed(it)), 'followup_edit_open', { title: '다른 일' }),
  },
  'void a follow-up': {
    changes: 'followup',
    scene: async (it) => cardForm(it, show(await owed(it)), 'followup_void_open', { reason: '두 번 적음' }),
  },
  'bring a voided follow-up back': {
    changes: 'followup',
    scene: async (it) => {
      const id = await owed(it);
      await it.db.updateTable('followup').set({ voided_at: it.by.at.toISOString() }).where('id', '=', id).execute();
      return cardForm(it, show(id), 'followup_restore', { reason: '맞는 기록임' });
    },
  },
  'import an audit’s demands': {
    changes: 'followup',
    scene: async (it) =>
      typedForm(it, '/후속', '가져오기 2015', {
        file: {
          name: 'audit.csv',
          bytes: `구분,요구사항,담당부서,추진상황,추진내용,향후계획\n건의사항,지원을 검토하기 바람 ${it.nth},총무과,검토중,,\n`,
        },
      }),
  },
  'take the follow-ups along': {
    reveals: () => '\\.xlsx',
    scene: async (it) => {
      await owed(it);
      return typed(it, '/후속', '내보내기');
    },
  },
} satisfies Record<string, Right>;
