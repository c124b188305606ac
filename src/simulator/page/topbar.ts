import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Person } from '../protocol.ts';
import { Avatar } from './avatar.ts';
import { clockTime } from './dates.ts';
import { useDesk } from './desk.ts';
import { Dialog } from './dialog.ts';
import { Icon } from './icons.ts';
import type { Look } from './look.ts';
import { Menu, type MenuItem } from './menu.ts';
import { useScene } from './surface.ts';
import { untilMondayNine } from './weeks.ts';

type Props = { look: Look; actAs: (person: string) => void; trafficOpen: boolean; toggleTraffic: () => void };

export function TopBar({ look, actAs, trafficOpen, toggleTraffic }: Props): VNode {
  const { state, act } = useDesk();
  const { text, people, me, viewer } = useScene();
  const [adding, setAdding] = useState(false);
  const failed = state.traffic.filter((line) => line.state === 'failed').length;
  const roleOf = (person: Person) =>
    [text.roles[person.role], [person.department, person.title].filter(Boolean).join(' ')].filter(Boolean).join(' · ');
  const persons: MenuItem[] = [
    { heading: text.chooseActor },
    ...people
      .filter((one) => !one.isBot)
      .map((one) => ({ label: one.name, hint: roleOf(one), checked: one.id === me.id, onPick: () => actAs(one.id) })),
    { label: text.addPerson, onPick: () => setAdding(true) },
  ];
  const settings: MenuItem[] = [
    { heading: text.theme },
    ...(['auto', 'light', 'dark'] as const).map((theme) => ({
      label: text.themes[theme],
      checked: look.theme === theme,
      onPick: () => look.setTheme(theme),
    })),
    { heading: `${text.language} / ${text.otherLanguage}` },
    { label: '한국어', checked: look.locale === 'ko', onPick: () => look.setLocale('ko') },
    { label: 'English', checked: look.locale === 'en', onPick: () => look.setLocale('en') },
  ];
  const hour = 3_600_000;
  const move = (ms: number) => void act({ do: 'moveClock', ms });
  const clock: MenuItem[] = [
    { heading: text.moveClock },
    { label: text.hour, onPick: () => move(hour) },
    { label: text.day, onPick: () => move(24 * hour) },
    { label: text.week, onPick: () => move(7 * 24 * hour) },
    { label: text.nextMonday, onPick: () => move(untilMondayNine(viewer.now, viewer.zone)) },
  ];
  const shownTime = `${dayWords(viewer.now, viewer.zone, look.locale)} ${clockTime(viewer.now, viewer)}`;

  return html`<header class="topbar">
    <${Menu}
      label=${text.actingAs(me.name, text.roles[me.role])}
      class="top-button actor"
      trigger=${html`<${Avatar} person=${me} size=${24} /><span class="actor-words"><b>${me.name}</b> <span class="actor-role">${text.roles[me.role]}</span></span><${Icon} name="down" />`}
      items=${persons}
    />
    <span class="grow"></span>
    <${Menu}
      label=${`${text.clock}: ${shownTime}`}
      class=${`top-button clock ${state.clock.offset > 60_000 ? 'moved' : ''}`}
      align="end"
      trigger=${html`<${Icon} name="clock" /><span class="clock-words"><span class="clock-day">${dayWords(viewer.now, viewer.zone, look.locale)} </span>${clockTime(viewer.now, viewer)}</span>`}
      items=${clock}
    />
    <button
      type="button"
      class="top-button"
      aria-pressed=${trafficOpen}
      aria-label=${trafficOpen ? text.closeTraffic : text.openTraffic}
      title=${trafficOpen ? text.closeTraffic : text.openTraffic}
      onClick=${toggleTraffic}
    >
      <span class=${`light ${state.connection.connected ? 'on' : 'off'}`}></span><${Icon} name="traffic" /><span class="not-phone">${text.traffic}</span>
      ${failed > 0 && html`<span class="count-badge">${failed}</span>`}
    </button>
    <${Menu} label=${text.settings} class="top-button" align="end" trigger=${html`<${Icon} name="look" />`} items=${settings} />
    ${adding && html`<${AddPerson} close=${() => setAdding(false)} actAs=${actAs} />`}
  </header>`;
}

const dayWords = (now: Date, zone: string, locale: 'ko' | 'en'): string =>
  new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-US', {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  }).format(now);

function AddPerson({ close, actAs }: { close: () => void; actAs: (person: string) => void }): VNode {
  const { act } = useDesk();
  const { text } = useScene();
  const add = async (event: Event) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const word = (name: string) => String(data.get(name) ?? '').trim();
    if (word('name') === '') return;
    const answer = await act({
      do: 'addPerson',
      name: word('name'),
      ...(word('title') ? { title: word('title') } : {}),
      ...(word('department') ? { department: word('department') } : {}),
    });
    close();
    if (answer.ok && answer.user) actAs(answer.user);
  };
  const field = (name: string, label: string) =>
    html`<label class="plain-field">${label}<input name=${name} autocomplete="off" maxlength="80" /></label>`;
  return html`<${Dialog} title=${text.addPerson} class="confirm" onClose=${close}>
    <form onSubmit=${add}>
      <div class="dialog-body">
        ${field('name', text.personName)}${field('title', text.personTitle)}${field('department', text.personDepartment)}
      </div>
      <footer class="dialog-foot">
        <button type="button" class="button" onClick=${close}>${text.cancel}</button>
        <button type="submit" class="button primary">${text.add}</button>
      </footer>
    </form>
  <//>`;
}
