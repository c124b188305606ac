import type { Database } from '../../src/base/db/database.ts';
import { openPledges } from '../../src/pledge/files.ts';
import { takePledges } from '../../src/pledge/intake.ts';
import { putListEntry } from '../../src/pledge/list/store.ts';
import { MEMBER, NOW, OTHER_MEMBER } from '../support/office.ts';

/** A small made-up list in the shape of the city's: a code that stands twice, two without, a status that is lost. */
export const LIST = `no,pledge_code,title,status,term,kind,total_budget,executed,final_goal,dept
1,1-1-1,골목안전등 확대,정상추진,임기내,신규,"12,595백만원","11,520백만원","○ 골목안전등 100곳
- 어두운 길부터",안전총괄과
2,1-1-2,‘골든타임 목표제’ 실행,완료,임기내,신규,비예산 사업,-,○ 황금시간,안전총괄과
3,1-2-1,관제센터 통합,이행 후 계속추진,임기후,계속,"3,157,626백만원",352백만원,○ SMART 통합,안전총괄과
4,9-1-1,안심주택 공급,일부추진,임기내,신규,250백만원,73백만원,○ 주택,주택과
5,9-1-1,대학가 도전숙,정상추진,임기내,신규,100백만원,6.382백만원,○ 도전숙,주택과
6,혁신-12,휴대폰 충전대,정상추진,임기내,계속,25백만원,,○ 지하철역,총무과
7,,모래놀이터,,임기내,계속,376백만원,281백만원,○ 놀이터,
8,,시민청 확대,정상추진,임기내,,"2,714백만원",817백만원,○ 시민청,
`.replace(',dept\n', ',주관부서\n');

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(`\ufeff${text}`);

export const NAME = '공약 2014-2018.csv';

export async function takeIn(db: Database, text = LIST, name = NAME) {
  const file = await openPledges(bytesOf(text), name, null);
  if ('refusal' in file) throw new Error(file.refusal);
  return takePledges(db, file, { actor: 'test', at: NOW, fileName: name });
}

/** 안전총괄과 is the member's, 주택과 the other member's; nobody answers for 총무과. */
export async function nameAnswerers(db: Database): Promise<void> {
  for (const [name, person] of [
    ['안전총괄과', MEMBER],
    ['주택과', OTHER_MEMBER],
  ] as const) {
    const entry = { kind: 'department' as const, term: 0, code: name, name, person };
    await putListEntry(db, entry, { actor: 'test', at: NOW });
  }
}
