import type { Route } from './desk.ts';

/** Where one is stands behind the `#`: `#C1`, `#C1/1700000000.000100` a thread, `#D1/home` and `#D1/messages` the app's tabs. */
export function readRoute(): Route | null {
  const [conversation, rest] = decodeURIComponent(location.hash.slice(1)).split('/');
  if (!conversation) return null;
  if (rest === 'home' || rest === 'messages') return { conversation, tab: rest };
  return rest ? { conversation, thread: rest, tab: 'messages' } : { conversation };
}

export function writeRoute(route: Route | null): void {
  const rest = route?.thread ?? route?.tab;
  const hash = route ? `#${route.conversation}${rest ? `/${rest}` : ''}` : '#';
  if (location.hash !== hash) history.pushState(null, '', hash);
}
