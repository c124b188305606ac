import type { types } from '@slack/bolt';
import { z } from 'zod';
import { isDay } from '../korean/days.ts';
import { type Block, clip, context, option, plain, LONGEST as SLACK, section, type View } from '../slack/blocks.ts';
import type { Text } from '../text/index.ts';
import type { VisitField } from '../vocabulary/visit.ts';
import { PARTNER_LEVELS } from '../vocabulary/visit.ts';
import type { Clash } from './clashes.ts';
import { MOST_STAFF, type VisitForm } from './draft.ts';
import type { Program } from './programs/rules.ts';
import { visitName } from './rules.ts';
import { whenWords } from './words.ts';

export const VISIT_SCHEDULE = 'visit_schedule';

/**
 * What an open form knows of itself. `key` makes a second submission of the same form find the first one's visits;
 * `clashes` are the visits whose clash the person has been shown.
 */
const Metadata = z.object({
  key: z.string().min(8),
  editing: z.object({ id: z.number(), version: z.number() }).optional(),
  clashes: z.array(z.number()).optional(),
  responseUrl: z.string().optional(),
});
export type Metadata = z.infer<typeof Metadata>;

export const readMetadata = (text: string): Metadata => Metadata.parse(JSON.parse(text));

const Typed = z.object({ value: z.object({ value: z.string().nullish() }) }).optional();
const Chosen = z.object({ value: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) }).optional();
const Dated = z.object({ value: z.object({ selected_date: z.string().nullish() }) }).optional();
const Timed = z.object({ value: z.object({ selected_time: z.string().nullish() }) }).optional();
const State = z.object({
  program: Chosen,
  title: Typed,
  date: Dated,
  start_time: Timed,
  end_date: Dated,
  end_time: Timed,
  more_dates: Typed,
  place: Typed,
  district: Chosen,
  purpose: Typed,
  owner: z.object({ value: z.object({ selected_user: z.string().nullish() }) }).optional(),
  staff: z.object({ value: z.object({ selected_users: z.array(z.string()).nullish() }) }).optional(),
  partner: Typed,
  partner_level: Chosen,
  countries: Typed,
  anyway: z.object({ value: z.object({ selected_options: z.array(z.unknown()).nullish() }) }).optional(),
});

/** Reads the form's state (`view.state.values`), submitted or half filled. */
export function readForm(values: unknown): { form: VisitForm; anyway: boolean } {
  const state = State.parse(values);
  return {
    anyway: (state.anyway?.value.selected_options ?? []).length > 0,
    form: {
      program: state.program?.value.selected_option?.value ?? null,
      title: state.title?.value.value ?? null,
      date: state.date?.value.selected_date ?? null,
      start_time: state.start_time?.value.selected_time ?? null,
      end_date: state.end_date?.value.selected_date ?? null,
      end_time: state.end_time?.value.selected_time ?? null,
      more_dates: state.more_dates?.value.value ?? null,
      place: state.place?.value.value ?? null,
      district: state.district?.value.selected_option?.value ?? null,
      purpose: state.purpose?.value.value ?? null,
      owner: state.owner?.value.selected_user ?? null,
      staff: state.staff?.value.selected_users ?? [],
      partner: state.partner?.value.value ?? null,
      partner_level: state.partner_level?.value.selected_option?.value ?? null,
      countries: state.countries?.value.value ?? null,
    },
  };
}

export const EMPTY_FORM: VisitForm = {
  program: null,
  title: null,
  date: null,
  start_time: null,
  end_date: null,
  end_time: null,
  more_dates: null,
  place: null,
  district: null,
  purpose: null,
  owner: null,
  staff: [],
  partner: null,
  partner_level: null,
  countries: null,
};

/** What stands above the fields: clashes to decide on, days off, and what of a line could not be read. */
export type Notes = { clashes?: readonly Clash[]; lines?: readonly string[] };

type Known = { programs: readonly Program[]; districts: readonly string[]; today: string };

