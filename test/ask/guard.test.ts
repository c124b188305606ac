import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saidOf, samples } from './given.ts';

const ask = samples();

/** Questions that are understood. */
const UNDERSTOOD = [
  '올해 시책 얼마 썼어?',
  '올해 제일 많이 쓴 곳은?',
  '영수증 없는 집행 몇건이야',
  '올해 기관운영 얼마 남았어',
  '이번주 일정',
  '올해 강남구에 몇번 갔어',
  '의회에 안 알린 일정 보여줘',
  '올해 시장면담 몇번 했어',
  '기한 지난 후속조치 있어?',
  '감사 요구 중에 안 끝난 거',
  '부진 공약 몇개야',
  '강남구 의원 누구야',
  '아직 설명 안 한 발표',
  '경조사비 얼마까지 돼?',
];

/** What a question may say besides, and no table knows. Many begin like words that every question has. */
const MEANINGFUL =
  '주요|중요|가을|봄|여름|겨울|회의|원인|개인|수도|제도|과거|중심|오래|외국인|비교적|최소한|일찍|직접|혼자|처음부터|절반|나머지|대부분|새벽|남성|여성|청년|어르신|비공개|긴급|합동|야외|온라인|서면|대면|유료|무료|단독|공동|임시|정기|특별|기본|핵심|부실|우수|최악|몰래|가끔|항상|늘|다시|거의|별로|함께|따로|서둘러|때문에|대신|빼고|말고|제외하고|없이|아닌|또는|혹은|왜|뭐래|두 번째|세번째|절반쯤|부산|제주|일본|교회|학교|버스|택시|커피|기념품|주차|소음'.split(
    '|',
  );

test('a question with one more word is asked back or looked for, wherever the word stands', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...UNDERSTOOD),
      fc.constantFrom(...MEANINGFUL),
      fc.nat(4),
      async (question, word, at) => {
        const words = question.split(' ');
        const longer = [...words.slice(0, at), word, ...words.slice(at)].join(' ');

        // Where a title or a purpose has it, it is looked for there.
        const said = saidOf(await ask(longer));
        expect(said.startsWith('?') || said.includes(`=${word}`), `${longer} → ${said}`).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

const UNDERSTOOD_IN_ENGLISH = [
  'how much did we spend in 2016',
  'visits in 2016 by program',
  'overdue follow-ups',
  'how many pledges are done',
  'expenses without a receipt',
  'council contacts in 2016',
  'total pledges',
  'council members of Gangnam-gu',
];

/** Words that look like nouns and mean nothing to anybody. */
const noise = (letters: string, least: number) =>
  fc.array(fc.constantFrom(...letters.split(' ')), { minLength: least, maxLength: 4 }).map((it) => it.join(''));

test.each([
  ['Korean', UNDERSTOOD, noise('뇽 곽 탱 뭉 핑 톨 켠 훤 젼 밧 쇳 둑', 2)],
  ['English', UNDERSTOOD_IN_ENGLISH, noise('bro ki lup sna ter vod mig zan qui', 2)],
])('a word of %s that nobody knows is never passed over in silence', async (_language, understood, word) => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...understood), word, fc.nat(6), async (question, word, at) => {
      const words = question.split(' ');
      const longer = [...words.slice(0, at), word, ...words.slice(at)].join(' ');
      const said = await ask(longer);

      const isSaid = !('answer' in said) || said.corrected.length > 0 || saidOf(said).includes(`=${word}`);
      expect(isSaid, `${longer} → ${saidOf(said)}`).toBe(true);
    }),
    { numRuns: 300 },
  );
});

describe('what is asked for, in what unit and of what records, is what is answered, or it is asked back', () => {
  test.each([
    '사전공유 안 한 의원',
    '감사 일정',
    '한빛당 의원 몇 명 만났어',
    '의장이 뭐래',
    '예산 언제 다 써?',
    '작년 순방 비용 얼마',
    '어제 방문 결과 알려줘',
    '결과를 적은 일정',
    '담당자 정한 후속조치',
    '제일 진척 안 된 공약',
    '비서실에서 제일 오래 일한 사람',
    'average spending per day in 2016',
    '간담회에 몇 명 왔어 올해',
    '기한 내에 끝난 후속조치',
    '의원 누가 제일 많이 요청했어',
    '제일 많이 요청한 사람',
    '50억 넘는 공약',
    '완료 예정인 공약',
    '평일 평균 지출',
    '시장님 점심 뭐 드셨어',
    '10만원대 지출',
    '예산 100만원',
    '9시 이후에 쓴 돈',
    '공약 상태 몇 개',
    '폐기 안 된 공약',
    '현장시장실 몇 번째야',
    '영수증 다 냈어?',
    '설명한 발표 목록',
    '주말 행사 몇 건',
    '다다음주 일정',
    '의회 소통 결과 안 적은 거',
    '신아람이 시킨 일',
    '후속조치 새로 등록된 거',
    '시의회 언제 열려',
    '의회 언제 개최되나요',
    '무슨 요일에 제일 많이 나갔어',
    '강남3구 몇 번 갔어',
    '상임위 몇 개야',
    '결과 입력 안 한 사람',
    '청책토론회 누가 참석했어',
    '의원 요청 제일 많이 한 사람',
    '시책 중 기관운영 비율',
    '강남구 송파구 방문 2015년과 2016년 비교',
    '점심시간에 쓴 돈',
    '올해 예산에서 정원가산이 차지하는 비율',
    'largest five expenses this year',
  ])('%s', async (typed) => expect(saidOf(await ask(typed))).toMatch(/^\?/));

  test.each([
    ['올해 총 몇 원 썼어', 'expense sum 2016-01-01~2016-12-31'],
    ['visits between March and May 2016', 'visit list 2016-03-01~2016-05-31'],
    ['3월과 5월 사이 방문', 'visit list 2016-03-01~2016-05-31'],
    ['의원들한테 사전공유 안 한 거', 'visit list state=untold'],
    ['면담 안 한 의원', 'contact count by member none kind=mayor_meeting'],
    ['이번 달에 의원 누구 만났어', 'contact count by member 2016-11-01~2016-11-30'],
    [
      '2014년부터 2016년까지 연도별 예산',
      'budget sum by year 2014-01-01~2014-12-31 2015-01-01~2015-12-31 2016-01-01~2016-12-31',
    ],
    ['올해 안 간 구 어디야', 'visit count by district none 2016-01-01~2016-12-31'],
  ])('%s is understood', async (typed, said) => expect(saidOf(await ask(typed))).toBe(said));
});
