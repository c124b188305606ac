import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskText } from '../../src/disclosure/mask.ts';
import { normalise } from '../../src/korean/typed.ts';
import type { Field } from '../../src/privacy/finding.ts';
import { put } from './names.ts';

const NOBODY = { staff: new Set<string>(), members: new Set<string>(), elected: new Set<string>() };
const seen = (text: string, field: Field = 'purpose') => maskText(normalise(text), field, NOBODY, []);
const split = (words: string): string[] => words.split(' ').map((word) => word.replaceAll('_', ' '));

/** Every one of these names, wherever it stands, is masked or asked about with all of its parts. */
function neverPublished(names: readonly string[], around: readonly string[], field: Field = 'purpose'): void {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...around), (name, where) => {
      const { shown } = seen(put(name, where), field);

      for (const part of name.split(/[ .]+/)) {
        if (part.length > 1) expect(shown, put(name, where)).not.toContain(part);
      }
    }),
    { numRuns: 400 },
  );
}

test('a name of two letters that is a word is asked about where one person stands', () => {
  neverPublished(
    split('오후 조기 강도 우유 남해 정원 이명 송도 지하 박해 이해 고지'),
    split(
      'N_씨_댁_방문 N_문병 N_모친상_조문 N_국장_이임에_따른_송별_오찬 과장_N_송별 N(여,_72)_위문 N(45세)_구조_지원 N_외_2명_오찬 예금주_N N_할머니_생신',
    ),
  );
  neverPublished(
    split('박해 이명 문헌 정범'),
    split('시민_N_표창_수여 직원_N_감사패_제작 N(한국대_교수)_초청_강연 N과_시정_현안_논의 N_위문 [N]_조의'),
  );
});

test('a dictionary’s word in a list of people is asked about, and their groups are not', () => {
  neverPublished(split('백일 전후 이귀남'), split('국장_N,_팀장_김하은 직원_N 과장_N_외_3명'), 'attendees');
  for (const group of ['직원 일동', '시장, 국장 전원', '총무과 직원', '관계자', '노동자 외 3명', '주민, 상인'])
    expect(seen(group, 'attendees').parts, group).toEqual([]);
});

test('a name is asked about where what befalls somebody is glued to it, and where it is said what they are', () => {
  neverPublished(
    split('정욱 박찬 임월선 사공은정 김도연'),
    split('N송별오찬 N결혼축의금 담당자는_N_주무관임 담당자는_N_주무관입니다'),
  );
});

test('a usual name is asked about beside what was newly looked for, though words make it: 이서로, 정동건', () => {
  neverPublished(
    split('이서로 정동건 권이삭 김도연'),
    split(
      'N_신임_사무국장_상견례 N과_지역_현안_간담회 N_화가_전시회 강연자_N N_명의_계좌_입금 N_앞으로_등기_발송 고소인_N',
    ),
  );
});

test('a name from abroad is asked about with all of its parts, whatever is glued to it or stands beside it', () => {
  neverPublished(
    split(
      '응우옌_티_마이_란 쯔엉_미_호아 마이_반_푹 다나카_미사키 사토_쇼헤이 고바야시_다이스케 노다_요시히코 로만_박 빅토리아_김 누르술탄_벡 조셉_델라_크루즈 그리고리_멜니크 한나_비르타넨 카르멘_산티아고 케이트_모스 엘렌_페이지 사사키_고지로 시티_누르하야티 압둘라_알사우드',
    ),
    split(
      'N_총영사_송별_오찬 N_대사_접견 N_의장_예방 N_박사_자문 N_감독_시사회 기념품_구입(N_대사) 하노이시_부시장_N_대사_접견',
    ),
  );
  neverPublished(
    split(
      '다나카_미사키 사토_쇼헤이 고바야시_다이스케 이반_소콜로프 마리_르블랑 응우옌_반_득 케빈_리 사이드_모타와킬 저우언화 바트바야르_간볼드',
    ),
    split(
      'N을_접견하고_기념품_전달 N과의_면담 N대표와_조찬 N총영사_접견 N의_방문에_따른_다과 N이_방문하여_환담 N_격려 N회장_접견 N을_환영하는_만찬 김도윤_교수,_N_오찬 N님_초청 N_측과_업무협의',
    ),
  );
});

