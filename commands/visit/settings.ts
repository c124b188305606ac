import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { readDistricts } from '../../src/people/districts/rules.ts';
import { findDistricts, putDistricts } from '../../src/people/districts/store.ts';
import { isManager } from '../../src/people/rules.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { readMinutes } from '../../src/visit/settings/rules.ts';
import { findMinutes, putMinutes } from '../../src/visit/settings/store.ts';
import { settingsForm, VISIT_SETTINGS, VISIT_SETTINGS_OPEN } from '../../src/visit/settings/views.ts';

/** The minutes that planning reckons with, and the list of districts. */
export async function openSettings({ person, text }: Visitor, click: Click, { db }: Deps): Promise<Message | null> {
  if (!isManager(person)) return { text: text.access.notManager };
  const form = settingsForm(await findMinutes(db), await findDistricts(db), text);
  return openOrOffer(click, form, button(VISIT_SETTINGS_OPEN, text.visit.settings.title, ' ', 'primary'), text);
}

export function listenForSettings(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(VISIT_SETTINGS_OPEN, async ({ body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openSettings(visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(VISIT_SETTINGS, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const words = text.visit.settings;
    const fields = readFields(view.state.values);
    const typed = { within: fields.one('within'), between: fields.one('between'), usual: fields.one('usual') };
    const { minutes, wrong } = readMinutes(typed);
    const read = readDistricts(fields.one('districts') ?? '');
    const errors = {
      ...Object.fromEntries(wrong.map((name) => [name, words.wrong])),
      ...('refusal' in read ? { districts: words.districtRefusals[read.refusal] } : {}),
      ...(isManager(person) ? {} : { districts: text.access.notManager }),
    };
    if (Object.keys(errors).length > 0 || 'refusal' in read) {
      await ack({ response_action: 'errors', errors });
      return;
    }
    const by = { actor: person.userId, at: deps.now() };
    await putMinutes(deps.db, minutes, by);
    await putDistricts(deps.db, read.districts, by);
    await ack();
    await tellPrivately({ client, log: deps.log }, { userId: person.userId }, { text: words.saved });
  });
}
