import { expect, test } from 'vitest';
import { findHistory } from '../../src/people/history/store.ts';
import { addEverySample } from '../../src/samples/index.ts';
import { findStatus } from '../../src/spending/ledger/store.ts';
import { textFor } from '../../src/text/index.ts';
import { recordSpend } from '../disclosure/made-up.ts';
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

type Words = ReturnType<typeof textFor>;

/** What ends something, what brings it back, and what is said of both; `state` is what came back, as the database has it. */
const WAYS: {
  of: string;
  slash: string;
  name: string;
  noun: Parameters<typeof findHistory>[1];
  ends: string;
  comes: string;
  action: string;
  button: (text: Words) => string;
  done: (text: Words, name: string) => string;
  before: (text: Words, name: string) => string;
}[] = [
  ...(
    [
      ['a voided spend', '/expense', 'E1', 'expense'],
      ['a voided contact', '/council', 'C1', 'council'],
      ['a voided follow-up', '/followup', 'F1', 'followup'],
      ['a voided pledge', '/pledge', 'P1', 'pledge'],
    ] as const
  ).map(([of, slash, name, noun]) => ({
    ...{ of, slash, name, noun, ends: 'void', comes: 'restore', action: 'restored' },
    button: ({ conversation }: Words) => conversation.restore.button,
    done: ({ conversation }: Words, it: string) => conversation.restore.done(it),
    before: ({ conversation }: Words, it: string) => conversation.restore.before(it),
  })),
  {
    ...{ of: 'a cancelled visit', slash: '/visit', name: 'V', noun: 'visit', ends: 'cancel', comes: 'restore' },
    action: 'restored',
    button: ({ visit }) => visit.restore,
    done: ({ visit }, it) => visit.restored(it),
    before: ({ visit }, it) => visit.notCancelled(it),
  },
  ...['decline', 'done'].map((ends) => ({
    of: `a follow-up that ended by ${ends}`,
    ...{ slash: '/followup', name: 'F', noun: 'followup' as const, ends, comes: 'reopen', action: 'reopened' },
    button: ({ followup }: Words) => followup.beginAgain,
    done: ({ followup }: Words, it: string) => followup.reopened(it),
    before: ({ followup }: Words) => followup.form.refusals.already,
  })),
];

/** A record of somebody else's than the two members here, that can end as it should. */
async function nameOf(db: Office['db'], { name }: { name: string }): Promise<string> {
  if (name === 'V') {
    // What has a result can't be cancelled.
    const { id } = await db.selectFrom('visit').select('id').executeTakeFirstOrThrow();
    await db
      .updateTable('visit')
      .set({ summary: null, participants: null, owner: MEMBER, created_by: MEMBER })
      .where('id', '=', id)
      .execute();
    return `V${id}`;
  }
  if (name !== 'F') return name;
  const { id } = await db
    .selectFrom('followup')
    .select('id')
    .where('open', '=', 1)
    .where('owner', '!=', OTHER_MEMBER)
    .where('created_by', '!=', OTHER_MEMBER)
    .executeTakeFirstOrThrow();
  return `F${id}`;
}

const give = (db: Office['db'], userId: string, role: 'member' | 'manager') =>
  db.updateTable('person').set({ role }).where('user_id', '=', userId).execute();

const IMPORTED = {
  name: '3월.csv',
  bytes: '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액\n2018-03-05,미진,조례 개정 간담회,4명,카드,"50,000"',
};

