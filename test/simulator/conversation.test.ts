import { expect, test } from 'vitest';
import { form, input, startHttpLab, startLab } from './bolt.ts';

const text = { type: 'plain_text_input' };

test.each([
  ['Socket Mode', startLab],
  ['signed HTTP', startHttpLab],
])('a command opens a form, its submission is answered, a button changes the answer (%s)', async (_, start) => {
  const { slack } = await start((app) => {
    app.command('/lab', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({
        trigger_id: command.trigger_id,
        view: form(
          [
            input('what', { ...text, initial_value: command.text }),
            input('n', { type: 'number_input', is_decimal_allowed: false }),
          ],
          { private_metadata: command.response_url },
        ),
      });
    });
    app.view('lab_form', async ({ ack, view, body, client }) => {
      const n = view.state.values.n?.value?.value;
      if (n === '0') {
        await ack({ response_action: 'errors', errors: { n: 'not zero' } });
        return;
      }
      await ack();
      await client.chat.postMessage({
        channel: body.user.id,
        text: `kept ${view.state.values.what?.value?.value} ${n}`,
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text: `kept *${view.state.values.what?.value?.value}* ${n}` } },
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'undo', text: { type: 'plain_text', text: 'Undo' } }],
          },
        ],
      });
    });
    app.action('undo', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'undone', replace_original: true });
    });
  });
  const person = slack.as('U0KIMSEOYE');

  const answer = await person.type('/lab', 'hello @오세라');
  expect(answer).toMatchObject({ ok: true });
  const view = await person.seesView('Form');
  expect(view.fields.what?.value).toBe('hello <@U0OHMANAGE|ohmanage>');

  expect(await person.submit()).toMatchObject({ ok: false, problems: [{ blockId: 'n', problem: 'required' }] });
  expect(await person.submit({ n: 0 })).toMatchObject({ ok: false, errors: { n: 'not zero' } });
  expect(await person.submit({ n: 7 })).toMatchObject({ ok: true });
  const message = await person.reads('kept');
  expect(message.buttons).toEqual(['Undo']);
  expect(await person.press('Undo')).toMatchObject({ ok: true });
  await person.reads('undone');
  await slack.settled();
  expect(slack.wrongs).toEqual([]);
});
