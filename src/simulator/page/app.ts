import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Action } from '../action.ts';
import type { Confirm } from './blocks/kit.ts';
import { act as actOn, fileAddress, uploadFile } from './client.ts';
import { ConfirmDialog } from './confirm.ts';
import { ConversationPane } from './conversation.ts';
import { type Desk, DeskContext, type Route, useDesk } from './desk.ts';
import { Forms } from './form.ts';
import { Icon } from './icons.ts';
import { useLook } from './look.ts';
import { readRoute, writeRoute } from './route.ts';
import { useClock, useServerState } from './server-state.ts';
import { Sidebar } from './sidebar.ts';
import { AskContext, type Scene, SceneContext, useScene } from './surface.ts';
import { playgroundText } from './text.ts';
import { ThreadPane } from './thread.ts';
import { TopBar } from './topbar.ts';
import { TrafficDrawer } from './traffic.ts';
import { troubleWords } from './trouble.ts';

export function App(): VNode {
  const look = useLook();
  const text = playgroundText[look.locale];
  const [as, setAs] = useState(new URLSearchParams(location.search).get('as'));
  const { state, online, refresh } = useServerState(as);
  const [route, setRoute] = useState<Route | null>(readRoute());
  const [trafficOpen, setTrafficOpen] = useState(false);
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState<{ confirm: Confirm; answer: (yes: boolean) => void } | null>(null);
  const me = state?.me.id ?? null;

  useEffect(() => {
    const changed = () => setRoute(readRoute());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), 8000);
    return () => clearTimeout(timer);
  }, [said]);

  const go = useCallback((next: Route | null) => {
    writeRoute(next);
    setRoute(next);
  }, []);
  const tryAct = useCallback(
    async (action: Action) => {
      if (me === null) return { ok: false as const, tookMs: 0, error: 'offline', sentence: '' };
      const answer = await actOn(me, action);
      if (action.do !== 'options' && action.do !== 'fill') await refresh();
      return answer;
    },
    [me, refresh],
  );
  const act = useCallback(
    async (action: Action) => {
      const answer = await tryAct(action);
      if (!answer.ok) setSaid(troubleWords(text, answer));
      return answer;
    },
    [tryAct, text],
  );
  const ask = useCallback((confirm: Confirm) => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    setAsked({ confirm, answer: resolve });
    return promise;
  }, []);
  const now = useClock(state);
  const unread = state?.conversations.reduce((sum, one) => sum + one.unread, 0) ?? 0;
  const title = state
    ? `${unread > 0 ? `(${unread}) ` : ''}${state.workspace.name} · ${text.playground}`
    : text.playground;
  useEffect(() => {
    document.title = title;
  }, [title]);

  if (!state) return html`<p class="start" role="status">${text.loading}</p>`;
  const actAs = (person: string) => {
    history.replaceState(null, '', `?as=${encodeURIComponent(person)}`);
    setAs(person);
    setRoute(null);
  };
  const conversation = state.conversations.find((one) => one.id === route?.conversation);
  // With nothing chosen a wide page shows the app, where a newcomer starts; a narrow one shows the list.
  const shown =
    conversation ?? state.conversations.find((one) => one.id === state.app.channel) ?? state.conversations[0];
  const desk: Desk = {
    state,
    route: conversation && route ? route : { conversation: shown?.id ?? '' },
    go,
    act,
    tryAct,
    upload: (file, onProgress) => uploadFile(state.me.id, file, onProgress),
    say: setSaid,
  };
  const scene: Scene = {
    viewer: { locale: look.locale, zone: state.me.tz, now },
    text,
    me: state.me,
    people: state.people,
    conversations: state.conversations,
    open: (id) => go({ conversation: id }),
    openPerson: async (id) => {
      if (id === state.app.botUser) return go({ conversation: state.app.channel });
      if (id === state.me.id) return;
      const answer = await act({ do: 'openDm', user: id });
      if (answer.ok && answer.channel) go({ conversation: answer.channel });
    },
    fileUrl: (id) => fileAddress(id, state.me.id),
  };
  const answer = (yes: boolean) => {
    asked?.answer(yes);
    setAsked(null);
  };
  const thread = conversation && route?.thread;

  return html`<${DeskContext.Provider} value=${desk}><${SceneContext.Provider} value=${scene}><${AskContext.Provider} value=${ask}>
    <div class=${`page ${conversation ? 'in-conversation' : 'in-list'} ${thread ? 'with-thread' : ''} ${trafficOpen ? 'with-traffic' : ''}`}>
      <button type="button" class="skip" onClick=${() => document.querySelector<HTMLElement>('.composer textarea')?.focus()}>
        ${text.skipToMessage}
      </button>
      <${TopBar} look=${look} actAs=${actAs} trafficOpen=${trafficOpen} toggleTraffic=${() => setTrafficOpen(!trafficOpen)} />
      <${Strips} online=${online} />
      <div class="columns">
        <${Sidebar} />
        <div class="middle">
          <div class="panes">
            ${shown && html`<${ConversationPane} key=${`${state.me.id}/${shown.id}`} conversation=${shown} />`}
            ${thread && html`<${ThreadPane} key=${thread} conversation=${conversation} ts=${thread} />`}
          </div>
          ${trafficOpen && html`<${TrafficDrawer} close=${() => setTrafficOpen(false)} />`}
        </div>
      </div>
      <div class="toast-place" role="alert">${
        said &&
        html`<div class="toast">${said}<button type="button" class="icon-button" aria-label=${text.close} onClick=${() => setSaid('')}><${Icon} name="close" /></button></div>`
      }</div>
      <${Forms} key=${state.me.id} />
      ${asked && html`<${ConfirmDialog} confirm=${asked.confirm} onAnswer=${answer} />`}
    </div>
  <//><//><//>`;
}

/** What is wrong right now, above everything: no server, no app, or things Slack would have refused. */
function Strips({ online }: { online: boolean }): VNode {
  const { connection, wrongs } = useDesk().state;
  const { text } = useScene();
  return html`
    ${!online && html`<div class="top-strip warning" role="alert">${text.offline}</div>`}
    ${online && !connection.connected && html`<div class="top-strip warning" role="alert">${text.appAway}</div>`}
    ${wrongs.length > 0 && html`<${Wrongs} key=${wrongs.length} wrongs=${wrongs} />`}
  ` as VNode;
}

function Wrongs({ wrongs }: { wrongs: string[] }): VNode | null {
  const { text } = useScene();
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState(false);
  if (gone) return null;
  const shown = open ? wrongs : wrongs.slice(-1);
  return html`<div class="top-strip wrong" role="alert">
    <div class="wrong-head"><b>${text.wrongs(wrongs.length)}</b>
      ${wrongs.length > 1 && html`<button type="button" class="small" aria-expanded=${open} onClick=${() => setOpen(!open)}>${open ? text.hideWrongs : text.showWrongs}</button>`}
      <span class="grow"></span>
      <button type="button" class="icon-button" aria-label=${text.close} onClick=${() => setGone(true)}><${Icon} name="close" /></button>
    </div>
    <ul class="wrong-list">${shown.map((one) => html`<li>${one}</li>`)}</ul>
  </div>`;
}