/** The form `visit_schedule`, filled with what is known; its field names are a contract. */
export function visitForm(
  form: VisitForm,
  metadata: Metadata,
  notes: Notes,
  { programs, districts, today }: Known,
  text: Text,
): View {
  const words = text.visit.form;
  const program = programs.find(({ id }) => String(id) === form.program);
  const input = (block_id: VisitField, element: types.InputBlock['element'], optional = false, dispatch = false) => {
    const hint = block_id in words.hints ? words.hints[block_id as keyof typeof words.hints] : undefined;
    const block: types.InputBlock = {
      type: 'input',
      block_id,
      label: plain(words.labels[block_id]),
      element,
      optional,
      ...(dispatch ? { dispatch_action: true } : {}),
      ...(hint ? { hint: plain(hint) } : {}),
    };
    return block;
  };
  const line = (field: TextField, multiline = false): types.PlainTextInput => ({
    type: 'plain_text_input',
    action_id: 'value',
    ...(multiline ? { multiline } : {}),
    ...(form[field] ? { initial_value: clip(form[field], SLACK.initial) } : {}),
  });
  const date = (field: 'date' | 'end_date'): types.Datepicker => ({
    type: 'datepicker',
    action_id: 'value',
    ...(form[field] && isDay(form[field]) ? { initial_date: form[field] } : {}),
  });
  const time = (field: 'start_time' | 'end_time'): types.Timepicker => ({
    type: 'timepicker',
    action_id: 'value',
    ...(form[field] && /^\d{2}:\d{2}$/.test(form[field]) ? { initial_time: form[field] } : {}),
  });
  const inUse = programs.filter((it) => !it.retired || it === program);
  const usable = inUse.length > 0 ? inUse : programs; // a select without options is none
  const districtsShown =
    form.district && !districts.includes(form.district) ? [...districts, form.district] : districts;

  return {
    type: 'modal',
    callback_id: VISIT_SCHEDULE,
    private_metadata: JSON.stringify(metadata),
    title: plain(metadata.editing ? words.edit : words.plan),
    submit: plain(words.save),
    close: plain(text.expense.form.cancel),
    blocks: [
      ...noteBlocks(notes, text, today),
      input(
        'program',
        select(
          usable.map((it) => option(text.visit.program(it.name), String(it.id))),
          form.program,
          text,
        ),
        false,
        true,
      ),
      input('title', line('title')),
      input('date', date('date'), false, true),
      input('start_time', time('start_time'), false, true),
      input('end_time', time('end_time'), true),
      input('place', line('place')),
      input(
        'district',
        select(
          districtsShown.slice(0, 100).map((name) => option(text.visit.district(name), name)),
          form.district,
          text,
        ),
      ),
      input('purpose', line('purpose', true)),
      ...(program?.counts.includes('partner')
        ? [
            input('partner', line('partner')),
            input(
              'partner_level',
              select(
                PARTNER_LEVELS.map((level) => option(text.visit.levels[level], level)),
                form.partner_level,
                text,
              ),
            ),
          ]
        : []),
      ...(program?.counts.includes('countries') ? [input('countries', line('countries'), true)] : []),
      ...(program?.kind === 'announcement' ? [context(words.hints.announcement)] : []),
      input('owner', { type: 'users_select', action_id: 'value', ...(form.owner ? { initial_user: form.owner } : {}) }),
      input(
        'staff',
        {
          type: 'multi_users_select',
          action_id: 'value',
          max_selected_items: MOST_STAFF,
          ...(form.staff.length > 0 ? { initial_users: form.staff.slice(0, MOST_STAFF) } : {}),
        },
        true,
      ),
      input('end_date', date('end_date'), true),
      ...(metadata.editing ? [] : [input('more_dates', line('more_dates'), true)]),
    ],
  };
}

type TextField = 'title' | 'place' | 'purpose' | 'more_dates' | 'partner' | 'countries';

function select(options: types.PlainTextOption[], chosen: string | null, text: Text): types.StaticSelect {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'static_select',
    action_id: 'value',
    placeholder: plain(text.visit.form.choose),
    options,
    ...(initial ? { initial_option: initial } : {}),
  };
}

const MOST_CLASHES = 5;

function noteBlocks({ clashes = [], lines = [] }: Notes, text: Text, today: string): Block[] {
  const words = text.visit.form;
  const blocks: Block[] = lines.length > 0 ? [section(lines.join('\n'))] : [];
  if (clashes.length === 0) return blocks;
  const shown = clashes.slice(0, MOST_CLASHES).map((clash) => clashWords(clash, text, today));
  const more = clashes.length > MOST_CLASHES ? [words.clashes.more(String(clashes.length - MOST_CLASHES))] : [];
  return [
    ...blocks,
    section([words.clashTitle, ...shown, ...more].join('\n')),
    {
      type: 'input',
      block_id: 'anyway',
      optional: true,
      label: plain(words.anywayLabel),
      element: { type: 'checkboxes', action_id: 'value', options: [option(words.anyway, 'anyway')] },
    },
  ];
}

export function clashWords({ visit, kind, gap, way }: Clash, text: Text, today: string): string {
  const district = text.visit.district(visit.district);
  const other = clip(`${visitName(visit.id)} ${whenWords(visit, text, today)} ${visit.title} (${district})`, 250);
  return kind === 'overlap'
    ? text.visit.form.clashes.overlap(other)
    : text.visit.form.clashes.travel(other, String(gap), String(way));
}
