import { z } from 'zod';
import { isRefusal, readContent, readOptions, readView } from './drawing.ts';
import { elementsOf } from './elements.ts';
import { isObject, type JsonObject } from './json.ts';
import { postAsApp } from './posting.ts';
import type { Json } from './protocol.ts';
import { noteWrong, type Refusal, type Slack } from './slack.ts';
import { popView, pushView, redrawView } from './stack.ts';
import { findView, type StoredView } from './workspace.ts';

/** Why what the app answered cannot be taken: Slack shows people an error. */
export type AckProblem = { sentence: string };

const submissionShape = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.strictObject({ response_action: z.literal('update'), view: z.json() }),
  z.strictObject({ response_action: z.literal('push'), view: z.json() }),
  z.strictObject({ response_action: z.literal('clear') }),
]);

/** `ack('')` arrives as a message without words. */
const isEmpty = (body: Json): boolean =>
  body === null ||
  body === '' ||
  (isObject(body) && Object.entries(body).every(([key, it]) => key === 'text' && it === ''));

/** A command may be answered with a message. */
export function takeCommandAck(
  slack: Slack,
  command: string,
  body: Json,
  to: { user: string; channel: string },
): AckProblem | undefined {
  if (isEmpty(body)) return undefined;
  if (!isObject(body)) return wrong(slack, `${command} was acknowledged with something that is no message.`);
  if ('response_action' in body)
    return wrong(slack, `${command} was acknowledged with response_action: only a form's submission takes it.`);
  const content = readContent(slack, body);
  if (isRefusal(content)) return wrong(slack, `The acknowledgement of ${command} is refused: ${worded(content)}`);
  postAsApp(slack, {
    channel: to.channel,
    content,
    ...(body.response_type === 'in_channel' ? {} : { only: to.user }),
  });
  return undefined;
}

/** Buttons, shortcuts and closed forms are acknowledged and no more. */
export function takeSilentAck(slack: Slack, kind: string, body: Json): AckProblem | undefined {
  return isEmpty(body) ? undefined : wrong(slack, `${kind} was acknowledged with a body; Slack takes none there.`);
}

export type Submitted = { errors?: { [blockId: string]: string }; problem?: AckProblem };

/** Closes, changes or keeps the form as the app answered. */
export function takeSubmissionAck(slack: Slack, view: StoredView, body: Json): Submitted {
  // The app may have closed or replaced it meanwhile by views.update or the person by closing it.
  const open = findView(slack.workspace, (it) => it === view) !== undefined;
  if (isEmpty(body)) {
    if (open) popView(slack, view.user);
    return {};
  }
  const parsed = submissionShape.safeParse(body);
  if (!parsed.success) {
    return {
      problem: wrong(
        slack,
        `view_submission was acknowledged with what Slack does not take: ${z.prettifyError(parsed.error)}`,
      ),
    };
  }
  const answer = parsed.data;
  if (!open) return {};
  switch (answer.response_action) {
    case 'errors':
      return takeErrors(slack, view, answer.errors);
    case 'clear':
      popView(slack, view.user, true);
      return {};
    case 'update':
    case 'push': {
      const drawn = readView(slack, answer.view, 'modal');
      const shown = isRefusal(drawn)
        ? drawn
        : answer.response_action === 'update'
          ? redrawView(slack, view, drawn)
          : pushView(slack, view.user, drawn);
      return isRefusal(shown)
        ? { problem: wrong(slack, `response_action ${answer.response_action} is refused: ${worded(shown)}`) }
        : {};
    }
  }
}

export function takeOptionsAck(
  slack: Slack,
  actionId: string,
  body: Json,
): { options: JsonObject[]; groups: JsonObject[] } | { problem: AckProblem } {
  const read = isObject(body) ? readOptions(body) : { error: 'no object' };
  return isRefusal(read) ? { problem: wrong(slack, `The options for ${actionId} are refused: ${worded(read)}`) } : read;
}

function takeErrors(slack: Slack, view: StoredView, errors: { [blockId: string]: string }): Submitted {
  const inputs = new Set(elementsOf(view.blocks).flatMap((it) => (it.input ? it.blockId : [])));
  const strangers = Object.keys(errors).filter((it) => !inputs.has(it));
  if (Object.keys(errors).length === 0) return { problem: wrong(slack, 'response_action errors names no field.') };
  if (strangers.length > 0) {
    return {
      problem: wrong(
        slack,
        `response_action errors names blocks that are no inputs of the form: ${strangers.join(', ')}`,
      ),
    };
  }
  view.errors = errors;
  slack.workspace.changed();
  return { errors };
}

export const worded = ({ error, messages }: Refusal): string => (messages ? `${error}: ${messages.join('; ')}` : error);

function wrong(slack: Slack, sentence: string): AckProblem {
  noteWrong(slack, sentence);
  return { sentence };
}
