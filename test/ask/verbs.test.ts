import fc from 'fast-check';
import { expect, test } from 'vitest';
import { saidOf, samples } from './given.ts';

const ask = samples();

/** How the past of a verb ends when it is asked about, from 해체 to 합쇼체. */
const PAST =
  '어|어요|나|나요|니|냐|지|지요|죠|습니까|는지|는지 알려줘|는지 궁금해|더라|는데|을까|을까요|었지|는지요'.split('|');

test.each([
  ['올해 시책 얼마 썼', 'expense sum'],
  ['올해 얼마 나갔', 'expense sum'],
  ['올해 얼마 사용했', 'expense sum'],
  ['올해 강남구 몇 번 갔', 'visit count'],
  ['올해 강남구 몇 번 방문했', 'visit count'],
  ['올해 중구 몇 번 다녀왔', 'visit count'],
  ['김가람 의장 몇 번 만났', 'contact count'],
  ['기관운영 얼마 남았', 'budget balance'],
  ['후속조치 몇 건 끝났', 'followup count'],
  ['공약 몇 개 완료됐', 'pledge count'],
])('%s… is the same question in every way to end it', async (stem, said) => {
  const first = saidOf(await ask(`${stem}어?`));
  expect(first).toMatch(new RegExp(`^${said}`));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PAST), fc.boolean(), async (ending, squeezed) => {
      const typed = squeezed ? `${stem}${ending}`.replaceAll(' ', '') : `${stem}${ending}`;

      expect(saidOf(await ask(typed)), typed).toBe(first);
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['끝난 후속조치', '안 끝난 후속조치', '끝나지 않은 후속조치'],
  ['처리된 감사 요구', '처리 안 된 감사 요구', '처리되지 않은 감사 요구'],
  ['완료된 공약', '완료 안 된 공약', '완료되지 않은 공약'],
  ['취소된 일정', '취소 안 된 일정', '취소되지 않은 일정'],
  ['반려된 지출', '반려 안 된 지출', '반려되지 않은 지출'],
  ['카드로 쓴 돈', '카드로 안 쓴 돈', '카드로 쓰지 않은 돈'],
  ['영수증 낸 집행', '영수증 안 낸 집행', '영수증을 내지 않은 집행'],
  ['의회에 알린 일정', '의회에 안 알린 일정', '의회에 알리지 않은 일정'],
  ['설명한 발표', '설명 안 한 발표', '설명하지 않은 발표'],
  ['결과 적은 일정', '결과 안 적은 일정', '결과를 적지 않은 일정'],
  ['폐기된 공약', '폐기 안 된 공약', '폐기되지 않은 공약'],
  ['올해 만난 의원', '올해 안 만난 의원', '올해 만나지 않은 의원'],
])('%s is not what %s is', async (is, not, nor) => {
  const said = saidOf(await ask(is));
  for (const denied of [not, nor]) {
    const other = saidOf(await ask(denied));
    expect(other.startsWith('?') || other !== said, `${denied} → ${other}`).toBe(true);
  }
});
