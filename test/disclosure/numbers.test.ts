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
  ['연락처 공일육-7422-3997', '7422'],
  ['주소지 은평구 다산로 293, 803호 방문', '다산로 293'],
  ['연락처 010,2345,6789', '2345'],
  ['HP:010:2345:6789', '2345'],
  ['(810203)-1234567', '1234567'],
  ['계좌 26319707 (신한)', '26319707'],
  ['여권번호: M 02320364', '02320364'],
  ['106-1126 어르신댁 위문', '1126'],
  ['간담회 후 0ㅣㅇ-2847-42l5에 통보', '2847'],
  ['문의 ○1ㅇ.3677.3○5ㅣ로 연락', '3677'],
  ['문의 공1공-9271-3265', '9271'],
  ['문의 〇一〇-六七六三-七六三六', '六七六三'],
  ['문의 7251-9622(010)', '9622'],
  ['문의 010-146*-0998', '0998'],
  ['문의 010--7543--1702', '7543'],
  ['담당 9 1 0 4 0 4 - 2 3 1 6 5 0 2', '3 1 6 5'],
  ['담당 48 10 03 - 1 822325', '822325'],
  ['담당 601105:1290413', '1290413'],
  ['담당 오일일이이공-일삼팔팔이이칠', '삼팔팔이이'],
  ['주민번호 앞자리 760626 확인', '760626'],
  ['1942년 3월 10일생으로 확인', '3월 10일'],
  ['간담회 후 1996-03-16 출생에 통보', '03-16'],
  ['I959.O8.27생 어르신', 'O8.27'],
  ['DOB 1952-10-13 확인', '10-13'],
  ['생년월일(91.10.13)', '10.13'],
  ['여권(M 5229 0288)', '0288'],
  ['passport no. PM9890903', '9890903'],
  ['차량 977허 40-23', '40-23'],
  ['차량 4 4 2 나 0 1 5 0', '0 1 5 0'],
  ['은하빌라 284호 위문', '284호'],
  ['제115동 제546호 위문', '546호'],
  ['APT 104/433 위문', '433'],
  ['문의 choi484(골뱅이)naver점com', 'choi484'],
  ['문의 yoon487골뱅이네이버', 'yoon487'],
  ['문의 sun26@naver，com', 'sun26'],
  ['문의 shin56 at naver.com', 'shin56'],
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
  '2024-2028 기본계획 보고',
  '12.1.~12.3. 워크숍',
  '1980년 생산 시설 정비',
  '101동 주민대표 간담회',
  '국비 12억 3천만원 확보 협의',
  '일이삼 축제 준비',
  '우리 12개 읍면 간담회',
])('“%s” holds no one’s number', (text) => {
  expect(maskText(text, 'purpose', NOBODY, []).parts).toEqual([]);
});

test('a number passes in no spelling: any mark between its parts, any kind of digits, letters for 0 and 1', () => {
  const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
  const mark = fc.constantFrom('-', '.', '/', ' ', '–', '—', '‑', '·', ' - ', '_', '~', '〜', '−', '⁃', '=', '--', ':');
  const phone = fc.tuple(fc.constant('010'), digits(4), digits(4), mark).map(([a, b, c, by]) => [a, b, c].join(by));
  const spelt = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    (text: string) => text.replace(/\d/g, (digit) => '⓪①②③④⑤⑥⑦⑧⑨'[Number(digit)] ?? digit),
    (text: string) => text.replace(/0/g, 'O').replace(/1/g, 'l'),
    (text: string) => text.replace(/0/g, 'ㅇ').replace(/1/g, 'ㅣ'),
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
