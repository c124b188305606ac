import type { Playground } from '../../../src/simulator/driver.ts';
import type { Filling } from '../../../src/simulator/filling.ts';
import { isObject, type JsonObject } from '../../../src/simulator/json.ts';
import { CHANNELS } from '../../../src/simulator/people.ts';
import type { SeenField } from '../../../src/simulator/seen.ts';

/** Something that Slack delivered: what is changed a thousand times over. */
export type Delivered = { kind: 'command' | 'interaction' | 'event'; payload: JsonObject };

/** What is typed: every command, alone and with each of the words that lead on to forms, lists and cards. */
const TYPED: [command: string, ...texts: string[]][] = [
  [
    '/expense',
    ...[
      '85000 미진 4명 간담회 시책 카드',
      'list',
      'mine',
      'check',
      'problems',
      'status 2016',
      'export 2016',
      'import',
      'import list',
    ],
    ...[
      'twins',
      'limits',
      'approval',
      'E1',
      'edit E1',
      'void E1 두 번 적음',
      'restore E1',
      'receipt E1',
      'disclose 2016-10',
      'lsit',
    ],
  ],
  [
    '/visit',
    ...[
      'add 4/20 10:00 시장 점검',
      'list',
      'week',
      'stats',
      'programs',
      'V1',
      'edit V1',
      'result V1',
      'move V1 4/20',
      'share V1',
    ],
    ...['cancel V1 비', 'restore V1', 'tie V1 E2', 'settings', 'export'],
  ],
  [
    '/council',
    ...[
      'add 간담회',
      'list',
      'stats',
      'members',
      'rules',
      'brief',
      'C1',
      'edit C1',
      'void C1 잘못',
      'restore C1',
      'tie C1 E3',
    ],
    ...['import', 'export'],
  ],
  [
    '/pledge',
    ...[
      'update 1-1-1',
      'list',
      'status',
      '1-1-1',
      'edit 1-1-1',
      'link 1-1-1 E4',
      'proposals',
      'review 2018-h1',
      'history',
    ],
    ...[
      'evaluation',
      'department',
      'field',
      'type',
      'add 새 공약',
      'void 1-1-2 잘못',
      'restore 1-1-2',
      'import',
      'export',
    ],
  ],
  [
    '/followup',
    ...[
      'add 할 일',
      'list',
      'audit',
      'stats',
      'F1',
      'edit F1',
      'start F2',
      'hand F2 @김서연',
      'due F2 4/30 협의',
      'decline F3 예산',
    ],
    ...['done F2 답함', 'reopen F2', 'void F4 잘못', 'restore F4', 'import', 'export'],
  ],
  ['/digest', 'settings', 'mine', 'off', 'on', 'send'],
  [
    '/biseo',
    ...[
      'menu',
      'people',
      'settings',
      'channel',
      'check',
      'access',
      'retention',
      'guide',
      'budget 2018 시책 3억',
      'category 4-나 새',
    ],
    ...['reminders', 'report 2016', 'answer 2016', 'language ko', '올해 얼마 썼어'],
  ],
];

const SHORTCUTS = ['record_expense', 'plan_visit', 'log_council_contact', 'add_followup'];
const MESSAGE_SHORTCUTS = ['visit_from_message', 'followup_from_message', 'receipt_from_message'];
const MOST_BUTTONS = 15;

/** Somebody who may do everything goes through the app; what Slack delivers meanwhile is kept. `few`: as little of it as has every kind. */
export async function recordDeliveries(slack: Playground, userId: string, few = false): Promise<Delivered[]> {
  const me = slack.as(userId);
  const kept = new Map<string, Delivered>();
  let seen = 0;
  const keep = () => {
    for (const line of slack.traffic()) {
      if (line.id <= seen || line.direction !== 'in' || !isObject(line.request)) continue;
      seen = Math.max(seen, line.id);
      const delivered = deliveredOf(line.request);
      if (delivered) kept.set(nameOf(delivered), delivered);
    }
  };
  const doing = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch {
      // What can't be pressed here by now is pressed elsewhere.
    }
    await slack.settled().catch(() => undefined); // on a busy machine a document may take longer than anything waits
    keep();
  };
  const form = async () => {
    for (let forms = 0; me.view() && forms < 3; forms++) {
      for (const field of Object.keys(me.view()?.fields ?? {})) {
        if (!few && /members|record|place/.test(field)) await doing(() => me.search(field, '가'));
      }
      await doing(() => me.submit(Object.fromEntries(Object.entries(me.view()?.fields ?? {}).flatMap(filled))));
      if (me.view()) await doing(() => me.close());
    }
  };

  await doing(() => me.openHome());
  for (const [command, ...texts] of TYPED) {
    for (const text of few ? texts.slice(0, 1) : ['', ...texts]) {
      await doing(() => me.type(command, text));
      await form();
      const answer = me.lastAnswer();
      if (!answer) continue;
      for (const button of answer.buttons.slice(0, few ? 2 : MOST_BUTTONS)) {
        await doing(() => me.press(button, { in: answer }));
        await form();
      }
    }
  }
  for (const shortcut of SHORTCUTS) {
    await doing(() => me.shortcut(shortcut));
    await form();
  }
  await doing(() => me.dm('올해 얼마 썼어?'));
  await doing(() => me.say('내일 10시 현장 점검', { channel: CHANNELS.office }));
  const said = me.messages(CHANNELS.office).at(-1);
  for (const shortcut of said ? MESSAGE_SHORTCUTS : []) {
    await doing(() => me.messageShortcut(shortcut, said ?? { channel: '', ts: '' }));
    await form();
  }
  return [...kept.values()];
}

/** What has to be filled in, with something of its kind; what stands there already stays. */
function filled([id, { type, optional, value, options }]: [string, SeenField]): [string, Filling][] {
  if (optional || (value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))) return [];
  const [option] = options;
  if (/users/.test(type)) return [[id, 'U0KIMSEOYE']];
  if (/conversations|channels/.test(type)) return [[id, CHANNELS.office]];
  if (option) return [[id, option.value]];
  if (type === 'datepicker') return [[id, '2018-04-20']];
  if (type === 'timepicker') return [[id, '10:00']];
  return /file|external/.test(type) ? [] : [[id, '12']];
}

function deliveredOf(payload: JsonObject): Delivered | null {
  if (typeof payload.command === 'string') return { kind: 'command', payload };
  if (payload.type === 'event_callback') return { kind: 'event', payload };
  return typeof payload.type === 'string' ? { kind: 'interaction', payload } : null;
}

/** One of each is enough: of the same command and words, the same button, the same form. */
export function nameOf({ kind, payload }: Delivered): string {
  const [action] = Array.isArray(payload.actions) ? payload.actions : [];
  const pressed = isObject(action) ? action.action_id : payload.action_id;
  const view = isObject(payload.view) ? payload.view.callback_id : '';
  const event = isObject(payload.event) ? `${payload.event.type} ${payload.event.tab ?? ''}`.trim() : '';
  const all = [kind, payload.command, payload.text, payload.callback_id, pressed, view, event];
  return all.filter((it) => typeof it === 'string' && it.trim() !== '').join(' ');
}
