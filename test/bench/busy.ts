import { readFileSync } from 'node:fs';
import path from 'node:path';
import { textFor } from '../../src/text/index.ts';
import { writeCity } from '../support/city.ts';
import { arrivals, CROWD, closeForms, comes, makeOffice, type Side, startOurs, type } from './apps.ts';
import { compared, type Line, type Sizes } from './figures.ts';
import { ME } from './register.ts';
import { submitOne } from './submission.ts';

type Took = { opened: number[]; saved: number[] };

/** Opening and saving while a file is imported, a year exported and a report made, beside the same while nothing is. */
export async function measureBusy(folder: string, { quick }: Sizes): Promise<Line[]> {
  const [rows, idleRounds] = quick ? [20_000, 20] : [200_000, 40];
  const file = path.join(folder, 'city.csv');
  await writeCity(file, rows);
  await makeOffice(folder);
  const app = await startOurs(folder);
  const me = app.slack.as(ME);
  const { files, report } = textFor('ko');
  const told = (fits: (words: string) => boolean) => comes(app, () => me.messages().some(({ text }) => fits(text)));

  const idle: Took = { opened: [], saved: [] };
  for (let i = -3; i < idleRounds; i++) await useIt(app, i < 0 ? { opened: [], saved: [] } : idle);
  const works: Record<string, () => Promise<unknown>> = {
    [`a file of ${rows.toLocaleString('en-US')} rows is imported`]: async () => {
      await me.type('/지출', '가져오기');
      await me.seesView();
      await me.submit({ file: { name: 'city.csv', bytes: readFileSync(file) } });
      return told(
        (words) => words.includes(rows.toLocaleString('en-US')) && !words.includes(files.started('city.csv')),
      );
    },
    'a year is exported': async () => {
      await me.type('/지출', '내보내기 2016');
      return told((words) => words.includes(files.exportWhere));
    },
    'a report is made': async () => {
      await me.type('/비서', '보고 2016');
      const contents = await me.reads((it) => it.buttons.includes(report.buttons.preview));
      await me.press(report.buttons.preview, { in: contents });
      return comes(app, () =>
        me.messages(me.appChannel).some(({ files }) => files.some(({ name }) => name.endsWith('.pdf'))),
      );
    },
  };
  const lines: Line[] = [];
  for (const [name, work] of Object.entries(works)) {
    const busy: Took = { opened: [], saved: [] };
    let done = false;
    const working = work().finally(() => {
      done = true;
    });
    while (!done) await useIt(app, busy);
    await working;
    for (const [what, of] of [
      ['Enter → views.open', 'opened'],
      ['submitted → saved', 'saved'],
    ] as const)
      lines.push(...compared(`${what} while ${name} : idle`, { ours: busy[of], baseline: idle[of] }, { p99: 1.5 }));
    lines.push({ note: `Of ${busy.saved.length} forms while ${name}.` });
  }
  await app.stop();
  return lines;
}

let turn = 0;

async function useIt(side: Side, took: Took): Promise<void> {
  const userId = CROWD[turn++ % CROWD.length] ?? '';
  const open = arrivals(side.slack, 'views.open', 1);
  const began = performance.now();
  await type(side, userId);
  for (const at of await open) took.opened.push(at - began);
  await closeForms(side, [userId]);
  took.saved.push(await submitOne(side, userId));
}
