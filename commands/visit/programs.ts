import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { isManager } from '../../src/people/rules.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { draftProgram, MOST_PROGRAMS } from '../../src/visit/programs/rules.ts';
import { findPrograms, putProgram } from '../../src/visit/programs/store.ts';
import { PROGRAM_FORM, PROGRAM_OPEN, programForm, programsMessage } from '../../src/visit/programs/views.ts';

/** What visits are made under; managers get buttons to change them. */
export async function showPrograms({ person, text }: Visitor, { db }: Deps): Promise<Message> {
  return programsMessage(await findPrograms(db), isManager(person), text);
}

const Metadata = z.object({
  editing: z.object({ id: z.number(), version: z.number() }).nullable(),
  responseUrl: z.string().optional(),
});

export function listenForPrograms(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(PROGRAM_OPEN, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const reach = { userId: person.userId, responseUrl: body.response_url };
    const programs = await findPrograms(deps.db);
    const program = programs.find(({ id }) => String(id) === action.value) ?? null;
    const full = !program && programs.length >= MOST_PROGRAMS;
    if (!isManager(person) || full) {
      const words = full ? text.visit.programs.tooMany : text.access.notManager;
      await tellPrivately({ client, log: deps.log }, reach, { text: words });
      return;
    }
    const editing = program && { id: program.id, version: program.version };
    const metadata = JSON.stringify({ editing, responseUrl: body.response_url });
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const again = button(PROGRAM_OPEN, text.visit.programs.change, action.value ?? 'new', 'primary');
    const said = await openOrOffer(click, programForm(program, metadata, text), again, text);
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(PROGRAM_FORM, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const words = text.visit.programs;
    const { editing, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const fields = readFields(view.state.values);
    const form = {
      name: fields.one('name'),
      kind: fields.one('kind'),
      counts: fields.many('counts'),
      retired: fields.many('retired').length > 0,
    };
    const others = (await findPrograms(deps.db)).filter(({ id }) => id !== editing?.id);
    const drafted = draftProgram(form, others);
    const refused =
      'refusals' in drafted
        ? Object.fromEntries(Object.entries(drafted.refusals).map(([field, code]) => [field, words.refusals[code]]))
        : {};
    const errors = { ...refused, ...(isManager(person) ? {} : { name: text.access.notManager }) };
    if ('refusals' in drafted || Object.keys(errors).length > 0) {
      await ack({ response_action: 'errors', errors });
      return;
    }
    const saved = await putProgram(deps.db, editing, drafted.draft, { actor: person.userId, at: deps.now() });
    if (!saved) {
      await ack({ response_action: 'errors', errors: { name: words.changedMeanwhile } });
      return;
    }
    await ack();
    const reach = { userId: person.userId, responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, plainMessage(words.saved(saved.name)));
  });
}
