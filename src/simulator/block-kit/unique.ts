import type { BlockPart } from './parts.ts';
import { type Path, type Problem, pathText } from './rule.ts';

/** block_ids are unique in a payload, action_ids in a block, and one element at most takes the focus. */
export function uniqueProblems(blocks: readonly BlockPart[]): Problem[] {
  return [
    ...repeated(blocks, 'block_id', 'the payload'),
    ...blocks.flatMap((block) => repeated(block.elements, 'action_id', 'its block')),
    ...focused(blocks),
  ];
}

/** block_ids that stand in several of these lists. */
export function repeatedBetween(lists: readonly (readonly BlockPart[])[]): Problem[] {
  const before = new Set<unknown>();
  return lists.flatMap((blocks) => {
    const ids = blocks.filter(({ value }) => typeof value.block_id === 'string');
    const again = ids.filter(({ value }) => before.has(value.block_id));
    for (const { value } of ids) before.add(value.block_id);
    return again.map(({ path, value }) => ({
      path: pathText([...path, 'block_id']),
      rule: `should be unique in the message, attachments included, “${value.block_id}” is used before`,
    }));
  });
}

function repeated(
  parts: readonly { path: Path; value: Record<string, unknown> }[],
  key: string,
  where: string,
): Problem[] {
  const seen = new Set<unknown>();
  return parts.flatMap(({ path, value }) => {
    const id = value[key];
    if (typeof id !== 'string') return [];
    const again = seen.has(id);
    seen.add(id);
    return again ? [{ path: pathText([...path, key]), rule: `must be unique in ${where}, “${id}” is used twice` }] : [];
  });
}

function focused(blocks: readonly BlockPart[]): Problem[] {
  return blocks
    .flatMap((block) => block.elements)
    .filter((element) => element.value.focus_on_load === true)
    .slice(1)
    .map(({ path }) => ({ path: pathText([...path, 'focus_on_load']), rule: 'only one element can take the focus' }));
}
