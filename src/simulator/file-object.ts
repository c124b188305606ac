import { kindOf } from './file-types.ts';
import type { JsonObject } from './json.ts';
import { TEAM } from './people.ts';
import type { Slack } from './slack.ts';
import type { StoredFile } from './workspace.ts';

/** As Slack describes a file to the app. */
export function fileObject(slack: Slack, file: StoredFile): JsonObject {
  const [filetype, mimetype] = file.unseen ? ['', ''] : kindOf(file.name);
  const created = Math.floor(file.createdAt.getTime() / 1000);
  const path = `${TEAM.id}-${file.id}`;
  const name = encodeURIComponent(file.name);
  return {
    id: file.id,
    created,
    timestamp: created,
    name: file.name,
    title: file.title,
    mimetype,
    filetype,
    pretty_type: filetype.toUpperCase(),
    user: file.user,
    user_team: slack.workspace.people.get(file.user)?.teamId ?? TEAM.id,
    editable: false,
    size: file.bytes.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${slack.url}/files-pri/${path}/${name}`,
    url_private_download: `${slack.url}/files-pri/${path}/download/${name}`,
    media_display_type: 'unknown',
    permalink: `${slack.url}/files/${file.user}/${file.id}/${name}`,
    has_rich_preview: false,
    file_access: 'visible',
  };
}
