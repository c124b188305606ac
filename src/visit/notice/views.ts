import type { types } from '@slack/bolt';
import type { CouncilMember } from '../../council/members/rules.ts';
import { formatDay } from '../../korean/day-words.ts';
import { clip, context, LONGEST, option, plain, section, type View } from '../../slack/blocks.ts';
import type { Text } from '../../text/index.ts';
import { WAYS } from '../../vocabulary/visit.ts';
import { type Visit, visitName } from '../rules.ts';
import { namesWords, whenWords } from '../words.ts';
import { isBefore, type Notice, type ShareForm } from './rules.ts';

export const VISIT_SHARE_OPEN = 'visit_share_open';
export const VISIT_SHARE = 'visit_share';
/** Not `members`: that is the field of another form, and each name is listened to once. */
export const SHARE_MEMBERS = 'told_members';

/** What to send to a member: the letter is Korean, whoever sends it. */
export function letterWords(visit: Visit, isAnnouncement: boolean, text: Text): string {
  const words = text.visit.shareForm.letter;
  const korean = { ...text, language: 'ko' as const };
  return [
    words.open(words.office),
    isAnnouncement ? words.announcement : words.visit(visit.district),
    '',
    `- ${words.what}: ${visit.title}`,
    `- ${words.when}: ${whenWords(visit, korean, '')}`,
    `- ${words.place}: ${visit.place} (${visit.district})`,
    `- ${words.purpose}: ${clip(visit.purpose, 300)}`,
    '',
    words.close,
  ].join('\n');
}

type Around = { members: readonly CouncilMember[]; notices: readonly Notice[]; letter: string };

/** The form that shows the text to send and takes who was told of a visit. */
export function shareForm(visit: Visit, form: ShareForm, around: Around, metadata: string, text: Text): View {
  const words = text.visit.shareForm;
  const told = [...new Set(around.notices.map(({ name }) => name))];
  const chosen = around.members.filter(({ id }) => form.members.includes(String(id))).map(memberOption);
  const ways = WAYS.map((way) => option(text.visit.ways[way], way));
  const way = ways.find(({ value }) => value === form.how);
  const invited = [option(words.invitedOption, 'invited')];
  const input = (
    block_id: string,
    label: string,
    element: types.InputBlock['element'],
    more: { optional?: boolean; hint?: string } = {},
  ) => {
    const { optional = false, hint } = more;
    const block: types.InputBlock = { type: 'input', block_id, label: plain(label), element, optional };
    return hint ? { ...block, hint: plain(hint) } : block;
  };
  return {
    type: 'modal',
    callback_id: VISIT_SHARE,
    private_metadata: metadata,
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(text.expense.form.cancel),
    blocks: [
      section(clip(`${visitName(visit.id)} ${visit.title}`, 300)),
      context(words.ready),
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: clip(around.letter, 2500) }] }],
      },
      ...(told.length > 0 ? [context(words.alreadyTold(namesWords(told, 20, text)))] : []),
      ...(around.members.length === 0 ? [context(words.noMembers(text.visit.district(visit.district)))] : []),
      input(
        SHARE_MEMBERS,
        words.members,
        {
          type: 'multi_external_select',
          action_id: 'value',
          min_query_length: 0,
          ...(chosen.length > 0 ? { initial_options: chosen } : {}),
        },
        { optional: true, hint: words.membersHint },
      ),
      input(
        'others',
        words.others,
        {
          type: 'plain_text_input',
          action_id: 'value',
          ...(form.others ? { initial_value: clip(form.others, LONGEST.initial) } : {}),
        },
        { optional: true, hint: words.othersHint },
      ),
      input('told_on', words.toldOn, {
        type: 'datepicker',
        action_id: 'value',
        ...(form.told_on ? { initial_date: form.told_on } : {}),
      }),
      input('told_time', words.toldTime, {
        type: 'timepicker',
        action_id: 'value',
        ...(form.told_time ? { initial_time: form.told_time } : {}),
      }),
      input('told_by', words.toldBy, {
        type: 'users_select',
        action_id: 'value',
        ...(form.told_by ? { initial_user: form.told_by } : {}),
      }),
      input('how', words.how, {
        type: 'static_select',
        action_id: 'value',
        options: ways,
        ...(way ? { initial_option: way } : {}),
      }),
      input(
        'invited',
        words.invited,
        {
          type: 'checkboxes',
          action_id: 'value',
          options: invited,
          ...(form.invited ? { initial_options: invited } : {}),
        },
        { optional: true },
      ),
    ],
  };
}

export const memberOption = (member: CouncilMember): types.PlainTextOption =>
  option(memberWords(member), String(member.id));

export const memberWords = ({ name, party, district, committee }: CouncilMember): string =>
  [name, party, district, committee].filter(Boolean).join(' · ');

/** `김의원 · 11월 8일(화) 10:20 전화 · 최민재 · 초청함` */
export function noticeWords(
  notice: Notice,
  visit: Visit,
  isAnnouncement: boolean,
  by: string,
  text: Text,
  today: string,
): string {
  const words = text.visit;
  const when = `${formatDay(notice.toldOn, text.language, today)} ${notice.toldTime}`;
  const line = words.noticeLine(clip(notice.name, 60), when, words.ways[notice.how], by, notice.invited);
  const marks = [
    ...(notice.sequence < visit.sequence ? [words.noticeOld] : []),
    ...(isAnnouncement && !isBefore(notice, visit) ? [words.noticeLate] : []),
  ];
  return marks.length > 0 ? `${line} (${marks.join(', ')})` : line;
}
