import { expect, test } from 'vitest';
import { isObject, type JsonObject, stringOf } from '../../src/simulator/json.ts';
import type { Json } from '../../src/simulator/protocol.ts';
import { form, input, plain } from './bolt.ts';
import { ask, type Envelope, startRaw } from './raw-app.ts';

const MEMBER = 'U0KIMSEOYE';
const text = { type: 'plain_text_input' };
const button = (action_id: string) => ({
  type: 'actions',
  block_id: `${action_id}_row`,
  elements: [{ type: 'button', action_id, text: plain(action_id) }],
});

/** JSON as it would arrive: builders above are typed loosely. */
const json = (value: unknown) => JSON.parse(JSON.stringify(value));

/** An app that opens `view` for every command and answers submissions and presses as told. */
async function startForms(view: object, answers: { [type: string]: (envelope: Envelope) => Json | undefined } = {}) {
  const seen: Envelope[] = [];
  let opened: JsonObject = {};
  const slack = await startRaw(async (envelope) => {
    seen.push(envelope);
    if (envelope.type === 'slash_commands') {
      opened = await ask(slack, 'views.open', { trigger_id: stringOf(envelope.payload.trigger_id), view: json(view) });
      return undefined;
    }
    return answers[stringOf(envelope.payload.type)]?.(envelope);
  });
  const person = slack.as(MEMBER);
  return { slack, person, seen, last: () => seen.at(-1)?.payload ?? {}, opened: () => opened };
}

test('a trigger works once', async () => {
  const { slack, person, seen } = await startForms(form([input('a', text)]));
  await person.type('/lab');
  const trigger_id = stringOf(seen[0]?.payload.trigger_id);

  expect(await ask(slack, 'views.open', { trigger_id, view: json(form([input('a', text)])) })).toEqual({
    ok: false,
    error: 'exchanged_trigger_id',
  });
  expect(slack.wrongs).toEqual(['views.open was refused: exchanged_trigger_id']);
});

test('a trigger lives three seconds', async () => {
  const view = json(form([input('a', text)]));
  let trigger_id = '';
  const slack = await startRaw((envelope) => {
    trigger_id = stringOf(envelope.payload.trigger_id);
    return undefined;
  });
  await slack.as(MEMBER).type('/lab');
  slack.clock.move(3_001);

  expect(await ask(slack, 'views.open', { trigger_id, view })).toMatchObject({ error: 'expired_trigger_id' });
  expect(await ask(slack, 'views.open', { trigger_id: '1.2.abc', view })).toMatchObject({
    error: 'invalid_trigger_id',
  });
});

test('a view that Slack would not draw is refused with the place, and the trigger still works', async () => {
  let trigger_id = '';
  const slack = await startRaw((envelope) => {
    trigger_id = stringOf(envelope.payload.trigger_id);
    return undefined;
  });
  await slack.as(MEMBER).type('/lab');
  const bad = json(form([input('a', text)], { title: plain('x'.repeat(25)) }));

  expect(await ask(slack, 'views.open', { trigger_id, view: bad })).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: [expect.stringContaining('[json-pointer:/title')] },
  });
  expect(slack.wrongs).toHaveLength(1);
  expect(await ask(slack, 'views.open', { trigger_id, view: json(form([input('a', text)])) })).toMatchObject({
    ok: true,
  });
});

test('a Home view does not open as a form, nor a form as Home', async () => {
  const { slack, person } = await startForms({ type: 'home', blocks: [] });
  await person.type('/lab');
  expect(person.view()).toBeUndefined();

  expect(await ask(slack, 'views.publish', { user_id: MEMBER, view: json(form([])) })).toMatchObject({
    error: 'invalid_arguments',
  });
});

test('a view of more than 250 KB is refused', async () => {
  const blocks = Array.from({ length: 99 }, () => ({ type: 'section', text: plain('가'.repeat(2_900)) }));
  const { opened, person } = await startForms(form(blocks));
  await person.type('/lab');

  expect(opened()).toMatchObject({ ok: false, error: 'view_too_large' });
});

