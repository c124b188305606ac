import path from 'node:path';
import { openDatabase } from '../../src/base/db/database.ts';
import { type Side, startOurs } from './apps.ts';
import { compared, inTurns, type Line, promised, type Sizes, timed } from './figures.ts';
import { fillRegister, ME } from './register.ts';

const TYPED = ['ㅊㅅ', '김', '강남 새길당'];
const LISTS: [command: string, words: string][] = [
  ['/지출', '목록 2018-03'],
  ['/지출', '현황 2018'],
  ['/현장', '목록 2018-03'],
  ['/의회', '목록 2018-03'],
  ['/후속', '목록 기한지남'],
  ['/공약', '목록 일부추진'],
  ['/공약', '걷기'],
];
const QUESTIONS = [
  '2016년에 시책 얼마 썼어?',
  '2016년에 제일 많이 쓴 곳은?',
  '2016년 직원 격려에 쓴 돈',
  '2016년에 제일 많이 간 자치구는?',
  '의회에 안 알린 일정',
  '2015년 상임위원회별 간담회 횟수',
  '강남구 의원 누구야',
  '기한 지난 후속조치 있어?',
  '완료된 공약 비율',
];
const PATIENCE_MS = 150;

/** What people look at and ask in an office with 100,000 records of each noun, beside 1,000, as long as they wait for it in Slack. */
export async function measureNouns(folder: string, { quick }: Sizes): Promise<Line[]> {
  const [rounds, records] = quick ? [6, 10_000] : [10, 100_000];
  const few = await startWith(path.join(folder, 'few'), 1_000);
  const many = await startWith(path.join(folder, 'many'), records);
  const lines: Line[] = [];
  const both = async (name: string, work: (side: Side) => Promise<unknown>) => {
    const took = await inTurns(rounds, { ours: () => timed(() => work(many)), baseline: () => timed(() => work(few)) });
    const [p50] = compared(`${name}, ${records.toLocaleString('en-US')} : 1,000`, took, { p50: 1.5 });
    if (p50) lines.push(p50);
    return took.ours;
  };

  await both('Home', async ({ slack }) => {
    const seen = slack.as(ME).home();
    await slack.as(ME).openHome();
    await slack.until(() => (slack.as(ME).home() !== seen && slack.slack.traffic.open() === 0) || undefined, 'a Home');
  });
  for (const [command, words] of LISTS) await both(`${command} ${words}`, (side) => read(side, command, words));
  for (const { slack } of [few, many]) {
    await slack.as(ME).type('/의회');
    await slack.as(ME).seesView();
  }
  for (const typed of TYPED) await both(`type-ahead “${typed}”`, ({ slack }) => slack.as(ME).search('members', typed));
  for (const { slack } of [few, many]) await slack.as(ME).close();
  for (const question of QUESTIONS) {
    const took = await both(question, (side) => read(side, '/비서', question));
    lines.push(...promised(question, took, PATIENCE_MS).slice(0, 1));
  }
  for (const side of [few, many]) await side.stop();
  return lines;
}

async function startWith(folder: string, records: number): Promise<Side> {
  const db = await openDatabase(path.join(folder, 'office.db'));
  await fillRegister(db, records);
  await db.destroy();
  return startOurs(folder);
}

/** Types a command and waits for its answer. */
export async function read({ slack }: Side, command: string, words: string): Promise<void> {
  const seen = slack.as(ME).lastAnswer()?.ts ?? '';
  await slack.as(ME).type(command, words);
  await slack.as(ME).reads((message) => message.ts > seen);
}
