import { type Block, button, clip, escaped, section } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Reader } from '../../slack/turn.ts';
import type { Text } from '../../text/index.ts';
import { letterBlock, letterWords, VISIT_SHARE_OPEN, type Was } from '../notice/views.ts';
import type { Program } from '../programs/rules.ts';
import { type Visit, visitName } from '../rules.ts';
import { VISIT_SHOW } from '../views.ts';
import { namesWords, placeWords, programWords, whenWords } from '../words.ts';
import { type Known, type News, peopleOf } from './rules.ts';

type Change = {
  news: News;
  known: Known;
  visit: Visit;
  /** Other dates of the same site, planned with it. */
  more: readonly Visit[];
  program: Program | undefined;
  reason: string | null;
  /** Who of the council was told of it as it was; only its owner is asked to tell them again. */
  told: readonly string[];
  /** When and where that was; null: just as it is. */
  before: Was;
  isAnnouncement: boolean;
  recipient: string;
  names: ReadonlyMap<string, string>;
};

const MOST_NAMED = 5;

/** When and where it was and is, as far as that is news. */
function whenLines({ news, was, is }: { news: News; was: string | null; is: string }, text: Text): string[] {
  const words = text.visit.change;
  if (news === 'left') return [was ?? is];
  if (news === 'cancelled') return [words.was(was ?? is)];
  if (news === 'restored') return was && was !== is ? [is, words.was(was)] : [is];
  return was && was !== is ? [words.was(was), words.is(is)] : [is];
}

/** To one person: what happened to a visit of theirs, what was and what is. */
export function changeMessage(change: Change, reader: Reader): Message {
  const { text, today } = reader;
  const { news, known, visit, more, told, recipient, names } = change;
  const words = text.visit.change;
  const all = [visit, ...more];
  const called = namesWords(
    all.map((it) => visitName(it.id)),
    MOST_NAMED,
    text,
  );
  const lead = words.leads[news](called, visit.owner === recipient);
  const whole = (it: Visit) => `${whenWords(it, text, today)} · ${placeWords(it, text)}`;
  const is = whole(visit);
  const was = known && `${whenWords(known, text, today)} · ${placeWords(known, text)}`;
  const others = peopleOf(visit)
    .filter((id) => id !== recipient)
    .map((id) => names.get(id) ?? id);
  const lines = [
    visit.title.replaceAll('\n', ' '),
    ...(more.length > 0 ? [] : whenLines({ news, was, is }, text)),
    ...(news === 'cancelled' && change.reason ? [words.reason(change.reason)] : []),
    ...(news === 'joined'
      ? [programWords(change.program, text), ...(others.length > 0 ? [words.people(namesWords(others, 10, text))] : [])]
      : []),
  ].map((line) => clip(line, 400));
  const again = told.length === 0 ? [] : [text.visit.tellAgain(namesWords(told, 20, text))];
  const id = String(visit.id);
  const dates = more.length > 0 ? all.map((it) => ({ id: it.id, words: `${visitName(it.id)} · ${whole(it)}` })) : [];
  const buttons = [
    button(VISIT_SHOW, text.visit.show, id),
    ...(again.length > 0 ? [button(VISIT_SHARE_OPEN, text.visit.shareAgain, id, 'primary' as const)] : []),
  ];
  const blocks: Block[] = [
    section(lead),
    section(lines.join('\n')),
    ...dates.map((it) => section(clip(it.words, 400), button(VISIT_SHOW, text.visit.show, String(it.id)))),
    ...(again.length > 0
      ? [section(again.join('\n')), letterBlock(letterWords(visit, change.isAnnouncement, text, change.before))]
      : []),
    ...(dates.length > 0 ? [] : [{ type: 'actions' as const, elements: buttons }]),
  ];
  return { text: escaped(clip([lead, ...lines, ...dates.map((it) => it.words), ...again].join('\n'), 3000)), blocks };
}
