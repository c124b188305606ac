import { putMembers } from '../../src/council/members/store.ts';
import { insertBriefing } from '../../src/council/policies/store.ts';
import { insertContact } from '../../src/council/store.ts';
import { cardForm, type It, type Right, typed, typedForm } from '../support/rights.ts';
import { spend } from './expense.ts';

async function contact(it: It): Promise<number> {
  const talk = {
    kind: 'leaders_meeting' as const,
    heldOn: '2018-03-29',
    heldTime: null,
    agenda: `안건 ${it.nth}`,
    result: null,
    others: '의장 외 4명',
    memberIds: [],
    visitId: null,
    briefingId: null,
  };
  const made = await insertContact(it.db, talk, { ...it.by, formKey: null, requests: [], origin: 'form' });
  return made.record.id;
}

async function briefing(it: It, announcedOn = '2018-04-20'): Promise<number> {
  const policy = {
    policy: `정책 ${it.nth}`,
    announcedOn,
    announcedTime: null,
    leaders: true,
    committees: [],
    districts: [],
  };
  return (await insertBriefing(it.db, policy, { ...it.by, formKey: null, origin: 'form' })).record.id;
}

const listed = (it: It) => {
  const member = {
    term: 11,
    constituency: null,
    post: '의장',
    district: '중구',
    party: '새길당',
    committee: '교통위원회',
  };
  return putMembers(it.db, [{ ...member, name: '최서윤' }], { actor: 'test', at: it.by.at, origin: 'file' });
};

const show = (id: number): [string, string] => ['/의회', `보기 C${id}`];
const HEADINGS = ['leaders', 'consultations', 'committees', 'mayor', 'caucuses', 'women', 'others'];

export const COUNCIL = {
  'log a contact': {
    changes: 'council_contact',
    scene: async (it) => typedForm(it, '/의회', `오늘 의장단 간담회 의장 외 4명 안건 ${it.nth}`, {}),
  },
  'edit a contact': {
    changes: 'council_contact',
    scene: async (it) => cardForm(it, show(await contact(it)), 'council_edit', { result: '반영하기로 함' }),
  },
  'void a contact': {
    changes: 'council_contact',
    scene: async (it) => cardForm(it, show(await contact(it)), 'council_void', { reason: '두 번 적음' }),
  },
  'bring a voided contact back': {
    changes: 'council_contact',
    scene: async (it) => {
      const id = await contact(it);
      await it.db
        .updateTable('council_contact')
        .set({ voided_at: it.by.at.toISOString() })
        .where('id', '=', id)
        .execute();
      return cardForm(it, show(id), 'council_restore', { reason: '맞는 기록임' });
    },
  },
  'tie a spend to a contact': {
    changes: 'council_expense',
    scene: async (it) => typed(it, '/의회', `연결 C${await contact(it)} E${await spend(it)}`),
  },
  'enter a policy to explain': {
    changes: 'briefing',
    scene: async (it) => {
      await listed(it);
      return typedForm(it, '/의회', `설명 정책 ${it.nth} 발표 4/20 교통위원회`, {});
    },
  },
  'close a policy that was not explained': {
    changes: 'briefing',
    scene: async (it) =>
      cardForm(it, ['/의회', `B${await briefing(it, '2018-03-20')}`], 'council_brief_close', {
        reason: '발표를 취소함',
      }),
  },
  'change a policy to explain': {
    changes: 'briefing',
    scene: async (it) =>
      cardForm(it, ['/의회', `설명 B${await briefing(it)}`], 'council_brief_edit', { policy: '다른 정책' }),
  },
  'import council members': {
    changes: 'council_member',
    scene: async (it) =>
      typedForm(it, '/의회', '가져오기', {
        file: {
          name: 'members.csv',
          bytes: `이름,정당,자치구,선거구,직위\n홍가${'가나다라마바사아자차'[it.nth % 10]},새길당,중구,중구제1선거구,\n`,
        },
      }),
  },
  'change a council member': {
    changes: 'council_member',
    scene: async (it) => {
      await listed(it);
      return cardForm(it, ['/의회', '의원 최서윤'], 'council_member_edit_open', { party: `새당 ${it.nth}` });
    },
  },
  'say what counts': {
    changes: 'council_count_rule',
    scene: (it) =>
      cardForm(it, ['/의회', '집계'], 'council_count_open', {
        kind: 'party_consultation',
        text: HEADINGS[it.nth % 7] ?? null,
        annex: HEADINGS[(it.nth + 1) % 7] ?? null,
      }),
  },
  'take the contacts along': {
    reveals: () => '\\.xlsx',
    scene: async (it) => {
      await contact(it);
      return typed(it, '/의회', '내보내기 2018');
    },
  },
} satisfies Record<string, Right>;
