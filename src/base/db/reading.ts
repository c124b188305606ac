import type { CompiledQuery } from 'kysely';

/** Whether a query only reads, also one in words of its own, and so waits for nobody who writes. */
export const isReading = ({ query, sql }: CompiledQuery): boolean =>
  query.kind === 'SelectQueryNode' || (query.kind === 'RawNode' && /^\s*select\b/i.test(sql));
