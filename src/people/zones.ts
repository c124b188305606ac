import { plainly } from '../korean/typed.ts';

/** Where the office's people are likely to be; offered before anything is typed. */
export const USUAL_ZONES = [
  'Asia/Seoul',
  'Asia/Tokyo',
  'Asia/Shanghai',
  'Asia/Singapore',
  'Asia/Saigon',
  'Asia/Calcutta',
  'Asia/Dubai',
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'Australia/Sydney',
] as const;

/** Slack's options in one select are a hundred; nobody reads further than this. */
const MOST_OFFERED = 40;

export type Zone = { value: string; label: string };

export const isZone = (name: string): boolean => ZONES.has(name);

/** `Asia/Seoul · 한국 표준시 (GMT+9)`, as the zone stands at that moment. */
export function zoneLabel(zone: string, language: 'ko' | 'en', at: Date): string {
  return `${zone} · ${nameOf(zone, language, at)} (${part(zone, language, 'shortOffset', at)})`;
}

/** The zones whose name, in either language, holds every typed word; the usual ones where nothing is typed. */
export function findZones(typed: string, language: 'ko' | 'en', at: Date): Zone[] {
  const words = plainly(typed)
    .split(/[\s/_]+/)
    .filter(Boolean);
  const named = (zone: string) =>
    plainly(
      [zone.replaceAll('_', ' '), KOREAN_CITIES[zone] ?? '', nameOf(zone, 'ko', at), nameOf(zone, 'en', at)].join(' '),
    );
  const found =
    words.length === 0
      ? [...USUAL_ZONES]
      : [...ZONES].filter((zone) => {
          const name = named(zone);
          return words.every((word) => name.includes(word));
        });
  return found.slice(0, MOST_OFFERED).map((zone) => ({ value: zone, label: zoneLabel(zone, language, at) }));
}

const ZONES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** Cities of the usual zones and of those that people go to, as Koreans write them. */
const KOREAN_CITIES: Readonly<Record<string, string>> = {
  'Asia/Seoul': '서울 한국',
  'Asia/Tokyo': '도쿄 일본',
  'Asia/Shanghai': '상하이 베이징 중국',
  'Asia/Hong_Kong': '홍콩',
  'Asia/Taipei': '타이베이 대만',
  'Asia/Singapore': '싱가포르',
  'Asia/Bangkok': '방콕 태국',
  'Asia/Saigon': '호찌민 베트남 ho chi minh',
  'Asia/Calcutta': '뉴델리 인도 kolkata delhi',
  'Asia/Dubai': '두바이 아랍에미리트',
  'Europe/Berlin': '베를린 독일',
  'Europe/Paris': '파리 프랑스',
  'Europe/London': '런던 영국',
  'America/New_York': '뉴욕 미국 동부 워싱턴',
  'America/Los_Angeles': '로스앤젤레스 미국 서부 샌프란시스코',
  'Australia/Sydney': '시드니 호주',
};

/** Asking Intl for 400 names takes a tenth of a second, once. */
const names = new Map<string, string>();

/** `한국 표준시`: what people call it. */
export function nameOf(zone: string, language: 'ko' | 'en', at: Date): string {
  const key = `${language} ${zone}`;
  const name = names.get(key) ?? part(zone, language, 'longGeneric', at);
  names.set(key, name);
  return name;
}

function part(zone: string, language: 'ko' | 'en', timeZoneName: 'longGeneric' | 'shortOffset', at: Date): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