test('an empty form is not sent while something required is missing', async () => {
  const { person, seen, slack } = await startForms(form([input('a', text), input('b', text, { optional: true })]));
  await person.type('/lab');

  expect(await person.submit()).toMatchObject({
    ok: false,
    error: 'form_incomplete',
    problems: [{ blockId: 'a', problem: 'required' }],
  });
  expect(seen).toHaveLength(1);
  expect(slack.wrongs).toEqual([]);
});

test.each<[string, { [key: string]: unknown }, string | number | string[], string]>([
  ['too short', { ...text, min_length: 3 }, '가나', 'too_short'],
  ['too long, counted in code points', { ...text, max_length: 3 }, '👍👍👍👍', 'too_long'],
  ['longer than any field takes', text, 'x'.repeat(3_001), 'too_long'],
  ['too small', { type: 'number_input', is_decimal_allowed: false, min_value: '1' }, 0, 'too_small'],
  ['too large', { type: 'number_input', is_decimal_allowed: false, max_value: '100' }, '101', 'too_large'],
  ['no number', { type: 'number_input', is_decimal_allowed: true }, '네 명', 'not_a_number'],
  ['a fraction', { type: 'number_input', is_decimal_allowed: false }, '1.5', 'no_decimals'],
  ['no address', { type: 'email_text_input' }, 'someone', 'not_an_email'],
  ['no link', { type: 'url_text_input' }, 'somewhere', 'not_a_url'],
  ['no date', { type: 'datepicker' }, '2026-13-01', 'not_a_date'],
  ['no time', { type: 'timepicker' }, '25:00', 'not_a_date'],
  ['no option', { type: 'static_select', options: [{ text: plain('하나'), value: '1' }] }, '2', 'not_an_option'],
  [
    'too many',
    {
      type: 'multi_static_select',
      max_selected_items: 1,
      options: [
        { text: plain('하나'), value: '1' },
        { text: plain('둘'), value: '2' },
      ],
    },
    ['1', '2'],
    'too_many',
  ],
])('what is %s does not leave the form', async (_, element, value, problem) => {
  const { person, seen } = await startForms(form([input('a', element)]));
  await person.type('/lab');

  expect(await person.submit({ a: value })).toMatchObject({ ok: false, problems: [{ blockId: 'a', problem }] });
  expect(seen).toHaveLength(1);
});

