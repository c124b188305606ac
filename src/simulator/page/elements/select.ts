import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Conversation } from '../../protocol.ts';
import type { ElementOf, Option } from '../blocks/kit.ts';
import { withEmoji } from '../emoji.ts';
import { type Scene, useControl, useScene, useSurface } from '../surface.ts';
import { type Choice, Combobox } from './combobox.ts';

type SelectElement = ElementOf<
  | 'static_select'
  | 'external_select'
  | 'users_select'
  | 'conversations_select'
  | 'channels_select'
  | 'multi_static_select'
  | 'multi_external_select'
  | 'multi_users_select'
  | 'multi_conversations_select'
  | 'multi_channels_select'
>;

/** Words of the options an app once suggested: a value holds only the option's own value. */
const suggested = new Map<string, Choice>();
const PAUSE_MS = 250;

export function Select({ element }: { element: SelectElement }): VNode {
  const scene = useScene();
  const { text } = scene;
  const { words: told } = useSurface();
  const { value, keep, choose, slot, aria, actionId } = useControl(element);
  const external = element.type === 'external_select' || element.type === 'multi_external_select';
  const multi = element.type.startsWith('multi_');
  const suggestions = useSuggestions(slot.blockId, actionId, external ? (element.min_query_length ?? 3) : 0);
  const choices = external ? suggestions.choices : localChoices(element, scene);
  const ids = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  const words = [...choices, ...initialChoices(element)];
  const chosen = ids.map(
    (id) =>
      words.find((one) => one.value === id) ??
      suggested.get(`${actionId}/${id}`) ?? { value: id, label: told[id] ?? id },
  );
  const before = useRef<string[]>(ids);

  return html`<${Combobox}
    choices=${choices}
    chosen=${chosen}
    multi=${multi}
    most=${'max_selected_items' in element ? element.max_selected_items : undefined}
    clearable=${slot.mode === 'input' && slot.optional}
    filtered=${external}
    note=${external ? suggestions.note : ''}
    placeholder=${element.placeholder?.text ?? text.choose}
    label=${slot.labelId ? undefined : (element.placeholder?.text ?? slot.label ?? text.choose)}
    aria=${aria}
    onQuery=${external ? suggestions.ask : undefined}
    onOpen=${() => {
      before.current = ids;
    }}
    onChange=${(picked: Choice[]) => {
      for (const one of picked) suggested.set(`${actionId}/${one.value}`, one);
      if (multi) keep(picked.map((one) => one.value));
      else void choose(picked[0]?.value ?? null);
    }}
    onClose=${(picked: Choice[]) => {
      // A multi-select speaks when its list closes, as in Slack, not at each tick.
      const now = picked.map((one) => one.value);
      if (!multi || now.join('\n') === before.current.join('\n')) return;
      const then = before.current;
      before.current = now;
      void choose(now).then((done) => {
        if (!done) keep(then);
      });
    }}
  />`;
}

function localChoices(element: SelectElement, { people, conversations, me }: Scene): Choice[] {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      return element.option_groups
        ? element.option_groups.flatMap((group) => group.options.map((one) => choiceOf(one, group.label.text)))
        : (element.options ?? []).map((one) => choiceOf(one));
    case 'users_select':
    case 'multi_users_select':
      return people
        .filter((one) => !one.isBot)
        .map((one) => ({
          value: one.id,
          label: one.name,
          hint: [one.department, one.title].filter(Boolean).join(' '),
        }));
    case 'channels_select':
    case 'multi_channels_select':
      return conversations.filter((one) => one.kind === 'channel').map(conversationChoice);
    case 'conversations_select':
    case 'multi_conversations_select': {
      const kinds = { channel: 'public', private: 'private', im: 'im', app: 'im' } as const;
      const include = element.filter?.include;
      return conversations
        .filter((one) => !include || include.includes(kinds[one.kind]))
        .filter((one) => !(element.filter?.exclude_bot_users && one.kind === 'app'))
        .filter((one) => one.withUser !== me.id)
        .map(conversationChoice);
    }
    default:
      return [];
  }
}

function initialChoices(element: SelectElement): Choice[] {
  if ('initial_option' in element && element.initial_option) return [choiceOf(element.initial_option)];
  if ('initial_options' in element && element.initial_options)
    return element.initial_options.map((one) => choiceOf(one));
  return [];
}

const choiceOf = (option: Option, group?: string): Choice => ({
  value: option.value ?? '',
  label: withEmoji(option.text.text),
  ...(option.description ? { hint: option.description.text } : {}),
  ...(group === undefined ? {} : { group }),
});

const conversationChoice = (one: Conversation): Choice => ({
  value: one.id,
  label: one.kind === 'channel' || one.kind === 'private' ? `#${one.name}` : one.name,
});

/** Asks the app for options while the person types; an answer that comes late for an older query is dropped. */
function useSuggestions(blockId: string, actionId: string, least: number) {
  const { options } = useSurface();
  const { text } = useScene();
  const [choices, setChoices] = useState<Choice[]>([]);
  const [note, setNote] = useState('');
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = (query: string) => {
    clearTimeout(timer.current);
    const turn = ++latest.current;
    if ([...query].length < least) {
      setChoices([]);
      setNote(text.typeMore(least));
      return;
    }
    setNote(text.loading);
    timer.current = setTimeout(
      async () => {
        const answer = await options(blockId, actionId, query);
        if (turn !== latest.current) return;
        if (!answer.ok) {
          setChoices([]);
          setNote(answer.sentence);
          return;
        }
        const found = answer.optionGroups
          ? answer.optionGroups.flatMap((group) =>
              group.options.map((one) => choiceOf(one as Option, group.label.text)),
            )
          : (answer.options ?? []).map((one) => choiceOf(one as Option));
        setChoices(found);
        setNote(found.length === 0 ? text.nothingFound : '');
      },
      query === '' ? 0 : PAUSE_MS,
    );
  };
  return { choices, note, ask };
}
