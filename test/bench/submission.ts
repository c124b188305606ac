import path from 'node:path';
import { textFor } from '../../src/text/index.ts';
import {
  arrivals,
  atRest,
  CROWD,
  closeForms,
  comes,
  finishedView,
  makeOffice,
  openForm,
  type Side,
  startBare,
  startOurs,
} from './apps.ts';
import { compared, inTurns, type Line, type Sizes } from './figures.ts';

/** From the button to the acknowledgement that it is saved, which survives a power cut. */
export async function measureSubmission(folder: string, { quick }: Sizes): Promise<Line[]> {
  const [rounds, each] = quick ? [4, 10] : [10, 20];
  await makeOffice(folder);
  const ours = await startOurs(folder);
  const view = await finishedView(ours);
  const baseline = await startBare(path.join(folder, 'bare'), { view, saves: true });
  const submit = (side: Side, draws: boolean) => async () => {
    const took: number[] = [];
    for (let i = 0; i < each; i++) took.push(await submitOne(side, CROWD[i % CROWD.length] ?? '', draws));
    return took;
  };
  const took = await inTurns(rounds, { ours: submit(ours, true), baseline: submit(baseline, false) });
  for (const side of [ours, baseline]) await side.stop();
  return compared('submitted → saved and acknowledged', took, { p50: 2, p99: 2 });
}

const { access } = textFor('ko');
let turn = 0;

/**
 * Opens a form, fills what the line lacks, and gives the milliseconds from the button on. `draws`: what rules ask for is drawn once the
 * form stands; nobody presses the button before they see it.
 */
export async function submitOne({ slack }: Side, userId: string, draws = true): Promise<number> {
  const person = slack.as(userId);
  const drawn = draws ? arrivals(slack, 'views.update', 1) : null;
  await openForm({ slack }, userId);
  await drawn;
  await atRest(slack);
  turn += 1; // never the same spend twice, nor one meeting that is paid in parts
  const meeting = {
    amount: String(10_000 + turn * 10),
    place: `미진 ${turn}호점`,
    purpose: `조례 개정 제${turn}안 간담회`,
  };
  await person.fill({ activity: '4-나', ...meeting });
  const began = performance.now();
  const answer = await person.submit();
  if (!answer.ok || 'errors' in answer) throw new Error(JSON.stringify(answer));
  // What takes longer than Slack waits is saved behind a notice.
  await comes({ slack }, () => !person.view()?.text.includes(access.saving));
  const took = performance.now() - began;
  await closeForms({ slack }, [userId]);
  return took;
}
