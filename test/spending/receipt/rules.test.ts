import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  byLikelihood,
  fileNameOf,
  maySeeReceipts,
  pauseAfter,
  refuseAtSight,
} from '../../../src/spending/receipt/rules.ts';
import type { Role } from '../../../src/vocabulary/person.ts';

const RIGHTS: [who: string, person: { userId: string; name: string; role: Role }, sees: boolean][] = [
  ['who recorded it', { userId: 'U1', name: '김서연', role: 'member' }, true],
  ['who is called like whose spending it is', { userId: 'U2', name: '이준호', role: 'member' }, false],
  ['another member', { userId: 'U3', name: '박지민', role: 'member' }, false],
  ['someone whose name begins the same', { userId: 'U4', name: '이준', role: 'member' }, false],
  ['a manager', { userId: 'U5', name: '오', role: 'manager' }, true],
  ['an administrator', { userId: 'U6', name: '한', role: 'administrator' }, true],
];

test.each(RIGHTS)('%s: may see the receipts or not', (_who, person, sees) => {
  expect(maySeeReceipts({ ...person, language: null }, { createdBy: 'U1' })).toBe(sees);
});

test.each([
  [{ mimetype: 'image/jpeg', size: 3_000_000 }, null],
  [{ mimetype: 'image/heic' }, null],
  [{ mimetype: 'application/pdf' }, null],
  [{ mimetype: 'application/octet-stream' }, null],
  [{}, null],
  [{ mimetype: 'image/jpeg', size: 100_000_000 }, 'too_large'],
  [{ mimetype: 'application/zip' }, 'archive'],
  [{ mimetype: 'text/html' }, 'page'],
  [{ mimetype: 'text/csv' }, 'not_a_receipt'],
  [{ mimetype: 'video/mp4' }, 'not_a_receipt'],
  [{ mimetype: 'image/jpeg', external: true }, 'external'],
])('what Slack says of a file, %j, is answered at once: %s', (file, refusal) => {
  expect(refuseAtSight(file)).toBe(refusal);
});

test.each([
  ['미진.jpg', 'image/jpeg', '미진.jpg'],
  ['미진.JPEG', 'image/jpeg', '미진.JPEG'],
  ['미진.jpg', 'image/png', '미진.jpg.png'],
  ['스캔', 'application/pdf', '스캔.pdf'],
  ['../../etc/passwd', 'image/png', 'etc passwd.png'],
  ['..\\a:b*c', 'image/png', 'a b c.png'],
  ['', 'image/png', 'receipt.png'],
  ['...', 'image/png', 'receipt.png'],
  ['a\u202egnp.exe', 'image/png', 'a gnp.exe.png'],
] as const)('%s, a %s, is sent back as %s', (name, type, sent) => {
  expect(fileNameOf(name, type)).toBe(sent);
});

test('whatever a file is called, it is sent back under a plain name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(fileNameOf(name, 'image/png')).toMatch(/^[^\\/:*?"<>|\p{Cc}.][^\\/:*?"<>|\p{Cc}]*\.png$/iu);
    }),
  );
});

test('the spend with the amount comes before the one of the day, and that before the place', () => {
  const spends = [
    { id: 1, amount: 1_000, spentOn: '2018-03-01', place: '다온' },
    { id: 2, amount: 2_000, spentOn: '2018-03-02', place: '미진' },
    { id: 3, amount: 3_000, spentOn: '2018-03-03', place: '가람' },
    { id: 4, amount: 4_000, spentOn: '2018-03-04', place: null },
  ];
  const said = { amount: 4_000, spentOn: '2018-03-03', line: '미진 점심' };
  expect(byLikelihood(spends, said).map(({ id }) => id)).toEqual([4, 3, 2, 1]);
  const nothing = { amount: null, spentOn: null, line: '' };
  expect(byLikelihood(spends, nothing).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
});

test('the pauses grow, and together last longer than a weekend', () => {
  const pauses: number[] = [];
  for (let attempts = 1; ; attempts++) {
    const pause = pauseAfter(attempts);
    if (pause === null) break;
    pauses.push(pause);
  }
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses.reduce((a, b) => a + b)).toBeGreaterThan(48 * 3_600_000);
});
