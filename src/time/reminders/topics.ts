import type { KindName } from '../../vocabulary/reminder.ts';
import { announcementTopic } from './announcement/topic.ts';
import { birthdayTopic } from './birthday/topic.ts';
import { councilTopic } from './council/topic.ts';
import { disclosureTopic } from './disclosure/topic.ts';
import { expenseTopic } from './expense/topic.ts';
import { followupTopic } from './followup/topic.ts';
import { pledgeTopic } from './pledge/topic.ts';
import { spendingTopic } from './spending/topic.ts';
import type { Topic } from './topic.ts';
import { visitTopic } from './visit/topic.ts';

/** What the office is reminded of, noun by noun. */
export const TOPICS: readonly Topic[] = [
  visitTopic,
  announcementTopic,
  councilTopic,
  followupTopic,
  pledgeTopic,
  expenseTopic,
  disclosureTopic,
  spendingTopic,
  birthdayTopic,
];

export function topicOf(kind: KindName): Topic {
  const topic = TOPICS.find(({ kinds }) => kinds.includes(kind));
  if (!topic) throw new Error(`Nobody knows of ${kind}.`);
  return topic;
}
