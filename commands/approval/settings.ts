import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { draftRules, fieldOf, type SettingsForm } from '../../src/spending/approval/setting/rules.ts';
import { findSettings, putRules } from '../../src/spending/approval/setting/store.ts';
import { formOfRules, SETTINGS, SETTINGS_OPEN, settingsForm } from '../../src/spending/approval/setting/views.ts';
import type { Account } from '../../src/vocabulary/expense.ts';

const Metadata = z.object({ seen: z.number(), responseUrl: z.string().optional() });

/** Which spends of an account need approval: for managers. */
export function listenForSettings(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(SETTINGS_OPEN, async ({ body, client, context }) => {
    const { person, text } = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const { rules, changes } = await findSettings(deps.db);
    const metadata = JSON.stringify({ seen: changes, responseUrl: body.response_url });
    const again = button(SETTINGS_OPEN, text.access.openAgain, ' ', 'primary');
    const said = isManager(person)
      ? await openOrOffer(click, settingsForm(formOfRules(rules), metadata, text), again, text)
      : { text: text.access.notManager };
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(SETTINGS, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const metadata = Metadata.parse(JSON.parse(view.private_metadata));
    const form = readSettings(view.state.values);
    const drafted = draftRules(form);
    const words = text.approval.settings;
    if ('refusals' in drafted || !isManager(person)) {
      const wrong = Object.entries('refusals' in drafted ? drafted.refusals : {});
      const errors = Object.fromEntries(wrong.map(([field, refusal]) => [field, words.refusals[refusal]]));
      const mine = isManager(person) ? errors : { [fieldOf('mode', '203-01')]: text.access.notManager };
      await ack({ response_action: 'errors', errors: mine });
      return;
    }
    const settled = await settle({ ack, client, view }, save(drafted.rules, form, metadata, visitor, deps), {
      text,
      log: deps.log,
      again: (said) => settingsForm(form, view.private_metadata, text, said),
    });
    if (!('done' in settled)) return;
    const reach = { userId: person.userId, responseUrl: metadata.responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, { text: settled.done });
  });
}

/** Saves the rules; who was overtaken sees what they typed again and decides. */
async function save(
  rules: Parameters<typeof putRules>[1],
  form: SettingsForm,
  { seen, responseUrl }: z.infer<typeof Metadata>,
  { person, text }: Visitor,
  { db, now }: Deps,
) {
  const words = text.approval.settings;
  const { settings, overtaken } = await putRules(db, rules, { actor: person.userId, at: now(), seen });
  if (!overtaken) return { done: words.saved };
  const by = settings.changedBy ?? '–';
  const name = (await findNames(db, [by])).get(by) ?? by;
  const metadata = JSON.stringify({ seen: settings.changes, responseUrl });
  return { view: settingsForm(form, metadata, text, words.changedMeanwhile(name)) };
}

function readSettings(values: unknown): SettingsForm {
  const fields = readFields(values);
  const of = (account: Account) => ({
    mode: fields.one(fieldOf('mode', account)),
    above: fields.one(fieldOf('above', account)),
    second: fields.one(fieldOf('second', account)),
  });
  return { '203-01': of('203-01'), '203-02': of('203-02'), '203-03': of('203-03'), '203-04': of('203-04') };
}
