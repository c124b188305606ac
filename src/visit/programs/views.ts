import { formatWon } from '../../korean/won.ts';
import type { FieldWords } from '../../people/history/views.ts';
import { MayEdit } from '../../register/overtaken.ts';
import { type Block, button, escaped, header, section, type View } from '../../slack/blocks.ts';
import { boxes, choice, drawForm, form, tick, words } from '../../slack/form.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import { COUNTED, isCounted, isProgramKind, PROGRAM_KINDS } from '../../vocabulary/visit.ts';
import type { Program } from './rules.ts';

export const PROGRAM_OPEN = 'program_open';
export const PROGRAM_PAGE = 'program_page';

/** Rows on a page: a message takes fifty blocks. */
export const PROGRAMS_SHOWN = 40;

export function programsMessage(programs: readonly Program[], offset: number, mayChange: boolean, text: Text): Message {
  const words = text.visit.programs;
  const shown = programs.slice(offset, offset + PROGRAMS_SHOWN);
  const lines = shown.map((program) => programLine(program, text));
  const count = words.count(formatWon(programs.length));
  const blocks: Block[] = [header(words.title), section(count)];
  for (const [i, program] of shown.entries()) {
    blocks.push(
      section(lines[i] ?? '', mayChange ? button(PROGRAM_OPEN, words.change, String(program.id)) : undefined),
    );
  }
  const of = { count: programs.length, size: PROGRAMS_SHOWN };
  blocks.push(...pager(PROGRAM_PAGE, { query: '', offset }, of, text));
  if (mayChange) blocks.push({ type: 'actions', elements: [button(PROGRAM_OPEN, words.add, 'new', 'primary')] });
  return { text: escaped([words.title, count, ...lines].join('\n')), blocks };
}

function programLine({ name, kind, counts, retired }: Program, text: Text): string {
  const words = text.visit.programs;
  const counted = counts.map((it) => words.counted[it]).join(', ');
  return [...new Set([text.visit.program(name), text.visit.kinds[kind]]), counted, retired ? words.retiredWord : '']
    .filter(Boolean)
    .join(' · ');
}

/** The form that adds a program, or changes one. */
export const PROGRAM = form({
  id: 'visit_program',
  metadata: MayEdit,
  fields: { name: words(), kind: choice(), counts: boxes(), retired: tick() },
});

export function programForm(program: Program | null, text: Text): View {
  const { add, formTitle, name, kind, counts, counted, retired, retiredOption } = text.visit.programs;
  const fields = ['name', 'kind', 'counts'] as const;
  const look = {
    title: program ? formTitle : add,
    submit: text.visit.form.save,
    labels: { name, kind, counts, retired },
    choices: {
      kind: PROGRAM_KINDS.map((it) => ({ label: text.visit.kinds[it], value: it })),
      counts: COUNTED.map((it) => ({ label: counted[it], value: it })),
      retired: [{ label: retiredOption, value: 'retired' }],
    },
    optional: ['counts', 'retired'] as const,
    show: program ? ([...fields, 'retired'] as const) : fields,
  };
  const editing = program ? { id: program.id, version: program.version } : undefined;
  return drawForm(PROGRAM, program ?? {}, { editing }, look, text);
}

/** How a program's changes are said. */
export const historyWords = (text: Text): FieldWords => {
  const { name, kind, counts, retired, counted, retiredWord } = text.visit.programs;
  return {
    fields: { name, kind, counts, retired },
    value(field, value) {
      if (isProgramKind(value) && field === 'kind') return text.visit.kinds[value];
      if (field === 'counts' && Array.isArray(value))
        return value
          .filter(isCounted)
          .map((it) => counted[it])
          .join(', ');
      return field === 'retired' ? (value ? retiredWord : '–') : null;
    },
  };
};
