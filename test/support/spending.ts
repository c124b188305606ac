import type { PersonDriver } from '../../src/simulator/person.ts';
import type { Spend } from '../../src/spending/expense/rules.ts';

/** A line that lacks only the activity, which nobody types. */
export const LINE = '85000 미진 4명 조례 개정 간담회 시책 카드';

/** What the form asks for, all of it right. */
export const FIELDS = {
  spent_on: '2018-03-29',
  amount: '85,000',
  account: '203-03',
  activity: '4-나',
  place: '미진',
  purpose: '조례 개정 간담회',
  headcount: 4,
  payment: 'card',
};

/** The same, as the register keeps it. */
export const SPEND: Spend = {
  ...{ year: 2018, month: 3, spentOn: '2018-03-29', spentTime: null, amount: 85_000, account: '203-03' },
  ...{ activity: '4-나', category: '간담회 등', place: '미진', address: null, purpose: '조례 개정 간담회' },
  ...{ headcount: 4, attendees: null, payment: 'card', spender: null, department: null },
};

/** Records one spend through the form and waits until its writer is told. Returns the record's name. */
export async function recordOne(person: PersonDriver, fields: Partial<typeof FIELDS> = {}): Promise<string> {
  const before = person.lastAnswer()?.ts ?? '';
  await person.type('/expense');
  await person.seesView();
  const answer = await person.submit({ ...FIELDS, ...fields });
  if (!answer.ok) throw new Error(answer.sentence);
  return nameIn(await person.reads((it) => it.ts > before && /E\d+.*(저장했습니다|is saved)/.test(it.text)));
}

export function nameIn({ text }: { text: string }): string {
  return /E\d+/.exec(text)?.[0] ?? '';
}
