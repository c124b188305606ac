import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Person } from '../protocol.ts';

/** A coloured square with the given name, as Slack draws people without a picture; the letters are part of the picture. */
export function Avatar({ person, size = 36 }: { person: Person | undefined; size?: number }): VNode {
  const look = { width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.36)}px` };
  const hue = person?.isBot ? 'bot' : `hue-${hash(person?.id ?? '') % 8}`;
  return html`<span class=${`avatar ${hue}`} style=${look} aria-hidden="true" data-initials=${initials(person)}></span>`;
}

function initials(person: Person | undefined): string {
  if (!person) return '?';
  const name = (person.realName || person.name).trim();
  if (/^[가-힣]{3,4}$/.test(name)) return name.slice(-2);
  if (/[가-힣]/.test(name)) return name.slice(0, 2);
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
}

const hash = (id: string): number => [...id].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973, 7);
