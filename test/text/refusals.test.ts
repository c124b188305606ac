import { expect, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { sentencesOf } from '../support/sentences.ts';

const REFUSES =
  /refus(al|ed)|notYours|notManager|notAdministrator|alreadyVoid|alreadyCancelled|notFound|\.gone$|settledBefore|heldSettled|not_?found|hasResult|noExpense|removedBefore|notForYou|closedBefore|not_administrator|voidNeedsManager|otherRefusal/i;
/** What tells of a refusal, or of something else by a like name. */
const TELLS =
  /explain$|approval\.edit|status\.gone|(^|\.)(events|ended|progress|notice|list|states|kinds|fieldNames|actions|request|outbox\.kinds|check\.states|check\.rules|words|status|digest)(\.|$)|receipt\.refused$|files\.refused$|receipt_refused|refusedLine|trouble|approval\.saved/;

const VERBS =
  'add|answer|ask|cancel|check|choose|close|copy|correct|delete|edit|end|enter|fill|find|get|give|have|import|leave|look|make|name|open|plan|press|print|reopen|restore|save|say|search|see|send|split|start|stop|take|tell|type|unpack|upgrade|upload|use|write';
/** A person to ask, a command or button to use, or what to do. */
const STEPS = {
  ko: /(주세요|보세요|하세요|마세요|받으세요|쓰세요|하시면|됩니다|(할|적을|고를|답할|시작할|인정할) 수 있습니다|있습니다\. 결과|결재합니다|부탁|해 보시|‘\/|`\/|npx|--)/,
  en: new RegExp(
    `(?:^|[.;:,] |please )(?:if [^,]+, |or |and )*(?:${VERBS})\\b|please|[‘\`]/|npx|--|has to|another manager decides|list shows|can answer it|nothing more to do`,
    'i',
  ),
};

test.each(['ko', 'en'] as const)('every refusal of a whole record says what to do next (%s)', (language) => {
  const { ask: _, ...spoken } = textFor(language);
  const said = sentencesOf(spoken, ['보바', '보박']).filter(({ at }) => REFUSES.test(at) && !TELLS.test(at));
  const whole = said.filter(({ words }) => /[다요]\.$|[a-z\d’”]\.$/.test(words.trim()));
  expect(new Set(whole.map(({ at }) => at)).size).toBeGreaterThan(100);
  expect(whole.filter(({ words }) => !STEPS[language].test(words)).map(({ at, words }) => `${at}: ${words}`)).toEqual(
    [],
  );
});
