import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { MENU_PLEDGE } from '../../src/desk/menu/buttons.ts';
import { PLEDGE_PICK, pledgeForm } from '../../src/desk/menu/forms.ts';
import { todayIn } from '../../src/korean/days.ts';
import { normalise } from '../../src/korean/typed.ts';
import { isManager } from '../../src/people/rules.ts';
import { updateForm } from '../../src/pledge/form.ts';
import { fieldName, personOf } from '../../src/pledge/list/rules.ts';
import { findLists } from '../../src/pledge/list/store.ts';
import { formOf, type Pledge, pledgeName } from '../../src/pledge/rules.ts';
import { searchPledges } from '../../src/pledge/search.ts';
import { findPledge, findPledges, findTerms } from '../../src/pledge/store.ts';
import { usualTerm } from '../../src/pledge/term.ts';
import { button, option } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { tellPrivately } from '../../src/slack/privately.ts';
import { visitorOf } from '../../src/slack/visitor.ts';

const MOST_OFFERED = 30;
const Metadata = z.object({ responseUrl: z.string().optional() });

/** Updating a pledge without knowing its number: it is searched for in a form that becomes the update's. */
export function listenForPledgeChoice(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(MENU_PLEDGE, async ({ body, client, context }) => {
    const { person, text } = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const metadata = JSON.stringify(click.responseUrl ? { responseUrl: click.responseUrl } : {});
    const again = button(MENU_PLEDGE, text.access.openAgain, ' ', 'primary');
    const said = await openOrOffer(click, pledgeForm(metadata, text), again, text);
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.options<'block_suggestion'>(
    { type: 'block_suggestion', block_id: 'pledge' },
    async ({ ack, payload, context }) => {
      const found = await findFor(normalise(payload.value ?? ''), visitorOf(context).person.userId, deps);
      const offered = found.slice(0, MOST_OFFERED);
      await ack({ options: offered.map((it) => option(`${pledgeName(it)} ${it.title}`, String(it.id))) });
    },
  );

  app.view<ViewSubmitAction>(PLEDGE_PICK, async ({ ack, view, context }) => {
    const { person, text } = visitorOf(context);
    const pledge = await findPledge(deps.db, Number(readFields(view.state.values).one('pledge')));
    if (!pledge || pledge.voided) {
      await ack({ response_action: 'errors', errors: { pledge: text.office.pledgeForm.gone } });
      return;
    }
    const { responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const { id, version } = pledge;
    const metadata = { key: randomUUID(), id, version, ...(responseUrl ? { responseUrl } : {}) };
    const how = isManager(person) ? 'update' : 'propose';
    const form = updateForm(pledge, formOf(pledge), metadata, how, text);
    await ack({ response_action: 'update', view: form });
  });
}

/** Of the present term; those that this person answers for come first. */
async function findFor(typed: string, userId: string, { db, config, now }: Deps): Promise<Pledge[]> {
  const [terms, lists] = await Promise.all([findTerms(db), findLists(db)]);
  const pledges = await findPledges(db, usualTerm(terms, todayIn(config.timezone, now())));
  const found = typed === '' ? pledges : searchPledges(pledges, typed, (pledge) => fieldName(pledge, lists));
  const isMine = (pledge: Pledge) => personOf(pledge, lists) === userId;
  return [...found.filter(isMine), ...found.filter((pledge) => !isMine(pledge))];
}
