import type { Database } from '../../base/db/database.ts';
import { findKnown } from '../../disclosure/store.ts';
import type { Document } from '../../documents/model.ts';
import type { Followup } from '../../followup/rules.ts';
import { changeFollowup, findFollowup } from '../../followup/store.ts';
import { owedOf } from '../../followup/work.ts';
import { addDays, instantOf } from '../../korean/days.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { AnswerTopic } from '../../vocabulary/report.ts';
import type { Asked } from './ask.ts';
import { type Body, masking } from './body.ts';
import { BODIES } from './store.ts';

export const TOPIC_NAMES: Record<AnswerTopic, string> = {
  spending: '업무추진비 집행내역',
  pledges: '공약 추진실적',
  visits: '현장방문·행사 현황',
  council: '시의회 소통 현황',
  followups: '후속조치 현황',
  disclosure: '업무추진비 공개 현황',
};

export type AnswerTo = {
  /** 요구의원 and 요구일, as typed; else as the follow-up says. */
  requester: string | null;
  askedOn: Day | null;
  /** 제출일 */
  today: Day;
  asOf: Day;
  organisation: string;
  timezone: string;
};

export type Answer = Body & { document: Document; title: string; followup: Followup | null };

/** The answer to a demand for documents: a cover that says who asked and when, and what the register holds. */
export async function composeAnswer(
  db: Database,
  asked: Asked,
  to: AnswerTo,
): Promise<Answer | { refusal: 'no_followup' }> {
  const followup = asked.followupId === null ? null : await findFollowup(db, asked.followupId);
  if (asked.followupId !== null && (!followup || followup.voided)) return { refusal: 'no_followup' };
  const body = await BODIES[asked.topic](db, asked, {
    asOf: to.asOf,
    until: instantOf(to.timezone, addDays(to.asOf, 1), '00:00'),
  });
  const known = await findKnown(db);
  const mask = masking(known);
  // Who was elected is asked about by name; anybody else is not named on a cover.
  const words = asked.words.map((word) => (known.members.has(word) || known.elected.has(word) ? word : mask.say(word)));
  const title = [TOPIC_NAMES[asked.topic], periodWords(asked), ...words].filter(Boolean).join(' ');
  const unknown = '－';
  const cover = [
    `요구의원: ${to.requester ?? asked.requester ?? followup?.requester ?? unknown}`,
    `요구일: ${to.askedOn ?? asked.askedOn ?? unknown}`,
    `제출일: ${to.today}`,
    `기준일: ${to.asOf}`,
    ...(followup ? [`요구사항: ${mask.say(followup.title)}`] : []),
    to.organisation,
  ];
  const document: Document = {
    ...{ title: `자료제출: ${title}`, cover, runningHead: title, stamp: null, contents: null },
    // Spending is listed in as many columns as it is published in.
    landscape: asked.topic === 'spending',
    blocks: [{ kind: 'heading', level: 1, text: title }, ...body.blocks],
  };
  return { ...body, document, title, followup };
}

function periodWords({ period }: Asked): string {
  if (!period) return '';
  const [from, to] = [period.from.slice(0, 4), period.to.slice(0, 4)];
  if (period.from.endsWith('-01-01') && period.to.endsWith('-12-31'))
    return from === to ? `${from}년` : `${from}~${to}년`;
  return period.from === period.to ? period.from : `${period.from}~${period.to}`;
}

/** Handing it in writes the answer where the demand is kept, and settles it. */
export async function handIn(
  db: Database,
  { followup, title }: Pick<Answer, 'title'> & { followup: Followup },
  by: { actor: string; at: Date; today: Day },
): Promise<'handed_in' | 'changed_meanwhile'> {
  const answered = { answer: `자료 제출 완료: ${title}`, answeredTo: followup.requester, answeredOn: by.today };
  const owed = { ...owedOf(followup), ...answered, status: 'done' as const };
  const changed = await changeFollowup(db, followup, { owed, notes: [], action: 'finished' }, by);
  return changed && 'refusal' in changed ? 'changed_meanwhile' : 'handed_in';
}
