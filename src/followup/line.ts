import { rest, take, takeDayTime, takeFirst, tokensOf } from '../korean/tokens.ts';
import { takeUntil } from '../korean/until.ts';
import type { Kind } from '../vocabulary/followup.ts';

/** What a typed line says of something owed; people mentioned are taken out before. */
export type OwedLine = { title: string | null; due: string | null; requester: string | null; kind: Kind | null };

const KIND_NAMES: [Kind, RegExp][] = [
  ['speech', /^(?:연설문|speech)$/i],
  ['press_statement', /^(?:기자회견문|press statement)$/i],
  ['interview', /^(?:인터뷰|interview)$/i],
  ['print', /^(?:축사|환영사|인쇄물|greeting)$/i],
  ['video_message', /^(?:영상 ?메시지|video message)$/i],
  ['weekend_date', /^(?:주말 ?데이트|weekend date)$/i],
  ['field_office', /^(?:현장 ?시장실|field office)$/i],
];

/** `강남 주차장 답변 11/30 요청:김서연 의원`: a day, or until when (`다음 주까지`), is the due day, what follows 요청: is who asked, the rest is what is owed. */
export function readOwed(typed: string, { today }: { today: string }): OwedLine {
  const tokens = tokensOf(typed);
  const day = takeUntil(tokens, { today }) ?? takeDayTime(tokens, { today, towards: 'future' }).day;
  const named = tokens.words.flatMap((word, at) => {
    const name = tokens.free[at] ? /^(?:요청|요청자|from|by):(.+)$/i.exec(word)?.[1] : undefined;
    return name ? [{ at, name }] : [];
  });
  const [asked] = named;
  let requester: string | null = null;
  if (asked) {
    take(tokens, asked.at, 1);
    const title = tokens.free[asked.at + 1] ? (tokens.words[asked.at + 1] ?? '') : '';
    const goesOn = /^(?:시?의원|위원장|의장|부의장|과장|국장|구청장|대표|님)$/.test(title);
    if (goesOn) take(tokens, asked.at + 1, 1);
    requester = [asked.name, ...(goesOn ? [title] : [])].join(' ');
  }
  const title = rest(tokens) || null;
  const kind = takeFirst(tokens, 2, (text) => KIND_NAMES.find(([, name]) => name.test(text))?.[0] ?? null);
  return { title, due: day, requester, kind: kind?.value ?? null };
}
