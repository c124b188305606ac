import { answerTo, cardButton, cardForm, type It, type Right, typed } from '../support/rights.ts';
import { spend } from './expense.ts';

/** A month of its own, far from every other: `2010-07`. */
async function month(it: It, fields: Parameters<typeof spend>[1] = {}): Promise<string> {
  const year = 2010 + Math.floor((it.nth % 72) / 12);
  const month = (it.nth % 12) + 1;
  const period = `${year}-${String(month).padStart(2, '0')}`;
  await it.db.deleteFrom('disclosure').where('period', '=', period).execute();
  await spend(it, { year, month, spentOn: `${period}-05`, attendees: '시장 외 4명', ...fields });
  return period;
}

const UNDECIDED = { purpose: '김영순 면담', place: '김영희국수' };

/** Released as it stands, by who could. */
async function released(it: It): Promise<string> {
  const period = await month(it);
  const manager = it.office.slack.as('U0SHINARAM');
  const preview = await answerTo(manager, () => manager.type('/지출', `공개 ${period}`));
  await manager.press('disclosure_release_open', { in: preview });
  await manager.seesView((view) => view.submit !== undefined);
  await manager.submit();
  return period;
}

export const DISCLOSURE = {
  'look at what is to be published': {
    reveals: () => '120,000원',
    scene: async (it) => typed(it, '/지출', `공개 ${await month(it)}`),
  },
  'decide on a name': {
    changes: 'disclosure_decision',
    scene: async (it) => cardButton(it, ['/지출', `공개 ${await month(it, UNDECIDED)}`], 'disclosure_mask'),
  },
  'hide words': {
    changes: 'disclosure_decision',
    scene: async (it) =>
      cardForm(it, ['/지출', `공개 ${await month(it, { purpose: '해오름 사업 협의' })}`], 'disclosure_hide_open', {
        words: '해오름',
      }),
  },
  'name the elected': {
    changes: 'office_setting',
    scene: async (it) =>
      cardForm(it, ['/지출', `공개 ${await month(it)}`], 'disclosure_elected_open', {
        names: `한${'가나다라마바사아자차카타파하'[it.nth % 14]}${'강산들별달해솔'[it.nth % 7]}`,
      }),
  },
  'release a month': {
    changes: 'disclosure',
    scene: async (it) => cardForm(it, ['/지출', `공개 ${await month(it)}`], 'disclosure_release_open', {}),
  },
  'release a correction': {
    changes: 'disclosure',
    scene: async (it) => {
      const period = await released(it);
      await it.db
        .updateTable('expense')
        .set({ amount: 77_000 + it.nth })
        .where('spent_on', '=', `${period}-05`)
        .execute();
      return cardForm(it, ['/지출', `공개 ${period}`], 'disclosure_release_open', { reason: '금액을 잘못 적음' });
    },
  },
  'take a draft along': {
    reveals: () => '\\.xlsx',
    scene: async (it) => cardButton(it, ['/지출', `공개 ${await month(it)}`], 'disclosure_draft'),
  },
  'take a released table along': {
    reveals: () => '\\.csv',
    scene: async (it) => cardButton(it, ['/지출', `공개 ${await released(it)}`], 'disclosure_file_csv'),
  },
} satisfies Record<string, Right>;