test('a submission carries every field as Slack does, filled or not', async () => {
  const options = [
    { text: plain('하나'), value: '1' },
    { text: plain('둘'), value: '2' },
  ];
  const optional = { optional: true };
  const { person, last } = await startForms(
    form([
      input('text', text),
      input('empty', text, optional),
      input('number', { type: 'number_input', is_decimal_allowed: false }),
      input('date', { type: 'datepicker' }),
      input('time', { type: 'timepicker' }),
      input('select', { type: 'static_select', options }),
      input('radio', { type: 'radio_buttons', options }),
      input('checks', { type: 'checkboxes', options }, optional),
      input('many', { type: 'multi_static_select', options }),
      input('user', { type: 'users_select' }),
      input('users', { type: 'multi_users_select' }),
      input('channel', { type: 'conversations_select', response_url_enabled: true }),
      input('file', { type: 'file_input', filetypes: ['png'], max_files: 1 }, optional),
    ]),
  );
  await person.type('/lab');
  const answer = await person.submit({
    text: '미진',
    number: 4,
    date: new Date('2026-03-02T00:00:00Z'),
    time: '12:30',
    select: '둘',
    radio: '1',
    many: ['하나', '둘'],
    user: '오세라',
    users: ['오세라', 'U0LEEJUNHO'],
    channel: 'C0OFFICE01',
    file: { name: 'receipt.png', bytes: 'png' },
  });

  expect(answer).toMatchObject({ ok: true });
  expect(last()).toMatchObject({
    type: 'view_submission',
    team: { id: 'T0BISEO001', domain: expect.any(String) },
    user: { id: MEMBER, name: expect.any(String), team_id: 'T0BISEO001' },
    trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]+$/),
    response_urls: [{ block_id: 'channel', action_id: 'value', channel_id: 'C0OFFICE01' }],
    view: {
      type: 'modal',
      callback_id: 'lab_form',
      private_metadata: '',
      previous_view_id: null,
      root_view_id: expect.stringMatching(/^V/),
      state: {
        values: {
          text: { value: { type: 'plain_text_input', value: '미진' } },
          empty: { value: { type: 'plain_text_input', value: null } },
          number: { value: { type: 'number_input', value: '4' } },
          date: { value: { type: 'datepicker', selected_date: '2026-03-02' } },
          time: { value: { type: 'timepicker', selected_time: '12:30' } },
          select: { value: { type: 'static_select', selected_option: { text: plain('둘'), value: '2' } } },
          radio: { value: { type: 'radio_buttons', selected_option: { value: '1' } } },
          checks: { value: { type: 'checkboxes', selected_options: [] } },
          many: { value: { type: 'multi_static_select', selected_options: [{ value: '1' }, { value: '2' }] } },
          user: { value: { type: 'users_select', selected_user: 'U0OHMANAGE' } },
          users: { value: { type: 'multi_users_select', selected_users: ['U0OHMANAGE', 'U0LEEJUNHO'] } },
          channel: { value: { type: 'conversations_select', selected_conversation: 'C0OFFICE01' } },
          file: { value: { type: 'file_input', files: [{ name: 'receipt.png', mimetype: 'image/png', size: 3 }] } },
        },
      },
    },
  });
});

test('the app’s field errors stand in the form, which stays open', async () => {
  const { person } = await startForms(form([input('a', text)]), {
    view_submission: () => ({ response_action: 'errors', errors: { a: '너무 비쌉니다' } }),
  });
  await person.type('/lab');

  expect(await person.submit({ a: 'x' })).toMatchObject({ error: 'form_refused', errors: { a: '너무 비쌉니다' } });
  expect(person.view()?.fields.a).toMatchObject({ value: 'x', error: '너무 비쌉니다' });
});

test.each<[string, Json]>([
  ['errors for a block that is no field', { response_action: 'errors', errors: { stranger: 'no' } }],
  ['errors without any', { response_action: 'errors', errors: {} }],
  ['an unknown response_action', { response_action: 'close' }],
  ['a message', { text: 'thanks' }],
  ['an update without a view', { response_action: 'update' }],
  ['a push of a broken view', { response_action: 'push', view: { type: 'modal', blocks: [] } }],
])('a submission answered with %s shows an error and is a wrong', async (_, answer) => {
  const { person, slack } = await startForms(form([input('a', text)]), { view_submission: () => answer });
  await person.type('/lab');

  expect(await person.submit({ a: 'x' })).toMatchObject({ ok: false, error: 'app_error' });
  expect(slack.wrongs).toHaveLength(1);
  expect(person.view()?.fields.a?.value).toBe('x');
});

test('a command or a button answered with response_action is a wrong', async () => {
  const slack = await startRaw(() => ({ response_action: 'clear' }));
  await ask(slack, 'chat.postMessage', { channel: 'C0OFFICE01', text: 'x', blocks: json([button('go')]) });

  expect(await slack.as(MEMBER).type('/lab')).toMatchObject({ error: 'app_error' });
  expect(await slack.as(MEMBER).press('go')).toMatchObject({ error: 'app_error' });
  expect(slack.wrongs).toHaveLength(2);
});

