import type { FieldProblem } from './action.ts';
import type { Placed } from './elements.ts';
import { type JsonObject, listOf, stringOf } from './json.ts';
import { LIMITS } from './limits.ts';
import type { Value, Values } from './protocol.ts';
import { type Known, optionsOf, valueAt } from './values.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Slack sends no submission while this finds anything. */
export function formProblems(placed: readonly Placed[], values: Values, known: Known): FieldProblem[] {
  return placed.flatMap((it) => {
    const value = valueAt(values, it);
    const found = isEmpty(value) ? emptyProblem(it) : filledProblem(it, value, known);
    return found ? [{ blockId: it.blockId, ...found }] : [];
  });
}

type Found = Omit<FieldProblem, 'blockId'>;

const isEmpty = (value: Value): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const emptyProblem = ({ input }: Placed): Found | undefined =>
  input && input.optional !== true ? { problem: 'required' } : undefined;

function filledProblem(it: Placed, value: Value, known: Known): Found | undefined {
  const { element, type } = it;
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
  switch (type) {
    case 'plain_text_input':
      return lengthProblem(element, text);
    case 'number_input':
      return numberProblem(element, text);
    case 'email_text_input':
      return EMAIL.test(text) ? undefined : { problem: 'not_an_email' };
    case 'url_text_input':
      return URL.canParse(text) ? undefined : { problem: 'not_a_url' };
    case 'datepicker':
      return DATE.test(text) ? undefined : { problem: 'not_a_date' };
    case 'timepicker':
      return TIME.test(text) ? undefined : { problem: 'not_a_date' };
    case 'datetimepicker':
      return typeof value === 'number' ? undefined : { problem: 'not_a_date' };
    case 'file_input':
      return fileProblem(element, value, known);
    case 'radio_buttons':
    case 'static_select':
    case 'checkboxes':
    case 'multi_static_select':
    case 'external_select':
    case 'multi_external_select':
      return optionProblem(it, value, known);
    default:
      return countProblem(element, value);
  }
}

function lengthProblem(element: JsonObject, text: string): Found | undefined {
  const length = [...text].length;
  const least = numberOr(element.min_length, 0);
  const most = numberOr(element.max_length, LIMITS.textInput);
  if (length < least) return { problem: 'too_short', limit: least };
  return length > most ? { problem: 'too_long', limit: most } : undefined;
}

function numberProblem(element: JsonObject, text: string): Found | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return { problem: 'not_a_number' };
  if (element.is_decimal_allowed !== true && text.includes('.')) return { problem: 'no_decimals' };
  const least = numberOr(element.min_value, -Infinity);
  const most = numberOr(element.max_value, Infinity);
  if (Number(text) < least) return { problem: 'too_small', limit: least };
  return Number(text) > most ? { problem: 'too_large', limit: most } : undefined;
}

function fileProblem(element: JsonObject, value: Value, known: Known): Found | undefined {
  const ids = Array.isArray(value) ? value : [];
  const most = numberOr(element.max_files, LIMITS.filesPerInput);
  if (ids.length > most) return { problem: 'too_many', limit: most };
  const types = listOf(element.filetypes);
  const fits = ids.every((id) => {
    const file = known.file(id);
    const names = [stringOf(file?.filetype), stringOf(file?.name).split('.').at(-1)?.toLowerCase() ?? ''];
    return file && (types.length === 0 || names.some((it) => types.includes(it)));
  });
  return fits ? undefined : { problem: 'wrong_file_type' };
}

function optionProblem({ element, type }: Placed, value: Value, known: Known): Found | undefined {
  const wanted = Array.isArray(value) ? value : [String(value)];
  const initial = [element.initial_option, ...listOf(element.initial_options)];
  const offered = new Set(
    [...optionsOf(element), ...initial].flatMap((it) =>
      it && typeof it === 'object' && 'value' in it ? it.value : [],
    ),
  );
  const external = type.endsWith('external_select');
  const unknown = wanted.some((it) => !offered.has(it) && !(external && known.options.has(it)));
  return unknown ? { problem: 'not_an_option' } : countProblem(element, value);
}

function countProblem(element: JsonObject, value: Value): Found | undefined {
  const most = numberOr(element.max_selected_items, Infinity);
  return Array.isArray(value) && value.length > most ? { problem: 'too_many', limit: most } : undefined;
}

function numberOr(value: unknown, otherwise: number): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : otherwise;
}
