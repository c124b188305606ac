import { BLOCK_SURFACES, ELEMENT_SURFACES, SURFACES, type Surface } from './limits.ts';
import type { BlockPart, Part } from './parts.ts';
import { type Problem, pathText } from './rule.ts';

const PLACES: Record<Surface, string> = { message: 'a message', modal: 'a modal', home: 'a Home tab' };

/** What stands where Slack does not take it, though it would elsewhere. */
export function surfaceProblems(blocks: readonly BlockPart[], surface: Surface): Problem[] {
  return blocks.flatMap((block) => {
    const itself = misplaced(block, BLOCK_SURFACES, surface);
    if (itself.length > 0) return itself;
    return block.elements.flatMap((element) => [
      ...misplaced(element, ELEMENT_SURFACES, surface),
      ...strayResponseUrl(element, block, surface),
    ]);
  });
}

function misplaced({ path, type }: Part, table: Record<string, readonly Surface[]>, surface: Surface): Problem[] {
  const surfaces = Object.hasOwn(table, type) ? table[type] : undefined;
  if (surfaces === undefined || surfaces.includes(surface)) return [];
  const elsewhere = surfaces.length > 0 ? `, only in ${surfaces.map((each) => PLACES[each]).join(' or ')}` : '';
  return [{ path: pathText([...path, 'type']), rule: `${type} cannot stand in ${PLACES[surface]}${elsewhere}` }];
}

/** D select menu: “only works with menus in input blocks in modals”. */
function strayResponseUrl(element: Part, block: Part, surface: Surface): Problem[] {
  if (element.value.response_url_enabled !== true || (surface === 'modal' && block.type === 'input')) return [];
  const path = pathText([...element.path, 'response_url_enabled']);
  return [{ path, rule: 'only for menus in the input blocks of a modal' }];
}

/** The surface that blocks of unknown destination are for: the first that takes them all, or else a message. */
export function likelySurface(blocks: readonly BlockPart[]): Surface {
  return SURFACES.find((surface) => surfaceProblems(blocks, surface).length === 0) ?? 'message';
}
