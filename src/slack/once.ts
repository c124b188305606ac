/** How many deliveries are remembered: hours of an office's work, and a few hundred kilobytes at the most. */
const REMEMBERED = 5_000;

/**
 * Slack delivers an event or a press again when it missed our answer. Says whether this one was seen before; forms are
 * not asked about here, since their answer must be given again (the table's unique form_key keeps them single).
 */
export function createOnce(): (body: object) => boolean {
  const seen = new Set<string>();
  return (body) => {
    const key = deliveryOf(body);
    if (key === null) return false;
    if (seen.has(key)) return true;
    seen.add(key);
    if (seen.size > REMEMBERED) seen.delete(seen.values().next().value ?? '');
    return false;
  };
}

function deliveryOf(body: { event_id?: unknown; type?: unknown; trigger_id?: unknown }): string | null {
  if (typeof body.event_id === 'string') return body.event_id;
  if (body.type === 'view_submission' || body.type === 'view_closed' || body.type === 'block_suggestion') return null;
  return typeof body.trigger_id === 'string' ? body.trigger_id : null;
}
