import { CHANNELS } from '../simulator/people.ts';
import type { Slack } from '../simulator/slack.ts';
import { addMessage, directMessage } from '../simulator/workspace.ts';

type Said = { minutesAgo: number; to: string; by: string; text: string; repliesTo?: string };

const [LEADER, MANAGER, DRIVER, PLANNER, PRESS] = [
  'U0HANADMIN',
  'U0OHMANAGE',
  'U0KIMSEOYE',
  'U0LEEJUNHO',
  'U0SHINARAM',
];

/** What the office said before one came: made up, and short enough to read at a glance. `to` is a channel or a person. */
const TALK: readonly Said[] = [
  { minutesAgo: 190, to: CHANNELS.general, by: PRESS, text: '오늘 보도자료는 점심 전에 올립니다.' },
  {
    minutesAgo: 95,
    to: CHANNELS.office,
    by: PLANNER,
    text: '내일 오전 10시 우이동 공사현장 점검이 잡혔습니다. 강북구입니다.',
  },
  {
    minutesAgo: 60,
    to: CHANNELS.office,
    by: DRIVER,
    text: '우이동 주민들이 진입로 포장을 요청했습니다. 다음 주까지 답을 드려야 합니다.',
  },
  {
    minutesAgo: 52,
    to: CHANNELS.office,
    by: MANAGER,
    text: '제가 도로과에 물어보겠습니다.',
    repliesTo: '우이동 주민들이',
  },
  { minutesAgo: 40, to: LEADER, by: MANAGER, text: '오늘 간담회 영수증은 `/지출` 창에 붙여 두겠습니다.' },
  { minutesAgo: 35, to: MANAGER, by: DRIVER, text: '내일 현장에는 9시 20분에 출발합니다.' },
  { minutesAgo: 30, to: PLANNER, by: LEADER, text: '다음 주 일정표를 한 번 같이 보시지요.' },
];

/** A workspace that nobody has spoken in feels like none. Everybody has read all of it but the last words to them. */
export function addSampleTalk({ workspace, ids, clock }: Slack): void {
  const now = clock.now().getTime();
  for (const { minutesAgo, to, by, text, repliesTo } of TALK) {
    const channel = workspace.channels.get(to) ?? directMessage(workspace, by, to, () => ids.next('D'));
    const first = repliesTo && [...channel.messages.values()].find((it) => it.text.startsWith(repliesTo))?.ts;
    const ts = ids.ts(new Date(now - minutesAgo * 60_000));
    addMessage(workspace, {
      channel: channel.id,
      ts,
      user: by,
      fromApp: false,
      text,
      ...(first ? { threadTs: first } : {}),
    });
    if (channel.kind !== 'im') for (const member of channel.members) channel.lastRead.set(member, ts);
    else channel.lastRead.set(by, ts);
  }
}