test('a name in Latin letters is asked about though its words are English', () => {
  neverPublished(
    split('Mia_Gold Art_Garden Hope_Day Summer_Rain_Park May_Hill Y._Park'),
    split(
      'N_대사_접견 N_씨_면담 N_감독_시사회 N께_기념품_증정 N_외_3명_오찬 N을_접견하고_환담 N과_오찬 N으로부터_서한_접수',
    ),
  );
  neverPublished(
    ['Otgonbayar', 'Sokhaim'],
    split('N_격려 N을_접견하고_환담 N이_방문하여_환담 김도윤_교수,_N_오찬 통역:_N'),
  );
  for (const text of ['Mr. King 면담', '부시장 Mr. King 접견', '환송 - Dr. Green', 'Dr. Green 씨 위문'])
    expect(seen(text).shown, text).not.toMatch(/King|Green/);
});

test('a name in parts, an initial and what a child is called are asked about', () => {
  const apart = fc
    .tuple(fc.constantFrom(...'김박최윤이정강조'), fc.constantFrom(...'영도지서민'), fc.constantFrom(...'희현수은우'))
    .chain((letters) => fc.constantFrom(' ', '.', '·').map((mark) => letters.join(mark)));
  const whole = fc.constantFrom(
    (name: string) => `총무과 ${name} 결혼`,
    (name: string) => `민원인 ${name} 상담`,
    (name: string) => `${name}에게 감사패`,
    (name: string) => `${name} 외 2명 오찬`,
    (name: string) => `${name} 씨 위문`,
  );
  fc.assert(
    fc.property(apart, whole, (name, write) => {
      expect(seen(write(name)).shown).not.toContain(name);
    }),
  );
  for (const text of split(
    '이_완_씨_위문 장_빈에게_감사패 임_현_외_2명_오찬 박_춘_결혼 A씨_면담 K_모_씨_민원 A군_장학금 B_대표_접견 J과장_격려 김_J.H._과장_격려 K.H.S_씨_위문 L.M.에게_감사패 P.J.Y._상담 다은이_돌봄_지원 창민이_엄마_면담 요한이에게_장학금 이O주에게_감사패',
  ))
    expect(seen(text).parts, text).not.toEqual([]);
});

test('who masks some words by hand uncovers nothing that was hidden with them', () => {
  const names = fc.constantFrom('무함마드 빈 살만', '스즈키 하루카', '응우옌 티 란', '박지훈', '로만 박', 'Mia Gold');
  const around = fc.constantFrom('N 총영사 접견', '시장 N 면담 윗마을댁', 'N 씨 위문', '교수 N, 시장 외 4명');
  const fields = fc.constantFrom<Field>('purpose', 'spender', 'attendees', 'category');
  fc.assert(
    fc.property(names, around, fields, fc.nat(), fc.nat(), (name, where, field, from, length) => {
      const text = normalise(put(name, where));
      const start = from % text.length;
      const found = text.slice(start, start + 1 + (length % (text.length - start))).trim();
      const decision = { expenseId: 1, field, found, choice: 'mask' as const, by: 'U1', at: new Date(0) };
      const hidden = name.split(' ').filter((it) => it.length > 1 && !seen(text, field).shown.includes(it));

      const { shown } = maskText(text, field, NOBODY, [decision]);

      for (const part of hidden) expect(shown, `${text} without ${found}`).not.toContain(part);
    }),
    { numRuns: 1_000 },
  );
});

test('what only looks like such names is nobody’s', () => {
  for (const text of split(
    '신임_국장_송별_만찬 국장_이임_송별 팀장_정년_퇴임 전임_국장_이임_송별 우수_공무원_표창 외빈을_접견하고_기념품_전달 하천관리과_직원_격려 그라운드골프_참여자_격려 시·군·구_회의 민·관·군_협의 노.사.정_간담회 양_기관_업무협의 전_직원_격려 현_시장_외_2명 WeGO_사무총장_접견 Google_Korea_대표_접견 Happy_House_대표_면담 Green_Day_공연 B군_감염병_예방 C등급_교량_점검 Y밸리_간담회 어린이에게_선물_전달 시장단,_실본부국장_등_54명 잠실운동장_일대_점검',
  ))
    expect(seen(text).parts, text).toEqual([]);
});
