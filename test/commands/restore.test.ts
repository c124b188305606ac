import { expect, test } from 'vitest';
import { findHistory } from '../../src/people/history/store.ts';
import { addEverySample } from '../../src/samples/index.ts';
import { findStatus } from '../../src/spending/ledger/store.ts';
import { textFor } from '../../src/text/index.ts';
import {
  MANAGER,
  MEMBER,
  NOW,
  type Office,
  OTHER_MEMBER,
  SETTINGS,
  type Setting,
  startOffice,
} from '../support/office.ts';
import { recordOne } from '../support/spending.ts';

async function sampled(setting: Partial<Setting>): Promise<Office> {
  const office = await startOffice(setting);
  await office.db.deleteFrom('person').execute();
  await addEverySample(office.db, NOW, '2018-03-30');
  await office.db
    .updateTable('person')
    .set({ language: setting.language ?? 'ko' })
    .execute();
  await office.db.updateTable('person').set({ role: 'manager' }).where('user_id', '=', MANAGER).execute();
  await office.db
    .updateTable('person')
    .set({ role: 'member' })
    .where('user_id', 'in', [MEMBER, OTHER_MEMBER])
    .execute();
  return office;
}

const NOUNS = [
  ['/expense', 'E1', 'expense'],
  ['/council', 'C1', 'council'],
  ['/followup', 'F1', 'followup'],
  ['/pledge', 'P1', 'pledge'],
] as const;

for (const setting of SETTINGS) {
  const words = textFor(setting.language);
  const { restore } = words.conversation;

  test.each(NOUNS)(
    `what was voided comes back with a reason, to those who could void it: %s %s (${setting.connection}, ${setting.language})`,
    async (slash, name, noun) => {
      const office = await sampled(setting);
      const { slack, db } = office;
      const [boss, other] = [slack.as(MANAGER), slack.as(OTHER_MEMBER)];
      const before = (await findStatus(db, 2016)).status;
      await boss.type(slash, `void ${name} by mistake`);
      await slack.settled();
      await boss.type(slash, `show ${name}`);
      const isVoid = await boss.reads((it) => it.buttons.includes(restore.button));

      await other.type(slash, `restore ${name} please`);
      const refused = await other.reads((it) => it.private && it.text.length > 0);
      expect(refused.text).not.toContain(restore.done(name));
      await boss.press(restore.button, { in: isVoid });
      await boss.seesView(restore.button);
      expect(await boss.submit({ reason: ' ' })).toMatchObject({ ok: false });
      expect(await boss.submit({ reason: 'it was right after all' })).toMatchObject({ ok: true });
      await boss.reads(restore.done('').trim().split(' ').slice(-2).join(' '));

      const entry = (await findHistory(db, noun, name.slice(1), 5)).find(({ action }) => action === 'restored');
      expect(entry).toMatchObject({ actor: MANAGER, reason: 'it was right after all' });
      expect((await findStatus(db, 2016)).status).toEqual(before);
      await boss.type(slash, `restore ${name} again`);
      await boss.reads(restore.before('').trim().split(' ').slice(-2).join(' '));
    },
  );

  test(`a spend that was approved is brought back by a manager only, and waits for approval anew (${setting.connection}, ${setting.language})`, async () => {
    const { slack, db } = await sampled(setting);
    const [me, boss] = [slack.as(MEMBER), slack.as(MANAGER)];
    await recordOne(me, { spent_on: '2018-03-29', payment: 'transfer' });
    const { id } = await db.selectFrom('expense').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow();
    const name = `E${id}`;
    await db.updateTable('expense').set({ approval: 'approved' }).where('id', '=', id).execute();
    await boss.type('/expense', `void ${name} by mistake`);
    await boss.reads((it) => it.buttons.includes(restore.button));

    await me.type('/expense', `restore ${name} mine`);
    await me.reads(words.approval.voidNeedsManager);
    await boss.type('/expense', `restore ${name} it was right`);
    await boss.reads(restore.done(name));

    const row = await db
      .selectFrom('expense')
      .select(['approval', 'voided_at'])
      .where('id', '=', id)
      .executeTakeFirst();
    expect(row).toEqual({ approval: 'waiting', voided_at: null });
    const findings = await db.selectFrom('finding').select('state').where('expense_id', '=', id).execute();
    expect(findings.some(({ state }) => state === 'open')).toBe(true);
  });

  test(`a declined proposal waits again once a manager takes that back (${setting.connection}, ${setting.language})`, async () => {
    const { slack, db } = await sampled(setting);
    const [me, boss] = [slack.as(MEMBER), slack.as(MANAGER)];
    await me.type('/pledge', 'update P1');
    await me.seesView();
    await me.submit({ status: '일부추진', progress: 40, source: '문서 12호', note: '늦음' });
    const asked = await boss.reads((it) => it.buttons.includes(words.pledge.proposal.decline));
    await boss.press('pledge_decline', { in: asked });
    await boss.seesView();
    await boss.submit({ reason: 'too early' });
    const declined = await boss.reads((it) => it.buttons.includes(words.pledge.proposal.reopen));
    await boss.press(words.pledge.proposal.reopen, { in: declined });
    await boss.reads(words.pledge.proposal.reopened);

    expect(await db.selectFrom('pledge_proposal').select(['state', 'reason']).executeTakeFirst()).toEqual({
      state: 'open',
      reason: null,
    });
    expect((await findHistory(db, 'pledge', '1', 5)).map(({ action }) => action)).toContain('reopened');
  });
}
