import { noteHoliday } from '../../src/desk/holidays/store.ts';
import { addDays } from '../../src/korean/days.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { note, put } from '../outbox/given.ts';
import { answerTo, cardForm, type It, type Right, typed, typedForm } from '../support/rights.ts';
import { spend } from './expense.ts';

const HELPER = 'U0YOONSOMI';
const NEWCOMER = 'U0NEWBIE01';

/** Somebody of the office who may be changed; or I myself. */
async function subject(it: It): Promise<string> {
  if (it.owner === it.me.id) return it.me.id;
  await listed(it, HELPER);
  return HELPER;
}

async function listed({ db, by }: It, userId: string, removed_at: string | null = null): Promise<void> {
  const row = { name: '윤소미', role: 'member', language: 'ko', added_at: by.at.toISOString(), removed_at };
  await db
    .insertInto('person')
    .values({ user_id: userId, ...row })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ ...row }))
    .execute();
}

/** Somebody knocked, and I see the question, an administrator then. */
async function knock(it: It) {
  const { office, db } = it;
  await db.deleteFrom('person').where('user_id', '=', NEWCOMER).execute();
  await db.deleteFrom('access_request').execute();
  return answerTo(it.me, async () => {
    const answer = await office.slack.as(NEWCOMER).type('/비서');
    await office.tick();
    return answer;
  });
}

async function failed(it: It): Promise<string> {
  const key = `failed-${it.nth}`;
  await put(it.db, note(key, { recipient: CHANNELS.general, dueAt: it.by.at }));
  const failed = { state: 'failed', failure: 'not_in_channel', settled_at: it.by.at.toISOString() };
  await it.db.updateTable('outbox').set(failed).where('key', '=', key).execute();
  return key;
}

async function failedOnHome({ me }: It): Promise<void> {
  await me.openHome();
  await me.seesHome((home) => JSON.stringify(home.blocks).includes('"outbox_failed"'));
}

async function failedList(it: It) {
  await it.db.deleteFrom('outbox').execute();
  await failed(it);
  await failedOnHome(it);
  return answerTo(it.me, () => it.me.press('outbox_failed'));
}

/** A Monday of its own for every cell. */
const holidayOf = ({ nth }: It): string => addDays('2000-01-03', 7 * nth);

async function digestReady(it: It): Promise<void> {
  await it.db.deleteFrom('outbox').execute();
  const channel = { name: 'channel', value: JSON.stringify(CHANNELS.office) };
  await it.db
    .insertInto('office_setting')
    .values(channel)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await spend(it, { spentOn: '2018-03-28', year: 2018, month: 3 });
}

const settings = async (it: It, command: [string, string], fields: Parameters<typeof typedForm>[3]) =>
  typedForm(it, ...command, fields);

