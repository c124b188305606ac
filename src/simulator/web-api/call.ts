import { failsNow } from '../controls.ts';
import type { JsonObject } from '../json.ts';
import { stringOf } from '../json.ts';
import { WRONG_ERRORS } from '../limits.ts';
import { type ApiAnswer, noteWrong, refusalAnswer, type Slack } from '../slack.ts';
import { chat, rateLimited } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import type { Method } from './method.ts';
import { others } from './others.ts';
import { users } from './people.ts';
import { views } from './views.ts';

const METHODS: { [name: string]: Method } = { ...others, ...chat, ...views, ...users, ...conversations, ...files };

export type CallResult = { status: number; headers: { [name: string]: string }; body: ApiAnswer | string };

/** One call of the Web API, with the token it came with. */
export function call(slack: Slack, name: string, token: string | undefined, args: JsonObject): CallResult {
  const failing = failsNow(slack, name);
  if (failing?.status === 500) return { status: 500, headers: {}, body: 'Internal Server Error' };
  const answer = failing ? rateLimited(1) : answerTo(slack, name, token, args);

  const error = stringOf(answer.error);
  if (WRONG_ERRORS.has(error) || tookPersonForChannel(slack, error, args))
    noteWrong(slack, wrongSentence(name, error, answer));
  const method = METHODS[name];
  const headers = {
    'x-oauth-scopes': [...slack.scopes].join(','),
    date: slack.clock.now().toUTCString(),
    ...(method?.scopes.length ? { 'x-accepted-oauth-scopes': method.scopes.join(',') } : {}),
  };
  if (error !== 'ratelimited') return { status: 200, headers, body: answer };
  return {
    status: 429,
    headers: { ...headers, 'retry-after': String(answer.retry_after) },
    body: { ok: false, error },
  };
}

function answerTo(slack: Slack, name: string, token: string | undefined, args: JsonObject): ApiAnswer {
  const method = METHODS[name];
  if (!method) return refusalAnswer({ error: 'unknown_method' });
  if (!token) return refusalAnswer({ error: 'not_authed' });
  if (token !== slack.tokens.bot && token !== slack.tokens.app) return refusalAnswer({ error: 'invalid_auth' });
  if (token !== slack.tokens[method.token]) return refusalAnswer({ error: 'not_allowed_token_type' });
  if (method.scopes.length > 0 && !method.scopes.some((it) => slack.scopes.has(it))) return missingScope(slack, method);

  const wait = slack.rates?.call(name, method.tier) ?? 0;
  if (wait > 0) return rateLimited(wait);
  const answer = method.run(slack, args);
  return answer.error === 'missing_scope' ? missingScope(slack, method) : answer;
}

/** Ids of people are channels for chat.postMessage only; a channel that is merely gone is nobody's mistake. */
const tookPersonForChannel = ({ workspace }: Slack, error: string, args: JsonObject): boolean =>
  error === 'channel_not_found' && workspace.people.has(stringOf(args.channel ?? args.channel_id));

const missingScope = (slack: Slack, method: Method): ApiAnswer => ({
  ok: false,
  error: 'missing_scope',
  needed: method.scopes.join(','),
  provided: [...slack.scopes].join(','),
});

function wrongSentence(name: string, error: string, answer: ApiAnswer): string {
  const { response_metadata, needed } = answer;
  const messages =
    response_metadata && typeof response_metadata === 'object' && 'messages' in response_metadata
      ? response_metadata.messages
      : undefined;
  const why = Array.isArray(messages)
    ? messages.join('; ')
    : error === 'missing_scope'
      ? `needs ${stringOf(needed)}`
      : '';
  return why ? `${name} was refused: ${error}: ${why}` : `${name} was refused: ${error}`;
}
