import type { Action, Answer } from '../action.ts';
import type { State, TrafficDetail } from '../protocol.ts';

/** The page's only ways to the server. */
export async function fetchState(as: string | null): Promise<State> {
  const response = await fetch(address('/api/state', as));
  // People added by hand are gone when the playground starts again; the page goes on as someone who is there.
  if (response.status === 404 && as !== null) return fetchState(null);
  if (!response.ok) throw new Error(`state: ${response.status}`);
  return (await response.json()) as State;
}

export async function act(as: string, action: Action): Promise<Answer> {
  try {
    const response = await fetch(address('/api/act', as), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    });
    return (await response.json()) as Answer;
  } catch {
    return { ok: false, tookMs: 0, error: 'offline', sentence: '' };
  }
}

export async function fetchTraffic(id: number): Promise<TrafficDetail> {
  const response = await fetch(`/api/traffic/${id}`);
  if (!response.ok) throw new Error(`traffic: ${response.status}`);
  return (await response.json()) as TrafficDetail;
}

/** Calls back at every change, and once more whenever a lost line is back. */
export function watchState(as: string, onChange: (version: number) => void, onLine: (up: boolean) => void): () => void {
  const events = new EventSource(address('/api/events', as));
  events.onopen = () => {
    onLine(true);
    onChange(Number.POSITIVE_INFINITY);
  };
  events.onerror = () => onLine(false);
  events.onmessage = (event: MessageEvent<string>) => onChange((JSON.parse(event.data) as { version: number }).version);
  return () => events.close();
}

// XMLHttpRequest, because fetch can't tell how much of a body has left.
export function uploadFile(as: string, file: File, onProgress: (share: number) => void): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const request = new XMLHttpRequest();
  request.open('POST', `${address('/api/files', as)}&name=${encodeURIComponent(file.name.normalize('NFC'))}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
  request.onload = () => {
    if (request.status >= 300) reject(new Error(`upload: ${request.status}`));
    else resolve((JSON.parse(request.responseText) as { id: string }).id);
  };
  request.onerror = () => reject(new Error('upload: no connection'));
  request.send(file);
  return promise;
}

export const fileAddress = (id: string, as: string): string => address(`/api/files/${encodeURIComponent(id)}`, as);

const address = (path: string, as: string | null): string => (as ? `${path}?as=${encodeURIComponent(as)}` : path);
