import type { Path } from './rule.ts';

export type Properties = Record<string, unknown>;
export type Part = { path: Path; type: string; value: Properties };
export type BlockPart = Part & { elements: Part[] };

export function isProperties(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All blocks of a payload, those in containers and carousels too, each with its elements; right or wrong as they may be. */
export function blockParts(blocks: unknown, base: Path): BlockPart[] {
  return partsOf(blocks, base).flatMap((part) => [
    { ...part, elements: elementsOf(part) },
    ...blockParts(part.value.child_blocks, [...part.path, 'child_blocks']),
    ...(part.type === 'carousel' ? blockParts(part.value.elements, [...part.path, 'elements']) : []),
  ]);
}

const NO_ELEMENTS = new Set(['rich_text', 'carousel']);

function elementsOf({ path, type, value }: Part): Part[] {
  if (NO_ELEMENTS.has(type)) return [];
  return [
    ...partsOf(value.elements, [...path, 'elements']),
    ...partsOf(value.actions, [...path, 'actions']),
    ...partOf(value.accessory, [...path, 'accessory']),
    ...partOf(value.element, [...path, 'element']),
  ];
}

function partsOf(values: unknown, path: Path): Part[] {
  return Array.isArray(values) ? values.flatMap((value, index) => partOf(value, [...path, index])) : [];
}

function partOf(value: unknown, path: Path): Part[] {
  if (!isProperties(value)) return [];
  return [{ path, type: typeof value.type === 'string' ? value.type : '', value }];
}
