import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const shape = z.object({
  display_information: z.object({ name: z.string(), description: z.string().default('') }),
  features: z
    .object({
      app_home: z
        .object({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(false),
          messages_tab_read_only_enabled: z.boolean().default(true),
        })
        .prefault({}),
      bot_user: z.object({ display_name: z.string() }).optional(),
      slash_commands: z
        .array(
          z.object({
            command: z.string(),
            description: z.string().default(''),
            usage_hint: z.string().default(''),
            should_escape: z.boolean().default(false),
          }),
        )
        .default([]),
      shortcuts: z
        .array(
          z.object({
            name: z.string(),
            type: z.enum(['message', 'global']),
            callback_id: z.string(),
            description: z.string().default(''),
          }),
        )
        .default([]),
    })
    .prefault({}),
  oauth_config: z
    .object({
      scopes: z
        .object({ bot: z.array(z.string()).default([]), bot_optional: z.array(z.string()).default([]) })
        .prefault({}),
    })
    .prefault({}),
  settings: z
    .object({ event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}) })
    .prefault({}),
});

export type Manifest = z.output<typeof shape>;
export type ManifestInput = z.input<typeof shape>;

/** From a file (`manifest.yml`) or as given. */
export function readManifest(from: string | ManifestInput): Manifest {
  return shape.parse(typeof from === 'string' ? parse(readFileSync(from, 'utf8')) : from);
}

/** Optional scopes count as granted: the office that installs the app may leave them out, the playground does not. */
export function scopesOf(manifest: Manifest): ReadonlySet<string> {
  const { bot, bot_optional } = manifest.oauth_config.scopes;
  return new Set([...bot, ...bot_optional]);
}
