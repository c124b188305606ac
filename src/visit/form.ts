import { z } from 'zod';
import { Editing } from '../register/overtaken.ts';
import { type Block, clip, context, section, type View } from '../slack/blocks.ts';
import { choice, day, drawForm, form, people, person, tick, time, words } from '../slack/form.ts';
import type { Text } from '../text/index.ts';
import { PARTNER_LEVELS } from '../vocabulary/visit.ts';
import type { Clash } from './clashes.ts';
import { MOST_STAFF, type VisitForm } from './draft.ts';
import type { Program } from './programs/rules.ts';
import { visitName } from './rules.ts';
import { whenWords } from './words.ts';

/** The form `visit_schedule`; its field names are a contract. `clashes`: the visits whose clash its writer has been shown. */
export const SCHEDULE = form({
  id: 'visit_schedule',
  metadata: z.object({ editing: Editing.optional(), clashes: z.array(z.number()).default([]) }),
  fields: {
    anyway: tick(),
    program: choice(),
    title: words(),
    date: day(),
    start_time: time(),
    end_time: time(),
    place: words(),
    district: choice(),
    purpose: words({ multiline: true }),
    partner: words(),
    partner_level: choice(),
    countries: words(),
    owner: person(),
    staff: people(MOST_STAFF),
    end_date: day(),
    more_dates: words(),
  },
});
export type Values = typeof SCHEDULE.empty;
export type Metadata = z.infer<typeof SCHEDULE.metadata>;

/** What decides how it is drawn: the office's lists, and what stands above the fields: clashes to decide on, and other lines. */
type Around = {
  programs: readonly Program[];
  districts: readonly string[];
  today: string;
  clashes?: readonly Clash[];
  lines?: readonly string[];
};

const MOST_DISTRICTS = 100; // Slack's options in one select

/** Filled with what is known; the program decides which fields there are. */
export function visitForm(values: VisitForm, metadata: Metadata, around: Around, text: Text): View {
  const { programs, districts } = around;
  const words = text.visit.form;
  const program = programs.find(({ id }) => String(id) === values.program);
  const inUse = programs.filter((it) => !it.retired || it === program);
  const usable = inUse.length > 0 ? inUse : programs; // a select without options is none
  const { district } = values;
  const known = district && !districts.includes(district) ? [...districts, district] : districts;
  const look = {
    title: metadata.editing ? words.edit : words.plan,
    submit: words.save,
    labels: { ...words.labels, anyway: words.anywayLabel },
    hints: words.hints,
    choices: {
      anyway: [{ label: words.anyway, value: 'anyway' }],
      program: usable.map((it) => ({ label: text.visit.program(it.name), value: String(it.id) })),
      district: known.slice(0, MOST_DISTRICTS).map((name) => ({ label: text.visit.district(name), value: name })),
      partner_level: PARTNER_LEVELS.map((level) => ({ label: text.visit.levels[level], value: level })),
    },
    optional: ['anyway', 'end_time', 'countries', 'staff', 'end_date', 'more_dates'] as const,
    telling: TELLING,
    show: [
      ...noteBlocks(around, text),
      ...(['program', 'title', 'date', 'start_time', 'end_time', 'place', 'district', 'purpose'] as const),
      ...(program?.counts.includes('partner') ? (['partner', 'partner_level'] as const) : []),
      ...(program?.counts.includes('countries') ? (['countries'] as const) : []),
      ...(program?.kind === 'announcement' ? [context(words.hints.announcement)] : []),
      ...(['owner', 'staff', 'end_date'] as const),
      ...(metadata.editing ? [] : (['more_dates'] as const)),
    ],
  };
  return drawForm(SCHEDULE, values, metadata, look, text);
}

/** The program decides which fields there are, day and hour which notes stand above them. */
export const TELLING = ['program', 'date', 'start_time'] as const;

const MOST_CLASHES = 5;

function noteBlocks({ clashes = [], lines = [], today }: Around, text: Text): (Block | 'anyway')[] {
  const words = text.visit.form;
  const blocks = lines.length > 0 ? [section(lines.join('\n'))] : [];
  if (clashes.length === 0) return blocks;
  const shown = clashes.slice(0, MOST_CLASHES).map((clash) => clashWords(clash, text, today));
  const more = clashes.length > MOST_CLASHES ? [words.clashes.more(String(clashes.length - MOST_CLASHES))] : [];
  return [...blocks, section([words.clashTitle, ...shown, ...more].join('\n')), 'anyway'];
}

function clashWords({ visit, kind, gap, way }: Clash, text: Text, today: string): string {
  const district = text.visit.district(visit.district);
  const other = clip(`${visitName(visit.id)} ${whenWords(visit, text, today)} ${visit.title} (${district})`, 250);
  return kind === 'overlap'
    ? text.visit.form.clashes.overlap(other)
    : text.visit.form.clashes.travel(other, String(gap), String(way));
}
