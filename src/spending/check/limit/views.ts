import { formatDay } from '../../../korean/day-words.ts';
import { actorName } from '../../../people/actors.ts';
import type { OfficeSettings } from '../../../people/settings/rules.ts';
import { type Block, button, clip, context, escaped, header, section } from '../../../slack/blocks.ts';
import type { Message } from '../../../slack/privately.ts';
import type { Text } from '../../../text/index.ts';
import { isLimitName, LIMIT_NAMES, type LimitName } from '../../../vocabulary/check.ts';
import type { Day } from '../../../vocabulary/day.ts';
import {
  CHECK_BASES,
  CHECK_LIMITS,
  CHECK_LIMITS_OPEN,
  CHECK_LIMITS_PAST,
  CHECK_OFFICE_OPEN,
  CHECK_RULES_OPEN,
} from '../ids.ts';
import { RULES } from '../rules/all.ts';
import { ruleTitle } from '../words.ts';
import { type Limit, unitOf, valuesOf } from './known.ts';
import { limitWords } from './rules.ts';

export type LimitChange = {
  actor: string;
  at: Date;
  reason: string | null;
  /** A limit with its new value and first day, or a rule that was turned on or off. */
  what: { name: string; value: number; from: string } | { rule: string; on: boolean };
};

type Known = {
  today: Day;
  limits: readonly Limit[];
  on: ReadonlySet<string>;
  plans: Readonly<Record<string, string>>;
  office: Pick<OfficeSettings, 'barredShops' | 'voucherGuide' | 'cardPoints' | 'elections' | 'accounting'>;
  changes: readonly LimitChange[];
  names: ReadonlyMap<string, string>;
  mayChange: boolean;
};

export function limitsMessage(known: Known, text: Text, day: (at: Date) => string): Message {
  const words = text.check.limits;
  const limits = LIMIT_NAMES.map((name) => {
    const values = valuesOf(name, known.limits);
    const held = values.findLast(({ from }) => from <= known.today) ?? values[0];
    const standing = values.filter((it) => it === held || it.from > known.today);
    return words.line(words.names[name], standing.map((it) => valueWords(name, it, text)).join(' → '));
  });
  const on = RULES.filter(({ id }) => known.on.has(id)).length;
  const plans = Object.entries(known.plans).map(([year, document]) => `${year} ${document}`);
  const planned = plans.length > 0 ? words.plans(plans.join(', ')) : words.noPlans;
  const changes = known.changes.map(({ actor, at, reason, what }) =>
    words.historyLine(day(at), actorName(actor, known.names, text), changeWords(what, text), reason ?? ''),
  );
  const parts = [
    [words.explain, ...limits].join('\n'),
    [planned, ...officeLines(known, text)].join('\n'),
    words.rulesCount(String(on), String(RULES.length - on)),
  ];
  const blocks: Block[] = [
    header(words.title),
    ...parts.map((part) => section(part)),
    ...(changes.length > 0 ? [context(clip([words.history, ...changes].join('\n'), 2000))] : []),
    {
      type: 'actions',
      elements: [
        button(`${CHECK_BASES}_first`, words.bases, JSON.stringify({ offset: 0 })),
        button(CHECK_LIMITS_PAST, words.past, 'open'),
        ...(known.mayChange
          ? [
              button(CHECK_LIMITS_OPEN, words.open, 'open'),
              button(CHECK_RULES_OPEN, words.openRules, 'open'),
              button(CHECK_OFFICE_OPEN, words.openOffice, 'open'),
            ]
          : []),
      ],
    },
  ];
  return { text: escaped(clip([words.title, ...parts].join('\n'), 3500)), blocks };
}

/** Every value that a limit ever had, and since when. */
export function pastLimitsMessage(limits: readonly Limit[], text: Text): Message {
  const words = text.check.limits;
  const lines = LIMIT_NAMES.map((name) => [name, valuesOf(name, limits)] as const)
    .filter(([, values]) => values.length > 1)
    .map(([name, values]) => [words.names[name], ...values.map((it) => `• ${valueWords(name, it, text)}`)].join('\n'));
  const blocks: Block[] = [
    header(words.past),
    ...lines.map((line) => section(line)),
    { type: 'actions', elements: [button(CHECK_LIMITS, text.check.list.limits, 'open')] },
  ];
  return { text: escaped(clip([words.past, ...lines].join('\n'), 3500)), blocks };
}

function valueWords(name: LimitName, { value, from }: Pick<Limit, 'value' | 'from'>, text: Text): string {
  const said = limitWords(name, value, text);
  const always = unitOf(name) !== 'won' && from === '2000-01-01';
  return always ? said : text.check.limits.value(said, formatDay(from, text.language, ''));
}

function officeLines({ office, names }: Known, text: Text): string[] {
  const words = text.check.limits.office;
  const { barredShops, voucherGuide, cardPoints, elections, accounting } = office;
  const points = Object.entries(cardPoints).map(([year, document]) => `${year} ${document}`);
  return [
    words.barred(barredShops.join(', ')),
    words.guide(voucherGuide ?? ''),
    words.points(points.join(', ')),
    words.elections(elections.map(({ day, name }) => `${formatDay(day, text.language, '')} ${name}`).join(', ')),
    words.accounting(accounting.map((id) => names.get(id) ?? id).join(', ')),
  ];
}

function changeWords(what: LimitChange['what'], text: Text): string {
  const words = text.check.limits;
  if ('rule' in what) return words.turned(ruleTitle(what.rule, text), what.on);
  if (!isLimitName(what.name)) return what.name;
  const value = words.value(limitWords(what.name, what.value, text), formatDay(what.from, text.language, ''));
  return `${words.names[what.name]} ${value}`;
}
