import fc from 'fast-check';
import { expect, test } from 'vitest';
import { button } from '../../src/slack/blocks.ts';
import { fiveAtMost, hearAsPressed, MORE } from '../../src/slack/more.ts';

const ten = fc.uniqueArray(fc.stringMatching(/^[a-z_]{3,20}$/), { minLength: 1, maxLength: 10 });

test('a card has five buttons at most, or as many and a menu; nothing is lost, and each is heard as what it was', () => {
  fc.assert(
    fc.property(ten, fc.string({ maxLength: 100 }), (ids, value) => {
      const buttons = ids.map((id) => button(id, `to ${id}`, value || ' '));
      const elements = fiveAtMost(buttons);

      expect(elements.filter(({ type }) => type === 'button').length).toBeLessThanOrEqual(5);
      const menu = elements.flatMap((it) => (it.type === 'overflow' ? [it] : []));
      expect(menu.length).toBe(ids.length > 5 ? 1 : 0);
      const heard = elements.flatMap((it) => {
        if (it.type === 'button') return [{ action_id: it.action_id, value: it.value }];
        return it.options.map((selected_option) => {
          const body = { type: 'block_actions', actions: [{ action_id: MORE, type: 'overflow', selected_option }] };
          hearAsPressed(body);
          return { action_id: body.actions[0]?.action_id, value: (body.actions[0] as { value?: string }).value };
        });
      });
      expect(heard).toEqual(buttons.map(({ action_id, value }) => ({ action_id, value })));
      expect(fiveAtMost(elements)).toEqual(elements);
    }),
  );
});

test('what asks again, and what says more than a menu can carry, stays a button', () => {
  const many = ['a', 'b', 'c', 'd', 'e'].map((id) => button(id, id, '1'));
  const asks = { ...button('drop', 'Drop', '1'), confirm: { title: {}, text: {}, confirm: {}, deny: {} } } as never;
  const long = button('long', 'Long', 'x'.repeat(200));

  const shown = fiveAtMost([...many, asks, long]);

  expect(shown.map((it) => it.action_id)).toEqual(['a', 'b', 'drop', 'long', MORE]);
});