test('update keeps what was filled in where the ids are the same, push stacks up to three, clear closes all', async () => {
  const more = json(
    form([input('a', { ...text, initial_value: 'ignored' }), input('b', text)], { title: plain('More') }),
  );
  const answers: Json[] = [
    { response_action: 'update', view: more },
    { response_action: 'push', view: more },
    { response_action: 'push', view: more },
    { response_action: 'push', view: more },
    { response_action: 'clear' },
  ];
  const { person, slack } = await startForms(form([input('a', text)]), { view_submission: () => answers.shift() });
  await person.type('/lab');

  await person.submit({ a: 'kept' });
  expect(person.view()).toMatchObject({ title: 'More', fields: { a: { value: 'kept' }, b: { value: null } } });
  await person.submit({ b: 'x' });
  await person.submit({ b: 'x' });
  expect(person.view()).toMatchObject({ depth: 3, fields: { a: { value: 'ignored' } } });
  expect(await person.submit({ b: 'x' })).toMatchObject({ error: 'app_error' });
  expect(slack.wrongs).toEqual(['response_action push is refused: push_limit_reached']);
  await person.submit();
  expect(person.view()).toBeUndefined();
});

test('views.push needs a trigger from an open form, and stacks three deep', async () => {
  const view = json(form([input('a', text, { optional: true }), button('deeper')]));
  const results: JsonObject[] = [];
  const slack = await startRaw(async ({ type, payload }) => {
    const method = type === 'slash_commands' && payload.text !== 'push' ? 'views.open' : 'views.push';
    results.push(await ask(slack, method, { trigger_id: stringOf(payload.trigger_id), view }));
    return undefined;
  });
  const person = slack.as(MEMBER);
  await person.type('/lab', 'push');
  await person.type('/lab');
  await person.press('deeper');
  await person.press('deeper');
  await person.press('deeper');

  expect(results.map((it) => it.error ?? 'ok')).toEqual(['not_found', 'ok', 'ok', 'ok', 'push_limit_reached']);
  expect(person.view()?.depth).toBe(3);
});

test('views.update refuses an old hash and a form that is closed', async () => {
  const view = json(form([input('a', text, { optional: true })]));
  const { person, slack, opened } = await startForms(view);
  await person.type('/lab');
  const drawn = isObject(opened().view) ? opened().view : {};
  const { id, hash } = isObject(drawn) ? drawn : {};
  const view_id = stringOf(id);

  expect(await ask(slack, 'views.update', { view_id, hash: stringOf(hash), view })).toMatchObject({ ok: true });
  expect(await ask(slack, 'views.update', { view_id, hash: stringOf(hash), view })).toMatchObject({
    error: 'hash_conflict',
  });
  await person.close();
  expect(await ask(slack, 'views.update', { view_id, view })).toMatchObject({ error: 'not_found' });
  expect(await ask(slack, 'views.update', { view })).toMatchObject({ error: 'invalid_arguments' });
});

test('two open forms cannot share an external_id', async () => {
  const { person, slack, opened } = await startForms(form([input('a', text)], { external_id: 'one' }));
  await person.type('/lab');
  await slack.as('U0LEEJUNHO').type('/lab');

  expect(opened()).toMatchObject({ ok: false, error: 'duplicate_external_id' });
});

test('a field tells the app of a change only with dispatch_action', async () => {
  const options = [{ text: plain('하나'), value: '1' }];
  const { person, seen } = await startForms(
    form([
      input('quiet', { type: 'static_select', options }),
      input('loud', { type: 'static_select', options }, { dispatch_action: true }),
    ]),
  );
  await person.type('/lab');
  await person.fill({ quiet: '하나' });
  expect(seen).toHaveLength(1);
  await person.fill({ loud: '하나' });

  expect(seen.at(-1)?.payload).toMatchObject({
    type: 'block_actions',
    container: { type: 'view' },
    actions: [{ type: 'static_select', block_id: 'loud', action_id: 'value', selected_option: { value: '1' } }],
    view: { state: { values: { quiet: { value: { selected_option: { value: '1' } } } } } },
  });
});

