import { isObject, type JsonObject, objectsOf, stringOf } from './json.ts';
import type { Json } from './protocol.ts';
import type { Slack } from './slack.ts';
import type { StoredFile } from './workspace.ts';

/** D slack file object: png, jpg, jpeg and gif. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif']);

export const isPicture = ({ mimetype }: Pick<StoredFile, 'mimetype'>): boolean => SHOWN.has(mimetype);

/**
 * Where blocks show a file that Slack can't show: none of the app's, no picture, or one that Slack has not looked at yet, which
 * takes it a moment after the upload (slackapi/node-slack-sdk #1865).
 */
export function unshownPictures(slack: Slack, blocks: readonly JsonObject[]): string[] {
  return blocks.flatMap((block, i) => {
    const images: [string, Json | undefined][] = [
      [`/blocks/${i}`, block.type === 'image' ? block : undefined],
      [`/blocks/${i}/accessory`, block.accessory],
      ...objectsOf(block.elements).map((it, j): [string, Json] => [`/blocks/${i}/elements/${j}`, it]),
    ];
    return images.flatMap(([at, image]) => {
      const shown = isObject(image) && image.type === 'image' && isObject(image.slack_file) ? image.slack_file : null;
      if (!shown) return [];
      const id = stringOf(shown.id) || (/F[A-Z0-9]{6,}/.exec(stringOf(shown.url))?.[0] ?? '');
      const file = slack.workspace.files.get(id);
      const canBeShown = file && !file.pending && !file.unseen && isPicture(file);
      return canBeShown ? [] : [`[ERROR] invalid slack file [json-pointer:${at}/slack_file]`];
    });
  });
}