export const OFFICE = {
  'set a budget': {
    changes: 'budget',
    scene: async (it) => typed(it, '/비서', `예산 2018 시책 ${it.nth}억`),
  },
  'set a category': {
    changes: 'activity_category',
    scene: async (it) => typed(it, '/비서', `분야 4-나 분야${it.nth}`),
  },
  'set a budget in the form': {
    changes: 'budget',
    scene: (it) =>
      cardForm(it, ['/비서', '메뉴'], 'budget_open', { year: 2018, account: '203-03', won: `${it.nth}억` }),
  },
  'set a category in the form': {
    changes: 'activity_category',
    scene: (it) =>
      cardForm(it, ['/비서', '메뉴'], 'menu_category_open', { activity: '4-나', category: `분야 ${it.nth}` }),
  },
  'choose the office’s channel': {
    changes: 'office_setting',
    scene: async (it) => {
      await it.db.deleteFrom('office_setting').execute();
      return settings(it, ['/비서', '채널'], { channel: CHANNELS.office });
    },
  },
  'see who is of the office': { reveals: () => '한지우', scene: async (it) => typed(it, '/비서', '사람') },
  'add somebody': {
    changes: 'person',
    scene: async (it) => {
      await listed(it, HELPER, it.by.at.toISOString());
      return cardForm(it, ['/비서', '사람'], 'person_change', { person: HELPER, role: 'member' });
    },
  },
  'change a role': {
    changes: 'person',
    scene: async (it) => {
      const person = await subject(it);
      return cardForm(it, ['/비서', '사람'], 'person_change', {
        person,
        role: person === it.me.id ? 'member' : 'manager',
      });
    },
  },
  'let somebody in who knocked': {
    changes: 'person',
    scene: async (it) => {
      const question = await knock(it);
      return { acts: () => it.me.press('access_add', { in: question }) };
    },
  },
  'dismiss somebody who knocked': {
    changes: 'history',
    scene: async (it) => {
      const question = await knock(it);
      return { acts: () => it.me.press('access_dismiss', { in: question }) };
    },
  },
  'choose one’s own language': {
    changes: 'person',
    scene: async (it) => typed(it, '/비서', '언어 en'),
  },
  'choose one’s own settings': {
    changes: 'person_setting',
    scene: (it) => settings(it, ['/비서', '설정'], { birthday: `3/${(it.nth % 28) + 1}` }),
  },
  'choose one’s own reminders': {
    changes: 'person_setting',
    scene: (it) => settings(it, ['/비서', '알림'], { quiet_from: `20:${String(it.nth % 60).padStart(2, '0')}` }),
  },
  'choose the office’s reminders': {
    changes: 'office_setting',
    scene: async (it) => {
      await it.db.deleteFrom('office_setting').execute();
      return settings(it, ['/비서', '알림 사무실'], { birthday: 'off' });
    },
  },
  'look at the week': {
    reveals: () => '업무추진비|주간',
    scene: async (it) => {
      await spend(it, { spentOn: '2018-03-28', year: 2018, month: 3 });
      return typed(it, '/요약', '이번주');
    },
  },
  'send the digest': {
    changes: 'outbox',
    scene: async (it) => {
      await digestReady(it);
      return typed(it, '/요약', '올리기 이번주');
    },
  },
  'send the digest once more': {
    changes: 'outbox',
    scene: async (it) => {
      await digestReady(it);
      await answerTo(it.me, () => it.me.type('/요약', '올리기 이번주'));
      const question = await answerTo(it.me, () => it.me.type('/요약', '올리기 이번주'));
      return { acts: () => it.me.press('digest_send_again', { in: question }) };
    },
  },
  'set up the digest': {
    changes: 'office_setting',
    scene: (it) => settings(it, ['/요약', '설정'], { time: `10:${String(it.nth % 60).padStart(2, '0')}` }),
  },
  'stop one’s own digest': {
    changes: 'person_setting',
    scene: async (it) => {
      await it.db.deleteFrom('person_setting').where('user_id', '=', it.me.id).execute();
      return typed(it, '/요약', '끄기');
    },
  },
  'look at the access records': {
    reveals: () => '점검을 아직 적지 않았습니다',
    scene: async ({ me }) => ({ acts: () => me.type('/비서 접속기록') }),
  },
  'say that a month’s access records were looked through': {
    changes: 'access_review',
    scene: async (it) => {
      const list = await answerTo(it.me, () => it.me.type('/비서 접속기록'));
      await it.me.press('access_review', { in: list });
      await it.me.seesView();
      return { acts: () => it.me.submit({ reason: '이상 없음' }) };
    },
  },
  'see the office’s own holidays': {
    reveals: () => '적은 공휴일이 없습니다',
    scene: async (it) => {
      await it.db.deleteFrom('office_setting').where('name', '=', 'holidays').execute();
      return { acts: () => it.me.type('/비서 공휴일') };
    },
  },
  'note a holiday': {
    changes: ['office_setting', 'history'],
    scene: async (it) => {
      const opens = () => it.me.type(`/비서 공휴일 ${holidayOf(it)} 임시공휴일`);
      return { opens, acts: () => it.me.submit() };
    },
  },
  'take a holiday back': {
    changes: ['office_setting', 'history'],
    scene: async (it) => {
      const day = holidayOf(it);
      await noteHoliday(it.db, { day, name: '임시공휴일' }, it.by);
      const list = await answerTo(it.me, () => it.me.type('/비서 공휴일'));
      await it.me.press('holiday_remove', { in: list, value: day });
      await it.me.seesView();
      return { acts: () => it.me.submit({ reason: '취소됨' }) };
    },
  },
  'set how long things are kept': {
    changes: ['office_setting', 'history'],
    scene: async (it) => {
      const list = await answerTo(it.me, () => it.me.type('/비서 보존'));
      await it.me.press('retention_settings_open', { in: list });
      await it.me.seesView();
      return { acts: () => it.me.submit({ receipts: String(6 + (Math.abs(it.nth) % 90)) }) };
    },
  },
  'delete what has been kept long enough': {
    changes: ['deletion', 'outbox'],
    scene: async (it) => {
      await failed(it);
      await it.db.updateTable('outbox').set({ settled_at: '2010-01-01T00:00:00.000Z' }).execute();
      const list = await answerTo(it.me, () => it.me.type('/비서 보존'));
      await it.me.press('retention_delete', { in: list, value: 'messages' });
      await it.me.seesView();
      return { acts: () => it.me.submit({ reason: '만료' }) };
    },
  },
  'have the set-up checked': {
    reveals: () => '비서실 채널',
    scene: async ({ me }) => ({ acts: () => me.type('/비서 점검') }),
  },
  'see what could not be sent': {
    reveals: () => '#일반',
    scene: async (it) => {
      await it.db.deleteFrom('outbox').execute();
      await failed(it);
      await failedOnHome(it);
      return { acts: () => it.me.press('outbox_failed') };
    },
  },
  'send again what could not be sent': {
    changes: 'outbox',
    scene: async (it) => {
      const list = await failedList(it);
      return { acts: () => it.me.press('outbox_retry', { in: list }) };
    },
  },
  'send again all that could not be sent': {
    changes: 'outbox',
    scene: async (it) => {
      await failedList(it);
      await failed({ ...it, nth: -it.nth });
      const list = await answerTo(it.me, () => it.me.press('outbox_failed', { in: 'home' }));
      return { acts: () => it.me.press('outbox_retry_all', { in: list }) };
    },
  },
  'give up what could not be sent': {
    changes: 'outbox',
    scene: async (it) => {
      const list = await failedList(it);
      return { acts: () => it.me.press('outbox_drop', { in: list }) };
    },
  },
} satisfies Record<string, Right>;
