import { z } from 'zod';
import { checkPayload, type Problem } from './block-kit/check.ts';
import type { Content } from './content.ts';
import { withIds } from './elements.ts';
import { isBlock, type JsonObject, objectsOf } from './json.ts';
import { LIMITS } from './limits.ts';
import { unshownPictures } from './pictures.ts';
import type { Block, Json } from './protocol.ts';
import type { Refusal, Slack } from './slack.ts';

/** What a form or Home tab shows, after Slack's checks. */
export type Drawn = {
  type: 'modal' | 'home';
  callbackId: string;
  title?: JsonObject;
  submit?: JsonObject;
  close?: JsonObject;
  blocks: Block[];
  privateMetadata: string;
  externalId: string;
  notifyOnClose: boolean;
  clearOnClose: boolean;
  submitDisabled: boolean;
};

const json = z.json();
const jsonObject = z.record(z.string(), json);

const contentShape = z.object({
  text: z.string().nullish(),
  blocks: z.array(jsonObject).nullish(),
  attachments: z.array(jsonObject).nullish(),
  metadata: jsonObject.nullish(),
});

/** As @slack/types has it: plain values, or objects of them, or lists of those. */
const plainValue = z.union([z.string(), z.number(), z.boolean()]);
const flat = z.record(z.string(), plainValue);
const metadataShape = z.object({
  event_type: z.string().regex(/^[A-Za-z0-9_]+$/),
  event_payload: z.record(z.string(), z.union([plainValue, flat, z.array(flat)])),
});

const text = jsonObject.nullish();
const viewShape = z.object({
  type: z.enum(['modal', 'home']),
  callback_id: z.string().nullish(),
  title: text,
  submit: text,
  close: text,
  blocks: z.array(jsonObject),
  private_metadata: z.string().nullish(),
  external_id: z.string().nullish(),
  notify_on_close: z.boolean().nullish(),
  clear_on_close: z.boolean().nullish(),
  submit_disabled: z.boolean().nullish(),
});

export function readContent(slack: Slack, body: JsonObject, emptyIsFine = false): Content | Refusal {
  const parsed = contentShape.safeParse(body);
  if (!parsed.success) return shapeRefusal('invalid_arguments', parsed.error);
  const { text, blocks, attachments, metadata } = parsed.data;
  const empty = !text && !blocks?.length && !attachments?.length;
  if (empty && !emptyIsFine) return { error: 'no_text' };
  if ([...(text ?? '')].length > LIMITS.messageText) return { error: 'msg_too_long' };
  const shown = { ...(text ? { text } : {}), ...(blocks ? { blocks } : {}) };
  const refusedMetadata = metadata ? metadataError(metadata) : undefined;
  if (refusedMetadata) return { error: refusedMetadata };
  const broken = empty ? [] : checkPayload(shown, 'message');
  if (broken.length > 0) return { error: messageError(broken), messages: pointers(broken) };
  const unshown = unshownPictures(slack, blocks ?? []);
  if (unshown.length > 0) return { error: 'invalid_blocks', messages: unshown };
  return {
    text: text ?? '',
    ...(blocks ? { blocks: withIds(blocks.filter(isBlock), slack.ids.blockId) } : {}),
    ...(attachments ? { attachments } : {}),
    ...(metadata ? { metadata } : {}),
  };
}

export function readView(slack: Slack, body: Json | undefined, surface: 'modal' | 'home'): Drawn | Refusal {
  const parsed = viewShape.safeParse(body);
  if (!parsed.success) return shapeRefusal('invalid_arguments', parsed.error);
  const view = parsed.data;
  if (view.type !== surface) {
    return {
      error: 'invalid_arguments',
      messages: [`[ERROR] a ${view.type} view where a ${surface} view belongs [json-pointer:/view/type]`],
    };
  }
  if (Buffer.byteLength(JSON.stringify(body)) > LIMITS.viewBytes) return { error: 'view_too_large' };
  const broken = checkPayload(body, surface);
  if (broken.length > 0) return { error: 'invalid_arguments', messages: pointers(broken) };
  return {
    type: view.type,
    callbackId: view.callback_id ?? '',
    ...(view.title ? { title: view.title } : {}),
    ...(view.submit ? { submit: view.submit } : {}),
    ...(view.close ? { close: view.close } : {}),
    blocks: withIds(view.blocks.filter(isBlock), slack.ids.blockId),
    privateMetadata: view.private_metadata ?? '',
    externalId: view.external_id ?? '',
    notifyOnClose: view.notify_on_close ?? false,
    clearOnClose: view.clear_on_close ?? false,
    submitDisabled: view.submit_disabled ?? false,
  };
}

/** Options for an external select: checked as if they stood in a menu of a form. */
export function readOptions(body: JsonObject): { options: JsonObject[]; groups: JsonObject[] } | Refusal {
  const options = objectsOf(body.options);
  const groups = objectsOf(body.option_groups);
  if (!('options' in body) && !('option_groups' in body)) return { error: 'no options or option_groups' };
  if (options.length === 0 && groups.length === 0) return { options, groups };
  const menu = {
    type: 'static_select',
    action_id: 'a',
    ...('options' in body ? { options } : { option_groups: groups }),
  };
  const view = {
    type: 'modal',
    title: { type: 'plain_text', text: 'x' },
    blocks: [{ type: 'actions', elements: [menu] }],
  };
  const broken = checkPayload(view, 'modal');
  return broken.length > 0
    ? { error: 'options not as Slack wants them', messages: pointers(broken) }
    : { options, groups };
}

export const isRefusal = (it: object): it is Refusal => 'error' in it;

/** As Slack writes them: `[ERROR] at most 75 characters [json-pointer:/blocks/0/text]`. */
const pointers = (broken: Problem[]): string[] =>
  broken.map((it) => `[ERROR] ${it.rule} [json-pointer:${pointer(it.path.split(/[.[\]]+/).filter(Boolean))}]`);

const pointer = (path: readonly PropertyKey[]): string => `/${path.map(String).join('/')}`;

/** An empty object takes the metadata away. */
function metadataError(metadata: JsonObject): string | undefined {
  if (Object.keys(metadata).length > 0 && !metadataShape.safeParse(metadata).success) return 'invalid_metadata_format';
  return Buffer.byteLength(JSON.stringify(metadata)) > LIMITS.metadataBytes ? 'metadata_too_large' : undefined;
}

function messageError(broken: Problem[]): string {
  if (broken.every((it) => it.path === 'text')) return 'msg_too_long';
  return broken.every((it) => it.rule.includes('characters in all blocks')) ? 'msg_blocks_too_long' : 'invalid_blocks';
}

function shapeRefusal(error: string, problem: z.ZodError): Refusal {
  return { error, messages: problem.issues.map((it) => `[ERROR] ${it.message} [json-pointer:${pointer(it.path)}]`) };
}
