import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskText } from '../../src/disclosure/mask.ts';
import { normalise } from '../../src/korean/typed.ts';

const NOBODY = { staff: new Set<string>(), members: new Set<string>(), elected: new Set<string>() };
const FIELDS = ['spender', 'department', 'category', 'place', 'address', 'purpose', 'attendees'] as const;

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
const dash = fc.constantFrom('-', ' - ', '–', '－', '.', ' ', '‐');
const SURNAMES = [...'김이박최정강조윤장임한오서신권황안송류홍고문양손배백허남심노'];
const FIRST = [...'지서민영수현은정미경진성상동준혜윤재태'];
const LAST = [...'훈영희수진민아연우호석철숙자순미경환식섭'];
const person = fc
  .tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(...FIRST), fc.constantFrom(...LAST))
  .map((it) => it.join(''))
  .filter((name) => name !== '노동자'); // nobody is called so, and many speak for them
const wide = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

test('any text is read without a fault, and nothing but what was found changes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom(...FIELDS), (typed, field) => {
      const text = normalise(typed);
      const { shown, parts } = maskText(text, field, NOBODY, []);

      if (parts.length === 0) expect(shown).toBe(text);
      for (const { found } of parts) expect(text).toContain(found);
    }),
  );
});

test('a card, a resident’s or a telephone number never passes, however it is written', () => {
  const card = fc
    .tuple(digits(4), digits(4), digits(4), digits(4), dash)
    .map(([a, b, c, d, by]) => [a, b, c, d].join(by));
  const phone = fc
    .tuple(fc.constantFrom('010', '011', '019'), digits(4), digits(4), dash)
    .map(([a, b, c, by]) => [a, b, c].join(by));
  const resident = fc
    .tuple(fc.constantFrom('800101', '991231', '050615'), fc.constantFrom('1', '2', '3', '4'), digits(6))
    .map(([a, b, c]) => `${a}-${b}${c}`);
  fc.assert(
    fc.property(fc.oneof(card, phone, resident), fc.boolean(), fc.constantFrom(...FIELDS), (number, isWide, field) => {
      const text = normalise(`간담회 ${isWide ? wide(number) : number} 건`);

      expect(maskText(text, field, NOBODY, []).shown.replace(/\D/g, '')).not.toMatch(/\d{4}/);
    }),
  );
});

test('a usual name beside a title is masked or asked about, with a title of its own kind', () => {
  type Write = (name: string) => string;
  const besideHead: Write = (name) => `대표이사 ${name} 접견`;
  const ofADepartment: Write = (name) => `결혼축하(총무과 ${name})`;
  const beside = fc.constantFrom(
    (name: string) => `${name} 대표 면담`,
    (name: string) => `${name}과장 격려`,
    besideHead,
    (name: string) => `민원인 ${name} 씨 면담`,
    (name: string) => `故 ${name} 유족 위로금`,
    ofADepartment,
    (name: string) => `${[...name].join(' ')} 과장 격려`,
  );
  fc.assert(
    fc.property(person, beside, (name, write) => {
      const text = write(name);
      const { shown } = maskText(text, 'purpose', NOBODY, []);

      // What is also a word (정지영상 begins with one) may ask, but never stands as it was.
      expect(shown).not.toContain(name);
      expect(shown).not.toContain([...name].join(' '));
    }),
    {
      numRuns: 500,
      examples: [
        ...['한수석', '한정식', '이재민', '오미자', '조정자'].map((name): [string, Write] => [name, besideHead]),
        ...['정동진', '조수석', '문서철'].map((name): [string, Write] => [name, ofADepartment]),
        ['신성호', (name) => `${name}과장 격려`],
      ],
    },
  );
});

test('words for people that end like a name are no name beside a title', () => {
  for (const group of ['노동자', '이용자', '고령자', '이주노동자', '장애인'])
    expect(maskText(`${group} 대표 면담`, 'purpose', NOBODY, []).parts).toEqual([]);
});
