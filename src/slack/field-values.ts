import { z } from 'zod';
import { clip, LONGEST } from './blocks.ts';

const Option = z.looseObject({ value: z.string(), text: z.looseObject({ text: z.string() }).optional() });
const Value = z.object({
  value: z.string().nullish(),
  selected_option: Option.nullish(),
  selected_options: z.array(Option).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  files: z
    .array(
      z.object({
        id: z.string().nullish(),
        name: z.string().nullish(),
        url_private: z.string().nullish(),
        size: z.number().nullish(),
      }),
    )
    .nullish(),
});
const At = z.object({ value: Value }).partial();
const State = z.record(z.string(), At);

/** `size` in bytes, as Slack says it. */
export type FileField = {
  id: string;
  name: string;
  url: string | null;
  size: number | null;
};
export type Fields = {
  one(field: string): string | null;
  many(field: string): string[];
  files(field: string): FileField[];
  file(field: string): { name: string; url: string } | null;
  /** As the person reads it; `''` where nothing stands. */
  said(field: string): string;
};

/** What stands in a submitted form (`view.state.values`), by field. */
export function readFields(values: unknown): Fields {
  const state = State.parse(values);
  const at = (field: string) => state[field]?.value;
  const one = (field: string) => {
    const value = at(field);
    const chosen = value?.selected_option?.value ?? value?.selected_date ?? value?.selected_time;
    return value?.value ?? chosen ?? value?.selected_user ?? value?.selected_conversation ?? null;
  };
  const files = (field: string) =>
    (at(field)?.files ?? []).map(({ id, name, url_private, size }) => ({
      id: id ?? '',
      name: name || id || 'file',
      url: url_private ?? null,
      size: size ?? null,
    }));
  return {
    one,
    many: (field) =>
      (at(field)?.selected_options ?? []).map(({ value }) => value).concat(at(field)?.selected_users ?? []),
    files,
    file(field) {
      const [file] = files(field);
      return file?.url ? { name: file.name, url: file.url } : null;
    },
    said(field) {
      const value = at(field);
      const options = [...(value?.selected_option ? [value.selected_option] : []), ...(value?.selected_options ?? [])];
      const chosen = options.map((it) => it.text?.text ?? it.value);
      const named = [...chosen, ...(value?.selected_users ?? []), ...files(field).map(({ name }) => name)];
      return named.length > 0 ? named.join(', ') : (one(field) ?? '');
    },
  };
}

/** What an element begins with, so that it shows what stands in the form now: all that it began with before is left out. */
export function initialOf(element: { type: string }, state: unknown): Record<string, unknown> {
  const value = At.safeParse(state).data?.value;
  if (!value || element.type === 'file_input') return {};
  const some = <T>(list: readonly T[] | null | undefined) => (list && list.length > 0 ? list : undefined);
  return {
    initial_value: value.value ? clip(value.value, LONGEST.initial) : undefined,
    initial_option: value.selected_option ?? undefined,
    initial_options: some(value.selected_options),
    initial_date: value.selected_date ?? undefined,
    initial_time: value.selected_time ?? undefined,
    initial_user: value.selected_user ?? undefined,
    initial_users: some(value.selected_users),
    initial_conversation: value.selected_conversation ?? undefined,
  };
}
