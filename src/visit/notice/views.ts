import { z } from 'zod';
import type { CouncilMember } from '../../council/members/rules.ts';
import { memberChoice } from '../../council/members/views.ts';
import { formatDay } from '../../korean/day-words.ts';
import { type Block, capital, clip, context, section, type View } from '../../slack/blocks.ts';
import { choice, day, drawForm, form, person, searchedMany, tick, time, words } from '../../slack/form.ts';
import type { Reader } from '../../slack/turn.ts';
import type { Text } from '../../text/index.ts';
import { WAYS } from '../../vocabulary/visit.ts';
import { type Visit, visitName, type When } from '../rules.ts';
import { namesWords, whenWords } from '../words.ts';
import { isBefore, type Notice } from './rules.ts';

export const VISIT_SHARE_OPEN = 'visit_share_open';

/** What to send to a member: the letter is Korean, whoever sends it. `was`: when and where it was as they were told of it. */
export function letterWords(visit: Visit, isAnnouncement: boolean, text: Text, was: Was = null): string {
  const words = text.visit.shareForm.letter;
  const korean = { ...text, language: 'ko' as const };
  return [
    words.open(words.office),
    visit.cancelled
      ? words.cancelled(visit.title)
      : was
        ? words.changed(visit.title)
        : isAnnouncement
          ? words.announcement
          : words.visit(visit.district),
    '',
    `- ${words.what}: ${visit.title}`,
    ...(was && !visit.cancelled
      ? [`- ${words.before}: ${whenWords(was, korean, '')}, ${was.place} (${was.district})`]
      : []),
    `- ${words.when}: ${whenWords(visit, korean, '')}`,
    `- ${words.place}: ${visit.place} (${visit.district})`,
    `- ${words.purpose}: ${clip(visit.purpose, 300)}`,
    '',
    words.close,
  ].join('\n');
}

export type Was = (When & Pick<Visit, 'place' | 'district'>) | null;

/** The form `visit_share`: the text to send, and who was told. Its members' field is not `members`: another form has that. */
export const SHARE = form({
  id: 'visit_share',
  metadata: z.object({ id: z.number() }),
  fields: {
    told_members: searchedMany(0),
    others: words(),
    told_on: day(),
    told_time: time(),
    told_by: person(),
    how: choice(),
    invited: tick(),
  },
});

type Around = { members: readonly CouncilMember[]; notices: readonly Notice[]; letter: string };

export function shareForm(visit: Visit, values: typeof SHARE.empty, around: Around, text: Text): View {
  const words = text.visit.shareForm;
  const told = [...new Set(around.notices.map(({ name }) => name))];
  const look = {
    title: words.title,
    submit: words.submit,
    labels: {
      told_members: words.members,
      others: words.others,
      told_on: words.toldOn,
      told_time: words.toldTime,
      told_by: words.toldBy,
      how: words.how,
      invited: words.invited,
    },
    hints: { told_members: words.membersHint, others: words.othersHint },
    choices: {
      told_members: around.members.map((it) => memberChoice(it, text)),
      how: WAYS.map((way) => ({ label: capital(text.visit.ways[way]), value: way })),
      invited: [{ label: words.invitedOption, value: 'invited' }],
    },
    optional: ['told_members', 'others', 'invited'] as const,
    show: [
      section(clip(`${visitName(visit.id)} ${visit.title}`, 300)),
      context(words.ready),
      letterBlock(around.letter),
      ...(told.length > 0 ? [context(words.alreadyTold(namesWords(told, 20, text)))] : []),
      ...(around.members.length === 0 ? [context(words.noMembers(text.visit.district(visit.district)))] : []),
      ...(Object.keys(SHARE.fields) as (keyof typeof SHARE.fields)[]),
    ],
  };
  return drawForm(SHARE, values, { id: visit.id }, look, text);
}

/** Words to be copied as they stand. */
export const letterBlock = (words: string): Block => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: clip(words, 2500) }] }],
});

/** `김의원 · 11월 8일(화) 10:20 전화 · 최민재 · 초청함`; `by`: who told, by name. */
export function noticeWords(
  notice: Notice,
  { visit, isAnnouncement, by }: { visit: Visit; isAnnouncement: boolean; by: string },
  { text, today }: Reader,
): string {
  const words = text.visit;
  const when = `${formatDay(notice.toldOn, text.language, today)} ${notice.toldTime}`;
  const { invited } = notice;
  const line = words.noticeLine({ name: clip(notice.name, 60), when, how: words.ways[notice.how], by, invited });
  const marks = [
    ...(notice.sequence < visit.sequence ? [words.noticeOld] : []),
    ...(isAnnouncement && !isBefore(notice, visit) ? [words.noticeLate] : []),
  ];
  return marks.length > 0 ? `${line} (${marks.join(', ')})` : line;
}
