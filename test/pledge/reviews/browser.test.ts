import { expect, test } from 'vitest';
import { findRound } from '../../../src/pledge/reviews/store.ts';
import { findPledges } from '../../../src/pledge/store.ts';
import { CHANNELS } from '../../../src/simulator/people.ts';
import { DESKTOP, describeInBrowser, PHONE, type } from '../../support/browser.ts';
import { MANAGER, MEMBER, startOffice } from '../../support/office.ts';
import { nameAnswerers, takeIn } from '../given.ts';

describeInBrowser('in the playground', (open) => {
  test.each([DESKTOP, PHONE])('a small review round runs from its opening to its end ($name)', async (size) => {
    const { slack, db, tick } = await startOffice();
    await takeIn(db);
    await nameAnswerers(db);
    const manager = await open(`${slack.url}/?as=${MANAGER}#${CHANNELS.office}`, size);
    const member = await open(`${slack.url}/?as=${MEMBER}#${slack.as(MEMBER).appChannel}/messages`, size);

    await type(manager.page, '/공약 평가 2017-h2');
    const opening = manager.page.getByRole('dialog', { name: '자체평가 시작' });
    await opening.getByText('김서연: 3건').waitFor();
    await manager.shot('review-opening');
    await opening.getByRole('button', { name: '요청 보내기' }).click();
    await opening.waitFor({ state: 'hidden' });
    await manager.page.getByText('2017년 하반기 공약 자체평가 진행 중').waitFor();
    await manager.shot('review-open');
    await tick();

    await member.page.getByText('1-1-1 · 골목안전등 확대').first().waitFor();
    await member.page.getByRole('button', { name: '답변', exact: true }).first().click();
    const form = member.page.getByRole('dialog', { name: '반기 자체평가 답변' });
    await form.getByRole('combobox', { name: '추진상황' }).click();
    await member.page.getByRole('option', { name: '이행 후 계속추진' }).click();
    await form.getByRole('textbox', { name: '진행률 (%)' }).fill('100');
    await form.getByRole('textbox', { name: '근거 자료' }).fill('안전총괄과-1234');
    await member.shot('review-answer');
    await form.getByRole('button', { name: '답변' }).click();
    await form.waitFor({ state: 'hidden' });
    await member.page.getByText('답변: 이행 후 계속추진 · 100%').first().waitFor();
    await member.shot('review-answered');

    await manager.page.getByRole('button', { name: '자체평가 마감' }).last().click();
    const closing = manager.page.getByRole('dialog', { name: '자체평가 마감' });
    await closing.getByRole('textbox', { name: '답변 없이 마감하는 사유' }).fill('담당 부서가 없어짐');
    await manager.shot('review-closing');
    await closing.getByRole('button', { name: '마감' }).click();
    await manager.page.getByText('2017년 하반기 공약 자체평가 결과').waitFor();
    await manager.shot('review-result');

    expect(await findRound(db, '2017-h2')).toMatchObject({ state: 'frozen', closedBy: MANAGER });
    expect((await findPledges(db))[0]).toMatchObject({ status: '이행 후 계속추진', progress: 100 });
  });
});
