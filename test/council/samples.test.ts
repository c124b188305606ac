import { expect, test } from 'vitest';
import { findCountRules } from '../../src/council/count/store.ts';
import { statsMessage } from '../../src/council/count/views.ts';
import { countContacts } from '../../src/council/list/store.ts';
import { tallyYears } from '../../src/council/tally.ts';
import { countByKind } from '../../src/followup/list/store.ts';
import { auditTable } from '../../src/followup/views.ts';
import { addCouncilSamples } from '../../src/samples/council.ts';
import { addFollowupSamples } from '../../src/samples/followup.ts';
import { addSamples } from '../../src/samples/spending.ts';
import { textFor } from '../../src/text/index.ts';
import { AUDIT_KINDS } from '../../src/vocabulary/followup.ts';
import { MEMBER, NOW, type Office, startOffice } from '../support/office.ts';

const TODAY = '2018-03-30';
const YEARS = { from: '2014-01-01', to: '2016-10-31' };

/** A playground's register, whose people were there before: the samples need other samples to join. */
async function withSamples(): Promise<Office> {
  const office = await startOffice();
  await office.db.deleteFrom('person').execute();
  await addSamples(office.db, NOW, TODAY);
  await addCouncilSamples(office.db, NOW, TODAY);
  await addFollowupSamples(office.db, NOW, TODAY);
  return office;
}

test('the samples add up to both counts of the report, and each count says by which rule', async () => {
  const { db, slack } = await withSamples();
  const rules = await findCountRules(db);
  const counted = await countContacts(db, YEARS);
  const shape = (tally: 'text' | 'annex') =>
    tallyYears(counted, rules, tally).map(({ year, total, headings }) => [
      year,
      total,
      headings.map(({ count }) => count),
    ]);

  expect(shape('annex')).toEqual([
    [2014, 31, [4, 18, 1, 8]],
    [2015, 47, [6, 18, 18, 4, 1]],
    [2016, 22, [6, 14, 2]],
  ]);
  expect(shape('text').at(-1)).toEqual([2016, 29, [6, 9, 14]]);

  const { text } = statsMessage(counted, rules, YEARS, textFor('ko'));
  expect(text).toContain('2016년 22회 = 의장단·상임위원장단 간담회 6 + 시장면담 14 + 교섭단체별 협의회 2');
  expect(text).toContain('2016년 29회 = 의장단·상임위원장단 간담회 6 + 당정·정책협의회 등 9 + 시장면담 14');
  expect(text).toContain(
    '2016년은 두 집계가 다릅니다: 본문 29회, 붙임 22회. 당정·정책협의회 7회는 본문에만 들어갑니다.',
  );
  expect(text).toContain('2015년은 두 집계가 같습니다.');

  const me = slack.as(MEMBER);
  await me.type('/의회', '통계 2014 ~ 2016.10');
  await me.reads('2014년 31회 = 의장단·상임위원장단 간담회 4 + 시장면담 18 + 교섭단체별 협의회 1 + 기타 간담회 8');
});

test('the audit of 2015 is 19 demands: 11 done, 7 in progress, 1 under review', async () => {
  const { db, slack } = await withSamples();
  const counted = await countByKind(db, { auditYear: 2015, kinds: AUDIT_KINDS });

  expect(auditTable(counted, textFor('ko'))).toEqual([
    ['구분', '계', '추진완료', '추진중', '검토중', '미반영'],
    ['계', '19', '11', '7', '1', '0'],
    ['시정·처리요구사항', '4', '4', '0', '0', '0'],
    ['건의사항', '8', '0', '7', '1', '0'],
    ['기타(자료제출 등)', '7', '7', '0', '0', '0'],
  ]);

  const me = slack.as(MEMBER);
  await me.type('/후속', '감사 2015');
  const first = await me.reads('○ 수감결과 처리요구사항 등 총 19건');
  expect(first.text).toContain('시정·처리 요구사항');
  expect(first.text).toContain('□ 추진상황 : 추진완료');
  for (let page = 2; page <= 4; page++) {
    await me.press('followup_audit_page_next');
    await me.reads(`${page} / 4쪽`);
  }
  expect((await me.reads('4 / 4쪽')).text).toContain('자료 제출 완료 (2015.11.24)');
});

test('the samples are marked, come once, and leave an office of its own alone', async () => {
  const { db } = await withSamples();
  const count = () => db.selectFrom('council_contact').select('origin').execute();
  const before = await count();
  await addCouncilSamples(db, NOW, TODAY);
  await addFollowupSamples(db, NOW, TODAY);
  expect(await count()).toHaveLength(before.length);
  expect(new Set(before.map(({ origin }) => origin))).toEqual(new Set(['sample']));
  const owed = await db.selectFrom('followup').select('origin').distinct().execute();
  expect(owed).toEqual([{ origin: 'sample' }]);

  const { db: empty } = await startOffice();
  await addCouncilSamples(empty, NOW, TODAY);
  await addFollowupSamples(empty, NOW, TODAY);
  expect(await empty.selectFrom('council_member').select('id').execute()).toEqual([]);
  expect(await empty.selectFrom('followup').select('id').execute()).toEqual([]);
});
