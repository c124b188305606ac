import { z } from 'zod';
import { parseJson } from '../json.ts';
import type { Tier } from '../limits.ts';
import type { Json } from '../protocol.ts';
import { type ApiAnswer, type Refusal, refusalAnswer, type Slack } from '../slack.ts';

export type Method = {
  tier: Tier;
  token: 'bot' | 'app';
  /** Any one of these is enough; none: no scope needed. */
  scopes: readonly string[];
  run: (slack: Slack, args: Json) => ApiAnswer;
};

type Definition<Shape extends z.ZodType> = {
  tier: Tier;
  token?: 'bot' | 'app';
  scopes?: readonly string[];
  args: Shape;
  run: (slack: Slack, args: z.output<Shape>) => ApiAnswer | Refusal;
};

/** A method of the Web API: its arguments are parsed before it runs. */
export function method<Shape extends z.ZodType>({ args: shape, run, ...rest }: Definition<Shape>): Method {
  return {
    token: 'bot',
    scopes: [],
    ...rest,
    run: (slack, args) => {
      const parsed = shape.safeParse(args);
      if (parsed.success) return answer(run(slack, parsed.data));
      const messages = parsed.error.issues.map((it) => `[ERROR] ${it.message} [json-pointer:/${it.path.join('/')}]`);
      return refusalAnswer({ error: 'invalid_arguments', messages });
    },
  };
}

const answer = (it: ApiAnswer | Refusal): ApiAnswer => (isAnswer(it) ? it : refusalAnswer(it));
const isAnswer = (it: ApiAnswer | Refusal): it is ApiAnswer => 'ok' in it;

/** Arguments come as a form, where everything is text, or as JSON. */
export const bool = z.union([
  z.boolean(),
  z.enum(['true', '1', 'false', '0']).transform((it) => it === 'true' || it === '1'),
]);
export const int = z.coerce.number().int();

/** An object or a list, which a form carries as JSON text. */
export function jsonArg<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess((it) => (typeof it === 'string' ? (parseJson(it) ?? it) : it), shape);
}

export const object = z.record(z.string(), z.json());

export const USER_ID = /^[UW][A-Z0-9]{8,}$/;