for (const setting of SETTINGS) {
  const words = textFor(setting.language);
  const { restore } = words.conversation;

  test.each(WAYS)(
    `$of comes back with a reason, to those who could end it (${setting.connection}, ${setting.language})`,
    async (way) => {
      const office = await sampled(setting);
      const { slack, db } = office;
      const [boss, other] = [slack.as(MANAGER), slack.as(OTHER_MEMBER)];
      const name = await nameOf(db, way);
      // A pledge is called by its code.
      const said = way.noun === 'pledge' ? '1-1-1' : name;
      const before = (await findStatus(db, 2016)).status;
      await boss.type(way.slash, `${way.ends} ${name} by mistake`);
      await slack.settled();
      await boss.type(way.slash, `show ${name}`);
      const ended = await boss.reads((it) => it.buttons.includes(way.button(words)));

      await other.type(way.slash, `${way.comes} ${name} please`);
      const refused = await other.reads((it) => it.private && it.text.length > 0);
      expect(refused.text).not.toContain(way.done(words, said));
      await boss.press(way.button(words), { in: ended });
      await boss.seesView(way.button(words));
      expect(await boss.submit({ reason: ' ' })).toMatchObject({ ok: false });
      expect(await boss.submit({ reason: 'it was right after all' })).toMatchObject({ ok: true });
      await boss.reads(way.done(words, said));

      const entry = (await findHistory(db, way.noun, name.slice(1), 5)).find(({ action }) => action === way.action);
      expect(entry).toMatchObject({ actor: MANAGER, reason: 'it was right after all' });
      expect((await findStatus(db, 2016)).status).toEqual(before);
      await boss.type(way.slash, `${way.comes} ${name} again`);
      await boss.reads(way.before(words, said));
    },
  );

  test(`a released period says that a spend of it was voided, and no longer once it is back (${setting.connection}, ${setting.language})`, async () => {
    const { slack, db } = await startOffice(setting);
    const boss = slack.as(MANAGER);
    const name = `E${await recordSpend(db, { attendees: '시장 외 4명', headcount: 5, amount: 150_000 })}`;
    const { disclosure } = words;
    await boss.type('/expense', 'disclose 2018-02');
    await boss.reads(disclosure.title(disclosure.month(2018, 2)));
    await boss.press('disclosure_release_open');
    await boss.seesView(disclosure.releaseForm.final);
    await boss.submit({});
    await boss.reads(disclosure.releasedNow(disclosure.month(2018, 2), 1));
    const differs = disclosure.publishedOtherwise(disclosure.month(2018, 2));

    await boss.type('/expense', `void ${name} by mistake`);
    const voided = await boss.reads(differs);
    await boss.type('/expense', `restore ${name} it was right`);
    const back = await boss.reads(restore.done(name), voided);

    expect(back.text).not.toContain(differs);
  });

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
    const { slack, db, tick } = await sampled(setting);
    const [me, boss] = [slack.as(MEMBER), slack.as(MANAGER)];
    await me.type('/pledge', 'update P1');
    await me.seesView();
    await me.submit({ status: '일부추진', progress: 40, source: '문서 12호', note: '늦음' });
    await tick();
    const asked = await boss.reads((it) => it.buttons.includes(words.pledge.proposal.decline));
    await boss.press('pledge_decline', { in: asked });
    await boss.seesView();
    await boss.submit({ reason: 'too early' });
    const declined = await boss.reads((it) => it.buttons.includes(words.pledge.proposal.reopen));
    await give(db, MANAGER, 'member');
    await boss.press(words.pledge.proposal.reopen, { in: declined });
    await boss.reads(words.access.notManager);
    expect(boss.view()).toBeUndefined();
    await give(db, MANAGER, 'manager');
    await boss.press(words.pledge.proposal.reopen, { in: declined });
    await boss.seesView(words.pledge.proposal.reopenForm.title);
    expect(await boss.submit({ reason: '' })).toMatchObject({ ok: false });
    await boss.submit({ reason: 'it was right' });
    const again = await boss.reads(words.pledge.proposal.reopened);
    expect(again.buttons).toContain(words.pledge.proposal.confirm);

    expect(await db.selectFrom('pledge_proposal').select(['state', 'reason']).executeTakeFirst()).toEqual({
      state: 'open',
      reason: null,
    });
    expect((await findHistory(db, 'pledge', '1', 5))[0]).toMatchObject({ action: 'reopened', reason: 'it was right' });
  });

  test(`a wrong import is taken back by who may, in whole, and its file may come in anew (${setting.connection}, ${setting.language})`, async () => {
    const { slack, db } = await startOffice(setting);
    const boss = slack.as(MANAGER);
    const { undo } = words.imported;
    const inForce = async () =>
      (await db.selectFrom('expense').select('amount').where('voided_at', 'is', null).execute()).map(
        ({ amount }) => amount,
      );
    const take = async () => {
      const before = boss.lastAnswer()?.ts ?? '';
      await boss.type('/expense', 'import');
      await boss.seesView(words.files.form.title);
      await boss.submit({ file: IMPORTED, kind: 'expenses' });
      const counts = words.files.counts('1', '0', '0');
      return boss.reads((it) => it.ts > before && it.buttons.includes(undo.button) && it.text.includes(counts));
    };
    const summary = await take();
    expect(await inForce()).toEqual([50_000]);

    await give(db, MANAGER, 'member');
    await boss.press(undo.button, { in: summary });
    await boss.reads(words.access.notManager);
    await give(db, MANAGER, 'manager');
    await boss.press(undo.button, { in: summary });
    await boss.seesView(undo.title);
    await give(db, MANAGER, 'member');
    await boss.submit({});
    await slack.settled();
    expect(await inForce()).toEqual([50_000]);
    await give(db, MANAGER, 'manager');
    if (boss.view()) await boss.close({ all: true });
    await boss.press(undo.button, { in: summary });
    await boss.seesView(undo.title);
    expect(await boss.submit({})).toMatchObject({ ok: true });
    await boss.reads(undo.done(IMPORTED.name, '1', words.spending.won('50,000')));

    expect(await inForce()).toEqual([]);
    expect((await findHistory(db, 'import_file', '1', 5))[0]).toMatchObject({ action: 'undone', actor: MANAGER });
    await boss.press(undo.button, { in: summary });
    await boss.reads(undo.refusals.undone ?? '');
    await boss.type('/expense', 'restore E1 it was right');
    await boss.reads(words.expense.undone);
    expect(await inForce()).toEqual([]);
    await take();
    expect(await inForce()).toEqual([50_000]);
  });
}
