import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { ELECTED_FORM, electedForm } from '../../src/disclosure/form-views.ts';
import { readPeriod } from '../../src/disclosure/period.ts';
import { DISCLOSURE_ELECTED } from '../../src/disclosure/views.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { findOfficeSettings, putOfficeSetting } from '../../src/people/settings/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { previewOf, today } from './preview.ts';

const Metadata = z.object({ period: z.string(), responseUrl: z.string().optional() });
const State = z.object({ names: z.object({ value: z.object({ value: z.string().nullish() }) }) });
const A_NAME = /^[가-힣]{2,5}$/;

/** The elected people whose names are published: a setting of the office that managers keep. */
export function listenForElected(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(DISCLOSURE_ELECTED, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const { disclosure } = await findOfficeSettings(deps.db);
    const metadata = JSON.stringify({ period: action.value ?? '', responseUrl: body.response_url });
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const again = button(DISCLOSURE_ELECTED, text.access.openAgain, action.value ?? '', 'primary');
    const said = isManager(person)
      ? await openOrOffer(click, electedForm(disclosure.elected, metadata, text), again, text)
      : { text: text.access.notManager };
    if (said)
      await tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl: body.response_url }, said);
  });

  app.view<ViewSubmitAction>(ELECTED_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { text, person } = visitor;
    const metadata = Metadata.parse(JSON.parse(view.private_metadata));
    const typed = normaliseLines(State.parse(view.state.values).names.value.value ?? '');
    const settled = await settle({ ack, client, view }, save(typed, visitor, deps), {
      text,
      log: deps.log,
      again: (said) => electedForm([], view.private_metadata, text, { said, names: typed }),
    });
    if ('errors' in settled) return;
    const period = readPeriod(metadata.period, today(deps));
    if (!period) return;
    const message = await previewOf(period, 0, visitor, deps, settled.done);
    const reach = { userId: person.userId, responseUrl: metadata.responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
  });
}

type Saved = { errors: Record<string, string> } | { done: string };

async function save(typed: string, { person, text }: Visitor, deps: Deps): Promise<Saved> {
  const words = text.disclosure;
  if (!isManager(person)) return { errors: { names: text.access.notManager } };
  const names = [...new Set(typed.split('\n').filter((line) => line !== ''))];
  const wrong = names.find((name) => !A_NAME.test(name));
  if (wrong !== undefined) return { errors: { names: words.electedForm.notAName(wrong) } };
  await putOfficeSetting(deps.db, 'disclosure', { elected: names }, { actor: person.userId, at: deps.now() });
  return { done: words.electedSaved(formatWon(names.length)) };
}
