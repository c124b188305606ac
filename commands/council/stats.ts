import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { findCountRules, putCountRule } from '../../src/council/count/store.ts';
import {
  COUNT_CHANGE,
  COUNT_FORM,
  countForm,
  readCountMetadata,
  rulesMessage,
  statsMessage,
} from '../../src/council/count/views.ts';
import { countContacts } from '../../src/council/list/store.ts';
import { readYears } from '../../src/council/query.ts';
import { formatDay } from '../../src/korean/day-words.ts';
import { todayIn } from '../../src/korean/days.ts';
import { isManager } from '../../src/people/rules.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { isContactKind, isHeading } from '../../src/vocabulary/council.ts';

/** The years in both counts, and why they differ. */
export async function showStats(typed: string, { text }: Visitor, deps: Deps): Promise<Message> {
  const today = todayIn(deps.config.timezone, deps.now());
  const span = readYears(typed, today);
  if (!span) return plainMessage(text.council.stats.notAPeriod(typed));
  const counted = await countContacts(deps.db, span);
  const day = (it: string) => formatDay(it, text.language, today);
  return statsMessage(counted, await findCountRules(deps.db), { from: day(span.from), to: day(span.to) }, text);
}

export async function showRules({ person, text }: Visitor, { db }: Deps): Promise<Message> {
  return rulesMessage(await findCountRules(db), isManager(person), text);
}

export function listenForCounting(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(COUNT_CHANGE, async ({ body, client, context }) => {
    const { person, text } = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const again = button(COUNT_CHANGE, text.council.rules.change, ' ', 'primary');
    const said = isManager(person)
      ? await openOrOffer(click, countForm(text, body.response_url), again, text)
      : { text: text.access.notManager };
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(COUNT_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const { one } = readFields(view.state.values);
    const [kind, inText, inAnnex] = [one('kind'), one('text'), one('annex')];
    if (!isManager(person) || !isContactKind(kind)) {
      const reason = isManager(person) ? text.council.form.refusals.missing : text.access.notManager;
      await ack({ response_action: 'errors', errors: { kind: reason } });
      return;
    }
    const headings = { text: isHeading(inText) ? inText : null, annex: isHeading(inAnnex) ? inAnnex : null };
    await putCountRule(deps.db, kind, headings, { actor: person.userId, at: deps.now() });
    await ack();
    const { responseUrl } = readCountMetadata(view.private_metadata);
    const reach = { userId: person.userId, responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, { text: text.council.rules.saved(text.council.kinds[kind]) });
    await tellPrivately({ client, log: deps.log }, reach, await showRules(visitor, deps));
  });
}
