import { formatDay } from '../../korean/day-words.ts';
import type { Text } from '../../text/index.ts';
import { LIMIT_NAMES, type RuleId } from '../../vocabulary/check.ts';
import { KNOWN_LIMITS } from './limit/known.ts';
import { limitWords } from './limit/rules.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules/all.ts';
import { basisLines, ruleWords } from './words.ts';

/** Every rule and every dated limit as Markdown, said from the same entries that judge; `other`: the language names are repeated in. */
export function rulesPage(text: Text, other: Text): string {
  const words = text.check.page;
  const parts = [
    `# ${words.title}`,
    words.intro(RULES.length),
    `## ${words.rules}`,
    ...RULES.map((rule) => ruleSection(rule, text, other)),
    `## ${words.limits}`,
    text.check.limits.explain,
    limitTable(text),
  ];
  return `${parts.join('\n\n')}\n`;
}

function ruleSection(rule: Rule<RuleId>, text: Text, other: Text): string {
  const { check } = text;
  const names = [ruleWords(rule.id, text).name, ruleWords(rule.id, other).name].join(' · ');
  const asks = rule.evidence.map((field) => check.labels[field]).join(', ');
  const facts = [
    check.severities[rule.severity],
    check.certainties[rule.certainty],
    rule.judge === null ? check.limits.elsewhere : check.limits.state(rule.on),
    ...(rule.judge !== null && !rule.imports ? [check.page.entered] : []),
    ...(asks ? [check.page.asks(asks)] : []),
  ];
  const lines = [facts.join(' · '), ...basisLines(rule, text)];
  return [`### ${Number(rule.id.slice(1))}. ${names} (\`${rule.id}\`)`, ...lines.map((line) => `- ${line}`)].join('\n');
}

function limitTable(text: Text): string {
  const { page, limits, certainties } = text.check;
  const rows = LIMIT_NAMES.flatMap((name) =>
    KNOWN_LIMITS[name].map(({ from, value, certainty }) =>
      [
        limits.names[name],
        formatDay(from, text.language, ''),
        limitWords(name, value, text),
        certainties[certainty],
      ].join(' | '),
    ),
  );
  return [page.columns.join(' | '), page.columns.map(() => '---').join(' | '), ...rows]
    .map((row) => `| ${row} |`)
    .join('\n');
}
