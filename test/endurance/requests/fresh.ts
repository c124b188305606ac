import { isObject } from '../../../src/simulator/json.ts';
import type { Delivered } from './record.ts';

/** As if it were done now, by this person: else all but the first would be turned away at the door, or for a trigger that was used. */
export function fresh(
  { kind, payload }: Delivered,
  userId: string,
  trigger: (it: { user: string }) => string,
): Delivered {
  const user = isObject(payload.user) ? { user: { ...payload.user, id: userId } } : {};
  const whose = kind === 'command' ? { user_id: userId } : user;
  const event = isObject(payload.event)
    ? { event: { ...payload.event, user: userId }, event_id: trigger({ user: userId }) }
    : {};
  const opens = payload.trigger_id === undefined ? {} : { trigger_id: trigger({ user: userId }) };
  return { kind, payload: { ...payload, ...whose, ...event, ...opens } };
}
