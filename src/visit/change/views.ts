import { type Block, button, clip, escaped, section } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Reader } from '../../slack/turn.ts';
import { letterBlock, letterWords, VISIT_SHARE_OPEN } from '../notice/views.ts';
import type { Program } from '../programs/rules.ts';
import { type Visit, visitName } from '../rules.ts';
import { VISIT_SHOW } from '../views.ts';
import { namesWords, placeWords, programWords, whenWords } from '../words.ts';
import type { Known, News } from './rules.ts';

type Change = {
  news: News;
  known: Known;
  visit: Visit;
  program: Program | undefined;
  reason: string | null;
  /** Who of the council was told of it as it was; only its owner is asked to tell them again. */
  told: readonly string[];
  isAnnouncement: boolean;
  isOwner: boolean;
  names: ReadonlyMap<string, string>;
};

/** To one person: what happened to a visit of theirs, what was and what is. */
export function changeMessage(change: Change, reader: Reader): Message {
  const { text, today } = reader;
  const { news, known, visit, told, isOwner, names } = change;
  const words = text.visit.change;
  const lead = words.leads[news](visitName(visit.id), isOwner);
  const is = `${whenWords(visit, text, today)} · ${placeWords(visit, text)}`;
  const was = known && `${whenWords(known, text, today)} · ${placeWords(known, text)}`;
  const lines = [
    visit.title.replaceAll('\n', ' '),
    ...(news === 'moved' && was ? [words.was(was), words.is(is)] : [news === 'cancelled' ? words.was(was ?? is) : is]),
    ...(news === 'restored' && was && was !== is ? [words.was(was)] : []),
    ...(news === 'cancelled' && change.reason ? [words.reason(change.reason)] : []),
    ...(news === 'joined'
      ? [
          programWords(change.program, text),
          words.people(
            namesWords(
              [visit.owner, ...visit.staff].map((id) => names.get(id) ?? id),
              10,
              text,
            ),
          ),
        ]
      : []),
  ].map((line) => clip(line, 400));
  const again = told.length === 0 ? [] : [text.visit.tellAgain(namesWords(told, 20, text))];
  const id = String(visit.id);
  const blocks: Block[] = [
    section(lead),
    section(lines.join('\n')),
    ...(again.length > 0
      ? [section(again.join('\n')), letterBlock(letterWords(visit, change.isAnnouncement, text, known))]
      : []),
    {
      type: 'actions',
      elements: [
        button(VISIT_SHOW, text.visit.show, id),
        ...(again.length > 0 ? [button(VISIT_SHARE_OPEN, text.visit.shareAgain, id, 'primary' as const)] : []),
      ],
    },
  ];
  return { text: escaped(clip([lead, ...lines, ...again].join('\n'), 3000)), blocks };
}
