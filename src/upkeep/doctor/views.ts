import { button, escaped, header, section } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import { isHealthy, type Line } from './rules.ts';

export const CHECK_UP = 'check_up';

function saidOf(line: Line, { upkeep: { doctor } }: Text): string {
  if (line.state === 'fine') return doctor.fine[line.check](line.detail);
  return line.state === 'wrong' ? doctor.faults[line.fault](line.detail) : doctor.unseens[line.why];
}

/** A line each, and how many are to be mended. */
export function checkUpLines(lines: readonly Line[], text: Text): string[] {
  const { marks, line, checks } = text.upkeep.doctor;
  return [...lines.map((it) => line(marks[it.state], checks[it.check], saidOf(it, text))), summary(lines, text)];
}

const summary = (lines: readonly Line[], { upkeep: { doctor } }: Text): string =>
  isHealthy(lines) ? doctor.allFine : doctor.count(lines.filter(({ state }) => state === 'wrong').length);

/** What `--json` prints. */
export const jsonLines = (lines: readonly Line[], text: Text) => ({
  ok: isHealthy(lines),
  lines: lines.map((line) => ({
    check: line.check,
    state: line.state,
    code: line.state === 'wrong' ? line.fault : line.state === 'unseen' ? line.why : null,
    said: saidOf(line, text),
  })),
});

/** The same for administrators in Slack: first what has to be mended. */
export function checkUpMessage(lines: readonly Line[], text: Text): Message {
  const { title, again, marks, line, checks } = text.upkeep.doctor;
  const wordsOf = (states: Line['state'][]) =>
    lines
      .filter(({ state }) => states.includes(state))
      // In Slack everybody knows the office's channel, and nobody its id.
      .map((it) => (it.check === 'channel' ? { ...it, detail: '' } : it))
      .map((it) => line(marks[it.state], checks[it.check], saidOf(it, text)));
  const [wrong, rest] = [wordsOf(['wrong']), wordsOf(['fine', 'unseen'])];
  return {
    text: escaped([title, summary(lines, text), ...wrong, ...rest].join('\n')),
    blocks: [
      header(title),
      section([summary(lines, text), ...wrong].join('\n')),
      section(rest.join('\n')),
      { type: 'actions', elements: [button(CHECK_UP, again, ' ')] },
    ],
  };
}
