import { expect, test } from 'vitest';
import { checkPayload } from '../../src/simulator/block-kit/check.ts';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { textFor } from '../../src/text/index.ts';
import { MEMBER, startOffice } from '../support/office.ts';

test.each([
  { connection: 'socket', language: 'ko' },
  { connection: 'http', language: 'en' },
] as const)(
  'a question is answered with what was understood, its figure and a way on ($language)',
  async (setting) => {
    const { slack, db } = await startOffice(setting);
    const budgets = [2017, 2018].map((year) => ({ year, account: '203-03' as const, won: (year - 1918) * 1_000_000 }));
    await putBudgets(db, budgets, { actor: 'test', at: slack.now(), origin: 'person' });
    const text = textFor(setting.language);
    const ko = setting.language === 'ko';
    const me = slack.as(MEMBER);

    await me.dm(ko ? '올해 시책 얼마 남았어?' : 'how much policy budget is left this year?');
    const answer = await me.reads(text.spending.won('100,000,000'));
    expect(answer.text).toContain(text.spending.accounts['203-03']);
    expect(answer.buttons).toEqual([text.ask.toList]);

    await me.dm(ko ? '그럼 작년은?' : 'what about last year?');
    await me.reads(text.spending.won('99,000,000'));

    await me.dm(ko ? '시장님 기분은 어때?' : 'how is the weather?');
    const back = await me.reads(ko ? '이해하지 못했습니다' : 'not understood');
    expect(back.buttons.length).toBeGreaterThan(1);
    await me.press(back.buttons[0] ?? '', { in: back });
    await me.reads(text.ask.nouns.expense);

    await me.type(ko ? '/비서' : '/biseo', ko ? '부진 공약 몇 개야?' : 'how many pledges are in trouble?');
    await me.reads(text.ask.count('0', 'pledge'));
    for (const { args } of slack.calls('chat.postMessage')) expect(checkPayload(args, 'message')).toEqual([]);
  },
  60_000,
);
