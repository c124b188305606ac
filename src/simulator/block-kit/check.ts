import { z } from 'zod';
import { block } from './blocks.ts';
import { LIMITS, type Surface } from './limits.ts';
import { message } from './message.ts';
import { type BlockPart, blockParts, isProperties, type Properties } from './parts.ts';
import { type Path, type Problem, problemsOf } from './rule.ts';
import { likelySurface, surfaceProblems } from './surface.ts';
import { messageTotals } from './totals.ts';
import { repeatedBetween, uniqueProblems } from './unique.ts';
import { home, modal, viewBlocks } from './view.ts';

export type { Surface } from './limits.ts';
export type { Problem } from './rule.ts';

/**
 * Would Slack take this payload on this surface? It is a message, a view, {"blocks":[…]}, an array of blocks or one block.
 * Every reason against it is returned; an empty list means yes.
 */
export function checkPayload(payload: unknown, surface: Surface): Problem[] {
  if (Array.isArray(payload)) return checkBlocks(payload, surface);
  if (!isProperties(payload)) return [{ path: '', rule: 'must be a message, a view or a block: a JSON object' }];
  if (isMessage(payload) && surface === 'message') return checkMessage(payload);
  if (isView(payload)) return checkView(payload, surface);
  if ('type' in payload) return checkBlocks([payload], surface, true);
  if (surface === 'message') return checkMessage(payload);
  return Object.keys(payload).every((key) => key === 'blocks')
    ? checkBlocks(payload.blocks, surface)
    : checkView(payload, surface);
}

/** The surface a payload is for, as far as it says so itself. */
export function surfaceOf(payload: unknown): Surface {
  if (Array.isArray(payload)) return likelySurface(blockParts(payload, []));
  if (!isProperties(payload) || isMessage(payload)) return 'message';
  if (isView(payload)) return payload.type === 'home' ? 'home' : 'modal';
  if ('type' in payload) return likelySurface(blockParts([payload], []));
  const onlyBlocks = Object.keys(payload).every((key) => key === 'blocks');
  return onlyBlocks ? likelySurface(blockParts(payload.blocks, [])) : 'message';
}

/** Read back from Slack, a message names its type; chat.update passes over it. */
function isMessage(payload: Properties): boolean {
  return payload.type === 'message' && 'blocks' in payload;
}

const VIEW_TYPES: unknown[] = ['modal', 'home'];
const VIEW_KEYS = ['title', 'submit', 'close', 'callback_id', 'private_metadata', 'external_id'];

/** One whose type is missing or misspelt is still meant as one. */
function isView(payload: Properties): boolean {
  if (VIEW_TYPES.includes(payload.type)) return true;
  return 'blocks' in payload && ('type' in payload || VIEW_KEYS.some((key) => key in payload));
}

function checkMessage(payload: Properties): Problem[] {
  const lists = messageLists(payload);
  const parts = lists.flat();
  const apart = [...surfaceProblems(parts, 'message'), ...lists.flatMap(uniqueProblems)];
  return [...shape(message, payload), ...apart, ...messageTotals(parts)];
}

/** What Slack takes and advises against: block_ids that come again between a message's blocks and its attachments. */
export const adviceOn = (payload: unknown): Problem[] =>
  isProperties(payload) && !isView(payload) ? repeatedBetween(messageLists(payload)) : [];

/** The blocks of a message, and of each of its attachments. */
function messageLists(payload: Properties): BlockPart[][] {
  const attachments = Array.isArray(payload.attachments) ? payload.attachments : [];
  const blocksOf = (each: unknown) => (isProperties(each) ? each.blocks : undefined);
  return [
    blockParts(payload.blocks, ['blocks']),
    ...attachments.map((each, index) => blockParts(blocksOf(each), ['attachments', index, 'blocks'])),
  ];
}

function checkView(view: Properties, surface: Surface): Problem[] {
  if (view.type !== surface) {
    const wanted = surface === 'message' ? 'a message, which has no type' : surface;
    const rule = view.type === undefined ? 'required' : `must be ${wanted}, this is ${String(view.type)}`;
    return [{ path: 'type', rule }];
  }
  const parts = blockParts(view.blocks, ['blocks']);
  return [...shape(surface === 'home' ? home : modal, view), ...together(parts, surface), ...size(view)];
}

function size(view: Properties): Problem[] {
  const bytes = Buffer.byteLength(JSON.stringify(view));
  if (bytes <= LIMITS.viewBytes) return [];
  return [{ path: '', rule: `at most ${LIMITS.viewBytes} bytes of JSON in a view, this has ${bytes}` }];
}

const messageBlocks = z.array(block).min(1).max(LIMITS.messageBlocks);

function checkBlocks(blocks: unknown, surface: Surface, alone = false): Problem[] {
  if (alone && Array.isArray(blocks)) {
    const parts = blockParts(blocks, []);
    return [...shape(block, blocks[0]), ...together(parts, surface).map(withoutIndex)];
  }
  const parts = blockParts(blocks, ['blocks']);
  const problems = shape(surface === 'message' ? messageBlocks : viewBlocks, blocks, ['blocks']);
  const totals = surface === 'message' ? messageTotals(parts) : [];
  return [...problems, ...together(parts, surface), ...totals];
}

function withoutIndex(problem: Problem): Problem {
  return { ...problem, path: problem.path.replace(/^\[0\]\.?/, '') };
}

function together(parts: readonly BlockPart[], surface: Surface): Problem[] {
  return [...surfaceProblems(parts, surface), ...uniqueProblems(parts)];
}

function shape(schema: z.ZodType, value: unknown, base: Path = []): Problem[] {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? [] : problemsOf(parsed.error.issues, base);
}