test('an external select asks the app while one types, and takes only what it offered', async () => {
  const external = { type: 'external_select', min_query_length: 2 };
  const { person, seen, slack } = await startForms(form([input('member', external)]), {
    block_suggestion: ({ payload }) => ({
      options: [{ text: plain(`${stringOf(payload.value)} 의원`), value: `m-${stringOf(payload.value)}` }],
    }),
  });
  await person.type('/lab');

  expect(await person.search('member', '김')).toEqual([]);
  expect(seen).toHaveLength(1);
  expect(await person.search('member', '김영')).toMatchObject([{ text: { text: '김영 의원' }, value: 'm-김영' }]);
  expect(seen.at(-1)?.payload).toMatchObject({
    type: 'block_suggestion',
    action_id: 'value',
    block_id: 'member',
    value: '김영',
  });
  await person.fill({ member: 'm-김영' });
  expect(person.view()?.fields.member).toMatchObject({ value: 'm-김영', shown: '김영 의원' });
  expect(await person.submit()).toMatchObject({ ok: true });
  expect(slack.wrongs).toEqual([]);
});

test.each<[string, Json]>([
  ['more than a hundred', { options: Array.from({ length: 101 }, (_, i) => ({ text: plain(`${i}`), value: `${i}` })) }],
  ['no options at all', {}],
  ['one with too long a label', { options: [{ text: plain('x'.repeat(76)), value: '1' }] }],
])('options that Slack would not show are a wrong: %s', async (_, answer) => {
  const external = { type: 'external_select', min_query_length: 0 };
  const { person, slack } = await startForms(form([input('member', external)]), { block_suggestion: () => answer });
  await person.type('/lab');

  await expect(person.search('member', '')).rejects.toThrow('refused');
  expect(slack.wrongs).toHaveLength(1);
});

test('closing a form tells the app only when it asked to be told', async () => {
  const { person, seen } = await startForms(form([input('a', text)], { notify_on_close: true }));
  await person.type('/lab');
  await person.fill({ a: 'half' });
  await person.close();

  expect(person.view()).toBeUndefined();
  expect(seen.at(-1)?.payload).toMatchObject({
    type: 'view_closed',
    is_cleared: false,
    view: { state: { values: { a: { value: { value: 'half' } } } } },
  });
  const quiet = await startForms(form([input('a', text)]));
  await quiet.person.type('/lab');
  await quiet.person.close();
  expect(quiet.seen).toHaveLength(1);
});

test('Home is published, opened and pressed', async () => {
  const home = json({ type: 'home', blocks: [button('refresh')] });
  const seen: Envelope[] = [];
  const slack = await startRaw(async (envelope) => {
    seen.push(envelope);
    if (isObject(envelope.payload.event)) await ask(slack, 'views.publish', { user_id: MEMBER, view: home });
    return undefined;
  });
  const person = slack.as(MEMBER);
  await person.openHome();
  expect(person.home()?.buttons).toEqual(['refresh']);
  await person.press('refresh');
  await person.openHome();

  expect(seen.map((it) => it.payload)).toMatchObject([
    {
      type: 'event_callback',
      event_id: expect.stringMatching(/^Ev/),
      event: { type: 'app_home_opened', user: MEMBER, tab: 'home' },
    },
    { type: 'block_actions', container: { type: 'view' }, view: { type: 'home' } },
    { event: { type: 'app_home_opened', view: { type: 'home' } } },
  ]);
});

test('Home cannot be published when the manifest has no Home tab', async () => {
  const slack = await startRaw(() => undefined, { manifest: { display_information: { name: 'Bare' } } });

  expect(await ask(slack, 'views.publish', { user_id: MEMBER, view: { type: 'home', blocks: [] } })).toMatchObject({
    error: 'not_enabled',
  });
});
