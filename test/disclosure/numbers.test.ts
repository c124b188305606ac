import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskText } from '../../src/disclosure/mask.ts';
import { normalise } from '../../src/korean/typed.ts';
import type { Field } from '../../src/privacy/finding.ts';
import { computing } from '../support/cpu.ts';

const NOBODY = { staff: new Set<string>(), members: new Set<string>(), elected: new Set<string>() };
const shownOf = (text: string, field: Field = 'purpose') => maskText(normalise(text), field, NOBODY, []).shown;

test.each([
  ['연락처 010/2345/6789 확인', '2345'],
  ['연락처 O1O-2345-6789', '2345'],
  ['연락처 olo 3961 OIl7', '3961'],
  ['연락처 ⓪①⓪-②③④⑤-⑥⑦⑧⑨', '②③④⑤'],
  ['연락처 010‑2345—6789', '2345'],
  ['대상자 800101/1234567', '1234567'],
  ['대상자 800101.1234567', '1234567'],
  ['80.01.01생 주민 위문', '80.01.01'],
  ['1980.1.1.생 어르신 위문', '1980.1.1'],
  ['1962년 5월 9일생 유공자 위문', '5월 9일'],
  ['1962년 5월 9일 출생 유공자 위문', '5월 9일'],
  ['64년 8월생 어르신 위문', '64년 8월'],
  ['생년월일 620509 확인', '620509'],
  ['여권번호 M123A4567 확인', 'M123A4567'],
  ['여권 M12345678 발급 지원', 'M12345678'],
  ['국민은행 202.070446.86.718 입금', '070446'],
  ['카드 9410/6215/8553/0873 결제', '6215'],
  ['차량 12가-3456 견인 민원', '3456'],
  ['서울 12 가 3456 차주 면담', '3456'],
  ['101-1203호 화재 위문', '1203호'],
  ['가동 203호 어르신 위문', '203호'],
  ['B동 203호 침수 피해 위문', '203호'],
  ['문의 ilgong@한글.한국', 'ilgong'],
  ['문의 hong.gd@우리집.com', 'hong.gd'],
  ['문의 hong[at]gaon[dot]com', 'hong'],
  ['문의 hong { at } gaon.kr', 'hong'],
  ['인스타 @hong_gildong 홍보 협의', 'hong_gildong'],
  ['카톡 아이디 hong1234 확인', 'hong1234'],
  ['연락처 공일공-2345-6789', '2345'],
  ['연락처 010,2345,6789', '2345'],
  ['HP:010:2345:6789', '2345'],
  ['(810203)-1234567', '1234567'],
  ['계좌 26319707 (신한)', '26319707'],
  ['여권번호: M 02320364', '02320364'],
  ['106-1126 어르신댁 위문', '1126'],
])('“%s” is never published as it is', (text, secret) => {
  expect(shownOf(text)).not.toContain(secret);
});

test.each([
  '2018.3.5. 생활체육 대회 격려',
  '2018년 출생아 축하 행사',
  '전국체전 2018.10.11-2018.10.17 준비',
  '제12회 2018 서울정원박람회 격려',
  '세미나 12.10, 12.11 준비 다과',
  '기념품 1,234,567원 구입',
])('“%s” holds no one’s number', (text) => {
  expect(maskText(text, 'purpose', NOBODY, []).parts).toEqual([]);
});

test('a number passes in no spelling: any mark between its parts, any kind of digits, letters for 0 and 1', () => {
  const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
  const mark = fc.constantFrom('-', '.', '/', ' ', '–', '—', '‑', '·', ' - ', '_', '~', '〜', '−');
  const phone = fc.tuple(fc.constant('010'), digits(4), digits(4), mark).map(([a, b, c, by]) => [a, b, c].join(by));
  const spelt = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    (text: string) => text.replace(/\d/g, (digit) => '⓪①②③④⑤⑥⑦⑧⑨'[Number(digit)] ?? digit),
    (text: string) => text.replace(/0/g, 'O').replace(/1/g, 'l'),
  );
  fc.assert(
    fc.property(phone, spelt, (number, spell) => {
      const text = `연락처 ${spell(number)} 확인`;

      expect(shownOf(text)).toBe('연락처 [비공개] 확인');
    }),
  );
});

test('a text of any length and letters is read at once, and what nobody could have meant is not published', () => {
  for (const unit of ['가', '1', ' ', '(', '김철수,', '1-', 'a@', '가동 ', 'a.']) {
    const text = unit.repeat(1_000_000 / unit.length);
    let shown = '';
    const took = computing(() => {
      shown = maskText(text, 'purpose', NOBODY, []).shown;
    });

    expect(took, unit).toBeLessThan(10_000);
    expect(shown.length).toBeLessThan(10_000);
  }
});
