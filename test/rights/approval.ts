import { randomUUID } from 'node:crypto';
import { insertAway } from '../../src/spending/approval/away/store.ts';
import { OTHER_MEMBER } from '../support/office.ts';
import { answerTo, cardForm, type It, type Right, type Scene } from '../support/rights.ts';
import { recordOne } from '../support/spending.ts';

const APPROVER = 'U0SHINARAM';

/** A spend that waits, as I see it while I may decide on it; then it turns into the owner's. */
async function requested(it: It) {
  const { office, me, db } = it;
  const at = it.by.at.toISOString();
  const rule = { account: '203-03', mode: 'always', above: null, second: null, set_by: APPROVER, set_at: at };
  await db.insertInto('approval_rule').values(rule).execute();
  await db.updateTable('expense').set({ approval: 'approved' }).where('approval', '=', 'waiting').execute();
  const name = await recordOne(office.slack.as(OTHER_MEMBER), { place: `식당 ${it.nth}` });
  await db.updateTable('finding').set({ state: 'accepted' }).execute();
  await office.tick();
  const id = Number(name.slice(1));
  const list = await answerTo(me, () => me.type('/지출', '결재'));
  const request = await answerTo(me, () => me.press('approval_open', { in: list }));
  const turns = async () => {
    await db.updateTable('expense').set({ created_by: it.owner }).where('id', '=', id).execute();
    await db.updateTable('approval').set({ asked_by: it.owner }).where('expense_id', '=', id).execute();
  };
  return { request, turns };
}

/** Somebody else is away and I stand for them: the only way for who is no manager. */
async function standIn({ db, me, by }: It): Promise<void> {
  const today = by.at.toISOString().slice(0, 10);
  await db.deleteFrom('approval_away').execute();
  await insertAway(
    db,
    { from: today, to: today, deputy: me.id },
    { formKey: randomUUID(), actor: APPROVER, at: by.at },
  );
}

async function waiting(it: It, press: string): Promise<Scene> {
  const { me } = it;
  const { request, turns } = await requested(it);
  const presses = () => me.press(press, { in: request });
  if (press === 'approval_approve') return { turns, acts: presses };
  return { opens: presses, turns, acts: () => me.submit({ reason: '내용을 확인해 주세요' }) };
}

export const APPROVAL = {
  'approve a spend': { changes: 'approval_event', scene: (it) => waiting(it, 'approval_approve') },
  'approve a spend over its budget': {
    changes: 'approval_event',
    scene: async (it) => {
      const { me } = it;
      await answerTo(me, () => me.type('/비서', '예산 2018 시책 1만원'));
      const { request, turns } = await requested(it);
      return {
        opens: () => me.press('approval_approve', { in: request }),
        turns,
        acts: () => me.submit({ reason: '추경에 반영됨' }),
      };
    },
  },
  'ask for changes': { changes: 'approval_event', scene: (it) => waiting(it, 'approval_changes') },
  'refuse a spend': { changes: 'approval_event', scene: (it) => waiting(it, 'approval_refuse') },
  'approve a spend as a deputy': {
    changes: 'approval_event',
    scene: async (it) => {
      const scene = await waiting(it, 'approval_approve');
      await standIn(it);
      return scene;
    },
  },
  'say what needs approval': {
    changes: 'approval_rule',
    scene: (it) =>
      cardForm(it, ['/지출', '결재'], 'approval_settings_open', {
        'mode_203-03': 'above',
        'above_203-03': String(100_000 + it.nth),
      }),
  },
  'be away and name a deputy': {
    changes: 'approval_away',
    scene: (it) =>
      cardForm(it, ['/지출', '결재'], 'approval_away_open', {
        from: '2018-05-02',
        to: '2018-05-03',
        deputy: OTHER_MEMBER,
      }),
  },
  'end days away': {
    changes: 'approval_away',
    scene: async (it) => {
      const { me, db, by } = it;
      await db.deleteFrom('approval_away').execute();
      const today = by.at.toISOString().slice(0, 10);
      const key = { formKey: randomUUID(), at: by.at };
      const { id } = await insertAway(db, { from: today, to: today, deputy: OTHER_MEMBER }, { ...key, actor: me.id });
      const list = await answerTo(me, () => me.type('/지출', '결재'));
      const turns = async () => {
        await db.updateTable('approval_away').set({ user_id: it.owner }).where('id', '=', id).execute();
      };
      return { turns, acts: () => me.press('approval_away_end', { in: list }) };
    },
  },
} satisfies Record<string, Right>;
