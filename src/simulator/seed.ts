import type { Manifest } from './manifest.ts';
import { APP, CHANNELS, TEAM } from './people.ts';
import type { Person } from './protocol.ts';
import { addChannel, directMessage, type Workspace } from './workspace.ts';

const OUTSIDE: ReadonlySet<string> = new Set(['guest', 'stranger']);

/** The people, the channels and everyone's direct message with the app. */
export function seed(workspace: Workspace, manifest: Manifest, people: readonly Person[], newDm: () => string): void {
  for (const person of [...people, appPerson(manifest)]) workspace.people.set(person.id, person);
  const inside = people.filter((it) => !OUTSIDE.has(it.role)).map((it) => it.id);
  const office = people.filter((it) => !OUTSIDE.has(it.role) && it.role !== 'newcomer').map((it) => it.id);
  const leaders = people.filter((it) => it.role === 'administrator' || it.role === 'manager').map((it) => it.id);
  const outside = people.filter((it) => OUTSIDE.has(it.role)).map((it) => it.id);

  addChannel(workspace, {
    id: CHANNELS.office,
    kind: 'channel',
    name: '비서실',
    topic: '시장 비서실',
    members: [...office, APP.botUser],
  });
  addChannel(workspace, { id: CHANNELS.general, kind: 'channel', name: '일반', topic: '알림과 잡담', members: inside });
  addChannel(workspace, { id: CHANNELS.private, kind: 'private', name: '간부회의', members: leaders });
  addChannel(workspace, {
    id: CHANNELS.partners,
    kind: 'channel',
    name: '협력기관',
    members: [...leaders, ...outside],
  });
  for (const person of people) directMessage(workspace, person.id, APP.botUser, newDm);
}

function appPerson(manifest: Manifest): Person {
  const name = manifest.features.bot_user?.display_name ?? manifest.display_information.name;
  return {
    id: APP.botUser,
    name,
    realName: name,
    title: '',
    department: '',
    locale: 'ko-KR',
    role: 'member',
    isAdmin: false,
    isRestricted: false,
    isBot: true,
    teamId: TEAM.id,
    tz: 'Asia/Seoul',
  };
}
