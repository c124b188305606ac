import path from 'node:path';
import { openDatabase } from '../../src/base/db/database.ts';
import { makeFile } from '../../src/documents/file.ts';
import { FORMATS } from '../../src/documents/model.ts';
import { findReport, ORGANISATION } from '../../src/report/report.ts';
import { addEverySample } from '../../src/samples/index.ts';
import { textFor } from '../../src/text/index.ts';
import { digestOf } from '../../src/time/digest/gather.ts';
import { pictureOf } from '../../src/time/digest/picture.ts';
import { digestMessage } from '../../src/time/digest/views.ts';
import { readWeek } from '../../src/time/digest/week.ts';
import { budgetSvg } from '../../src/time/pictures/budget.ts';
import { pngOf } from '../../src/time/pictures/png.ts';
import { type Line, median, type Sizes, timed } from './figures.ts';

const NOW = new Date('2018-03-30T03:00:00Z');
const WEEK = '2016-W43';

/** What a report of some forty pages and a digest cost, by their parts: told, without a baseline. */
export async function measureDocuments(folder: string, { quick }: Sizes): Promise<Line[]> {
  const rounds = quick ? 1 : 3;
  const db = await openDatabase(path.join(folder, 'office.db'));
  await addEverySample(db, NOW, '2018-03-30');
  const text = textFor('ko');
  const took = new Map<string, number[]>();
  const part = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    let result: Result | undefined;
    const ms = await timed(async () => {
      result = await work();
    });
    took.set(name, [...(took.get(name) ?? []), ms]);
    return result as Result;
  };
  for (let round = 0; round < rounds; round++) {
    const report = await part('report: records, texts and checks', () =>
      findReport(db, 2016, '2016-10-31', { timezone: 'Asia/Seoul', organisation: ORGANISATION }),
    );
    for (const format of FORMATS) await part(`report: ${format}`, () => makeFile(report.document, format));
    const week = readWeek(WEEK, '2018-03-30');
    if (!week) throw new Error(WEEK);
    const office = { now: NOW, zone: 'Asia/Seoul', weekday: 1, without: [] };
    const digest = await part('digest: gathered', () => digestOf(db, week, office));
    await part('digest: message', async () => digestMessage(digest, null, text));
    const drawn = pictureOf(digest, text);
    if (drawn) await part('digest: picture', () => pngOf(budgetSvg(drawn.picture)));
  }
  await db.destroy();
  return [...took].map(([name, values]) => ({ note: `${name}: ${median(values).toFixed(0)} ms` }));
}
