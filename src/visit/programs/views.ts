import { type Block, button, context, escaped, header, option, plain, section, type View } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import { COUNTED, PROGRAM_KINDS } from '../../vocabulary/visit.ts';
import type { Program } from './rules.ts';

export const PROGRAM_OPEN = 'program_open';
export const PROGRAM_FORM = 'visit_program';

/** Rows on a page: a message takes fifty blocks. */
export const PROGRAMS_SHOWN = 40;

export function programsMessage(programs: readonly Program[], mayChange: boolean, text: Text): Message {
  const words = text.visit.programs;
  const lines = programs.map((program) => programLine(program, text));
  const blocks: Block[] = [header(words.title)];
  for (const [i, program] of programs.slice(0, PROGRAMS_SHOWN).entries()) {
    blocks.push(
      section(lines[i] ?? '', mayChange ? button(PROGRAM_OPEN, words.change, String(program.id)) : undefined),
    );
  }
  const rest = lines.slice(PROGRAMS_SHOWN);
  if (rest.length > 0) blocks.push(context(rest.join(' / ')));
  if (mayChange) blocks.push({ type: 'actions', elements: [button(PROGRAM_OPEN, words.add, 'new', 'primary')] });
  return { text: escaped([words.title, ...lines].join('\n')), blocks };
}

function programLine({ name, kind, counts, retired }: Program, text: Text): string {
  const words = text.visit.programs;
  const counted = counts.map((it) => words.counted[it]).join(', ');
  return [text.visit.program(name), text.visit.kinds[kind], counted, retired ? words.retiredWord : '']
    .filter(Boolean)
    .join(' · ');
}

/** Adds a program, or changes `program`. */
export function programForm(program: Program | null, metadata: string, text: Text): View {
  const words = text.visit.programs;
  const kinds = PROGRAM_KINDS.map((kind) => option(text.visit.kinds[kind], kind));
  const kind = kinds.find(({ value }) => value === program?.kind);
  const counts = COUNTED.map((it) => option(words.counted[it], it));
  const counted = counts.filter(({ value }) => program?.counts.some((it) => it === value));
  const retired = [option(words.retiredOption, 'retired')];
  return {
    type: 'modal',
    callback_id: PROGRAM_FORM,
    private_metadata: metadata,
    title: plain(words.formTitle),
    submit: plain(text.visit.form.save),
    close: plain(text.expense.form.cancel),
    blocks: [
      {
        type: 'input',
        block_id: 'name',
        label: plain(words.name),
        element: { type: 'plain_text_input', action_id: 'value', ...(program ? { initial_value: program.name } : {}) },
      },
      {
        type: 'input',
        block_id: 'kind',
        label: plain(words.kind),
        element: {
          type: 'static_select',
          action_id: 'value',
          options: kinds,
          ...(kind ? { initial_option: kind } : {}),
        },
      },
      {
        type: 'input',
        block_id: 'counts',
        optional: true,
        label: plain(words.counts),
        element: {
          type: 'checkboxes',
          action_id: 'value',
          options: counts,
          ...(counted.length > 0 ? { initial_options: counted } : {}),
        },
      },
      ...(program
        ? [
            {
              type: 'input' as const,
              block_id: 'retired',
              optional: true,
              label: plain(words.retired),
              element: {
                type: 'checkboxes' as const,
                action_id: 'value',
                options: retired,
                ...(program.retired ? { initial_options: retired } : {}),
              },
            },
          ]
        : []),
    ],
  };
}
