import { expect, test } from 'vitest';
import { putMembers } from '../../src/council/members/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { DESKTOP, describeInBrowser, PHONE, type } from '../support/browser.ts';
import { MANAGER, NOW, startOffice } from '../support/office.ts';

describeInBrowser('in the playground', (open) => {
  test.each([DESKTOP, PHONE])(
    'a meeting with three members and two requests, one of them worked on to its answer, stands in the member’s page ($name)',
    async (size) => {
      const { slack, db } = await startOffice();
      const member = { term: 11, constituency: null, post: null };
      const listed = [
        { ...member, name: '최서윤', district: '강남구', party: '새길당', committee: '교통위원회' },
        { ...member, name: '김가람', district: '강남구', party: '한빛당', committee: '교통위원회' },
        { ...member, name: '박나래', district: '중구', party: '새길당', committee: '교육위원회' },
      ];
      await putMembers(db, listed, { actor: 'test', at: NOW, origin: 'file' });
      const { page, shot } = await open(`${slack.url}/?as=${MANAGER}#${CHANNELS.office}`, size);

      await type(page, '/의회 오늘 시장면담 강남 통학로 안전');
      const form = page.getByRole('dialog', { name: '의회 소통 기록' });
      await form.waitFor();
      const members = form.getByRole('combobox', { name: '시의원' });
      for (const [typed, name] of [
        ['ㅊㅅ', '최서윤'],
        ['김가', '김가람'],
        ['중구', '박나래'],
      ] as const) {
        await members.click();
        await members.fill(typed);
        await page.getByRole('option', { name: new RegExp(name) }).click();
      }
      await form.getByRole('textbox', { name: '요청사항' }).fill('최서윤: 통학로 신호등 설치\n공영주차장 확충');
      await shot('council-form');
      await form.getByRole('button', { name: '저장' }).click();
      await form.waitFor({ state: 'hidden' });
      await page.getByText(/후속조치로 등록했습니다: F1, F2/).waitFor();
      await shot('council-saved');

      await type(page, '/후속 F1');
      await page.getByRole('button', { name: '추진 시작', exact: true }).last().click();
      await page.getByText('F1 후속조치를 추진중으로 바꿨습니다.').waitFor();
      await page.getByRole('button', { name: '완료', exact: true }).last().click();
      const finish = page.getByRole('dialog', { name: '후속조치 완료' });
      await finish.getByRole('textbox', { name: '답변 내용' }).fill('다음 달에 설치하기로 함');
      await finish.getByRole('button', { name: '완료' }).click();
      await finish.waitFor({ state: 'hidden' });
      await page.getByText('F1 후속조치의 답변을 적고 추진완료로 바꿨습니다.').waitFor();
      await shot('followup-done');

      await type(page, '/의회 의원 최서윤');
      await page.getByText('끝난 요청 1건').waitFor();
      await page.getByText(/통학로 신호등 설치 — .*답변: 다음 달에 설치하기로 함/).waitFor();
      await page.getByText(/남은 요청 1건/).waitFor();
      await shot('council-member');
      expect(await db.selectFrom('council_attendance').select('member_id').execute()).toHaveLength(3);
    },
  );
});
