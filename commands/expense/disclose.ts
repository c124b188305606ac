import type { App } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { listenForDecisions } from '../disclosure/decide.ts';
import { listenForDisclosureFiles } from '../disclosure/files.ts';
import { listenForElected } from '../disclosure/names.ts';
import { listenForPreviews } from '../disclosure/preview.ts';
import { listenForReleases } from '../disclosure/release.ts';

export { disclose } from '../disclosure/preview.ts';

/** Publishing what was spent: a preview, what to mask, the release, its files. */
export function listenForDisclosures(app: App, deps: Deps): void {
  listenForPreviews(app, deps);
  listenForDecisions(app, deps);
  listenForReleases(app, deps);
  listenForDisclosureFiles(app, deps);
  listenForElected(app, deps);
}
