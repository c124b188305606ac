import { z } from 'zod';

const Line = z.object({
  msg: z.string(),
  what: z.string().optional(),
  err: z.object({ name: z.string().optional(), code: z.string().optional(), stack: z.string().optional() }).optional(),
});

const HANDLER = 'A handler failed.';
const UNWAITED = 'A failure that nobody waited for.';

/** What is no fault of the app's: a request that is not of Slack's form, which is told so; someone or something that Slack does not know. */
const EXPLAINED = [
  /^ZodError /,
  /A request says nobody who made it/,
  /An API error occurred: (?:user_not_found|channel_not_found|not_in_channel|cannot_dm_bot|users_not_found|not_found|invalid_trigger_id|file_not_found|view_not_found)\b/,
];

/** Those of the door, before any handler: a payload that is not as Slack makes it, or that nobody made. */
const AT_DOOR = [/^ZodError at a place that is not ours$/, /A request says nobody who made it/];

type Failures = {
  explained: Map<string, number>;
  others: Map<string, number>;
  unwaited: string[];
  /** How many never came to a handler. */
  atDoor: number;
};

/** What the app's log says of failures: how often each, by its kind and the first place of ours in its trace. */
export function failuresIn(log: string): Failures {
  const found: Failures = { explained: new Map(), others: new Map(), unwaited: [], atDoor: 0 };
  for (const text of log.split('\n')) {
    if (!text.includes(HANDLER) && !text.includes(UNWAITED)) continue;
    const { msg, what = '', err } = Line.parse(JSON.parse(text));
    const cause = causeOf(err ?? {});
    if (msg === UNWAITED) found.unwaited.push(cause);
    else {
      if (AT_DOOR.some((it) => it.test(cause))) found.atDoor++;
      const isExplained = EXPLAINED.some((it) => it.test(cause));
      const counted = isExplained ? found.explained : found.others;
      const named = isExplained ? cause : `${cause} (${what.slice(0, 60)})`;
      counted.set(named, (counted.get(named) ?? 0) + 1);
    }
  }
  return found;
}

function causeOf({ name = '', code = '', stack = '' }: NonNullable<z.infer<typeof Line>['err']>): string {
  const [said = '', ...frames] = stack.split('\n');
  const ours = frames.find((it) => /\/(?:src|commands)\//.test(it) && !it.includes('node_modules'));
  const at = ours?.replace(/^.*\/((?:src|commands)\/[^:]+):(\d+).*$/, '$1:$2') ?? 'a place that is not ours';
  const words = name === 'ZodError' ? '' : said.replace(/\d{2,}/g, 'N').slice(0, 160);
  return [name, code, words, 'at', at].filter(Boolean).join(' ');
}
