import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { anyText, plainText } from './text.ts';

export const style = z.enum(['primary', 'danger']);

/** The page asks for plain_text in `text`, its own example and @slack/types use mrkdwn: both are taken. */
export const confirm = z.strictObject({
  title: plainText(LIMITS.confirmTitle),
  text: anyText(LIMITS.confirmText),
  confirm: plainText(LIMITS.confirmButton),
  deny: plainText(LIMITS.confirmButton),
  style: style.optional(),
});
