import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export const COLUMNS = [
  'nid,title,url,dept_nm_lvl_1,dept_nm_lvl_2,dept_nm_lvl_3,dept_nm_lvl_4,dept_nm_lvl_5,exec_yr,exec_month',
  'expense_budget,expense_execution,category,dept_nm_full,exec_dt,exec_loc,exec_purpose,target_nm,payment_method',
  'exec_amount,bimok',
].flatMap((names) => names.split(','));

const PURPOSES = [
  '시정 현안 자문 간담회',
  '설명절 현업근무 직원 및 유관기관 격려',
  '시정 노고 직원 격려 다과 구입비 지급',
];

/** A list as the city publishes it: every row differs, names and purposes come again and again. `from`: rows that other files have. */
export async function writeCity(file: string, rows: number, from = 0): Promise<void> {
  const out = createWriteStream(file);
  out.write(`\ufeff${COLUMNS.join(',')}\r\n`);
  for (let i = from; i < from + rows; i++) {
    const [year, month, day] = [2008 + (i % 10), 1 + (i % 12), 1 + (i % 28)];
    const two = (number: number) => String(number).padStart(2, '0');
    const moment = `${year}-${two(month)}-${two(day)} ${two(8 + (i % 14))}:${two(i % 60)}`;
    const cells = [
      11_000_000 + year * 100 + month,
      `${year}년 ${month}월 서울시본청_서울특별시장_총무과 업무추진비 내역`,
      `http://opengov.seoul.go.kr/public/${11_000_000 + year * 100 + month}`,
      ...['서울시본청', '서울특별시장', '', '', '', year, month, 357_200_000, '', '간담회 등', '행정국 총무과', moment],
      `${['한빛', '소나무집', '다온', '가람회관'][i % 4]}${i % 900} (중구 세종대로${i % 90}길)`,
      `${PURPOSES[i % 3]}`,
      `시장 등 ${2 + (i % 30)}명`,
      i % 20 === 0 ? '계좌이체' : '카드',
      10_000 + i * 10,
      '',
    ];
    if (!out.write(`${cells.join(',')}\r\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
