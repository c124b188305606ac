import type { Block, Json } from './protocol.ts';

export type JsonObject = { [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isBlock(value: unknown): value is Block {
  return isObject(value) && typeof value.type === 'string';
}

/** Undefined where the text is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Leaves out what is undefined, as JSON would. */
export function present(fields: { [key: string]: Json | undefined }): JsonObject {
  const kept: JsonObject = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value;
  return kept;
}

export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : isObject(value) && typeof value.text === 'string' ? value.text : '';

export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

export const objectsOf = (value: Json | undefined): JsonObject[] => listOf(value).filter(isObject);

export const stringOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
