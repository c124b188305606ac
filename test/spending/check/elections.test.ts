import { expect, test } from 'vitest';
import { draftOffice, officeTyped } from '../../../src/spending/check/limit/office.ts';
import { textFor } from '../../../src/text/index.ts';

const KNOWN = { barredShops: [], voucherGuide: null, cardPoints: {}, elections: [], accounting: [] };
const drafted = (elections: string) =>
  draftOffice({ ...officeTyped(KNOWN), points_year: null, points: null, elections }, KNOWN);

test.each(['2027. 4. 7. mayoral by-election', '2027-04-07 mayoral by-election', '7 Apr 2027 mayoral by-election'])(
  'an election is noted as it is written: %s',
  (line) => {
    const office = { ...KNOWN, elections: [{ day: '2027-04-07', name: 'mayoral by-election', local: true }] };
    expect(drafted(line)).toEqual({ office });
    expect(drafted(officeTyped(office).elections ?? '')).toEqual({ office });
  },
);

test.each(['ko', 'en'] as const)('what the form gives as an example can be entered (%s)', (language) => {
  const { hints, refusals } = textFor(language).check.limits.office;
  for (const sentence of [hints.elections ?? '', refusals.not_an_election]) {
    const [, example = ''] = /(?:예: |e\.g\. |이름을 )(.+?(?:선거|by-election))/.exec(sentence) ?? [];
    expect(drafted(example)).toMatchObject({ office: { elections: [{ day: '2027-04-07', local: true }] } });
  }
});
