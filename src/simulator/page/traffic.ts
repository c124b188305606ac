import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TrafficDetail, TrafficLine } from '../protocol.ts';
import { fetchTraffic } from './client.ts';
import { useDesk } from './desk.ts';
import { Icon } from './icons.ts';
import { JsonTree } from './json-tree.ts';
import { useScene } from './surface.ts';

type Filter = 'everything' | 'toApp' | 'fromApp' | 'onlyFailed';
const FILTERS: Record<Filter, (line: TrafficLine) => boolean> = {
  everything: () => true,
  toApp: (line) => line.direction === 'in',
  fromApp: (line) => line.direction === 'out',
  onlyFailed: (line) => line.state === 'failed',
};

/** What went each way between the app and the playground, and the buttons that make trouble. */
export function TrafficDrawer({ close }: { close: () => void }): VNode {
  const { state } = useDesk();
  const { text } = useScene();
  const [filter, setFilter] = useState<Filter>('everything');
  const list = useRef<HTMLOListElement>(null);
  const lines = state.traffic.filter(FILTERS[filter]);
  const last = lines.at(-1)?.id;

  // The newest stands at the end, as in a log; it stays in sight unless one has scrolled back.
  useEffect(() => {
    const box = list.current;
    if (box && box.scrollHeight - box.scrollTop - box.clientHeight < 160) box.scrollTop = box.scrollHeight;
  }, [last]);
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [filter]);

  return html`<section class="traffic" aria-label=${text.traffic}>
    <header class="traffic-head">
      <h2>${text.traffic}</h2>
      <${ConnectionState} />
      <div class="filters" role="group" aria-label=${text.traffic}>
        ${(Object.keys(FILTERS) as Filter[]).map(
          (one) =>
            html`<button type="button" class="small" aria-pressed=${one === filter} onClick=${() => setFilter(one)}>${text[one]}</button>`,
        )}
      </div>
      <button type="button" class="icon-button" aria-label=${text.closeTraffic} title=${text.closeTraffic} onClick=${close}><${Icon} name="close" /></button>
    </header>
    <${Trouble} />
    <ol class="traffic-list" ref=${list} tabIndex="0" aria-label=${text.trafficHint}>
      ${lines.length === 0 && html`<li class="start faint">${text.noTraffic}</li>`}
      ${lines.map((line) => html`<${Line} key=${line.id} line=${line} />`)}
    </ol>
  </section>`;
}

function ConnectionState(): VNode {
  const { state, act } = useDesk();
  const { text } = useScene();
  const { connection } = state;
  return html`<span class="connection">
    <span class=${`light ${connection.connected ? 'on' : 'off'}`}></span>
    ${connection.connected ? text.connected(connection.transport, connection.open) : text.disconnected}
    ${
      connection.failing &&
      html`<span class="failing">${text.failing(connection.failing.status)}
        <button type="button" class="small" onClick=${() => void act({ do: 'fail', status: connection.failing?.status ?? 500 })}>${text.stopFailing}</button>
      </span>`
    }
  </span>`;
}

function Trouble(): VNode {
  const { act } = useDesk();
  const { text } = useScene();
  return html`<div class="trouble" role="group" aria-label=${text.trouble}>
    <button type="button" class="small" onClick=${() => void act({ do: 'redeliver' })}>${text.redeliver}</button>
    <button type="button" class="small" onClick=${() => void act({ do: 'cut' })}>${text.cut}</button>
    <button type="button" class="small" onClick=${() => void act({ do: 'refresh' })}>${text.refresh}</button>
    <button type="button" class="small" onClick=${() => void act({ do: 'fail', status: 429, seconds: 10 })}>${text.fail429}</button>
    <button type="button" class="small" onClick=${() => void act({ do: 'fail', status: 500, seconds: 10 })}>${text.fail500}</button>
  </div>`;
}

function Line({ line }: { line: TrafficLine }): VNode {
  const { act } = useDesk();
  const { text, viewer, people } = useScene();
  const [open, setOpen] = useState(false);
  const [detail, setDetail] = useState<TrafficDetail | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const name = people.find((one) => one.id === line.user)?.name;
  const who = name && !line.summary.startsWith(name) ? name : undefined;
  const way = line.direction === 'in' ? text.toApp : text.fromApp;

  useEffect(() => {
    if (!open) return;
    let gone = false;
    fetchTraffic(line.id).then(
      (found) => !gone && setDetail(found),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [open, line.id, line.state]);

  useEffect(() => {
    if (detail) box.current?.scrollIntoView({ block: 'nearest' });
  }, [detail]);

  return html`<li class=${`traffic-line ${line.state} ${line.direction}`}>
    <button type="button" class="traffic-row" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      <span class="way" aria-label=${way} title=${way}>${line.direction === 'in' ? '→' : '←'}</span>
      <time class="faint">${seconds(line.at, viewer.zone)}</time>
      <span class="kind">${line.kind}</span>
      <span class="summary">${[who, line.summary].filter(Boolean).join(' · ')}</span>
      ${line.retry !== undefined && line.retry > 0 && html`<span class="tag">${text.retry(line.retry)}</span>`}
      ${line.error && html`<span class="tag error-tag">${line.error}</span>`}
      <span class="took">${line.state === 'waiting' ? text.waiting : line.tookMs === undefined ? '' : text.took(Math.round(line.tookMs))}</span>
    </button>
    ${
      open &&
      html`<div class="traffic-detail" ref=${box}>
        ${
          detail
            ? html`
                <div class="traffic-half"><h3>${text.request} <${CopyJson} value=${detail.request} /></h3><${JsonTree} value=${detail.request} /></div>
                <div class="traffic-half"><h3>${text.response} <${CopyJson} value=${detail.response} /></h3><${JsonTree} value=${detail.response} /></div>`
            : text.loading
        }
        ${
          line.direction === 'in' &&
          html`<button type="button" class="small" onClick=${() => void act({ do: 'redeliver', id: line.id })}>${text.redeliverThis}</button>`
        }
      </div>`
    }
  </li>`;
}

function CopyJson({ value }: { value: TrafficDetail['request'] }): VNode {
  const { text } = useScene();
  const copy = () => void navigator.clipboard.writeText(JSON.stringify(value, null, 2));
  return html`<button type="button" class="small" onClick=${copy}>${text.copyJson}</button>`;
}

const seconds = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    at,
  );
