/** In what order they matter: blocked is not approved, required is not approved until the evidence is there, warned may pass. */
export const SEVERITIES = ['block', 'require', 'warn'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What is to be done about a finding, the most pressing first. */
export const TODOS = ['mend', 'give', 'receipt', 'look'] as const;
export type Todo = (typeof TODOS)[number];

/** How well a rule is known: read at its source, in something that quotes it, or only remembered. */
export type Certainty = 'read' | 'quoted' | 'remembered';

/** What a rule may ask for besides the record; these are names of fields of `expense_record` and `expense_evidence`. */
export const EVIDENCE = [
  'reason',
  'counterpart',
  'approval_doc',
  'plan_doc',
  'gift_ledger',
  'project',
  'ordinance',
  'venue_kind',
  'official',
  'recipient',
  'private_group',
  'voucher_kind',
  'occasion',
  'in_name_of',
  'escorts',
  'near_home',
] as const;
export type EvidenceField = (typeof EVIDENCE)[number];
export const isEvidence = (name: string): name is EvidenceField => EVIDENCE.includes(name as EvidenceField);

/** The answers to choose from, where a field has some. */
export const CHOICES = {
  venue_kind: ['restaurant', 'pub', 'adult', 'barred'],
  official: ['none', 'within', 'exception', 'over'],
  recipient: [
    'staff',
    'branch_staff',
    'head_lower',
    'council',
    'related',
    'official',
    'body_head',
    'public_body',
    'resident',
    'petitioner',
    'other',
  ],
  private_group: ['no', 'yes'],
  voucher_kind: ['money', 'goods'],
  occasion: ['none', 'marriage', 'death', 'other'],
  in_name_of: ['city', 'mayor', 'other'],
} as const satisfies Partial<Record<EvidenceField, readonly string[]>>;

/** The rules of spending by their numbers. */
export const RULE_IDS = [
  'E01',
  'E02',
  'E03',
  'E04',
  'E05',
  'E06',
  'E07',
  'E08',
  'E09',
  'E10',
  'E11',
  'E12',
  'E13',
  'E14',
  'E15',
  'E16',
  'E17',
  'E18',
  'E19',
  'E20',
  'E21',
  'E22',
  'E23',
  'E24',
  'E25',
  'E26',
  'E27',
  'E28',
  'E29',
  'E30',
  'E31',
  'E32',
  'E33',
  'E34',
  'E35',
  'E36',
  'E37',
  'E38',
  'E39',
  'E40',
  'E41',
  'E42',
  'E43',
  'E44',
  'E45',
  'E46',
  'E47',
  'E48',
  'E49',
  'E50',
  'E51',
  'E52',
  'E53',
  'E54',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** Where rules were read, or read about. */
export const SOURCE_IDS = [
  'directive',
  'standard',
  'card_standard',
  'scope',
  'scope_annex',
  'graft_decree',
  'graft_limits',
  'graft_vouchers',
  'accounting_act',
  'accounting_decree',
  'election_act',
  'budgeting',
  'information_act',
  'supreme_court',
  'district_court',
  'central_2019',
  'audit_2023',
  'audit_2025',
  'prepaid',
  'watchdog',
  'council_audit',
  'own',
] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

/** What stands in the sentence about a finding. */
export type Figures = {
  won?: number | undefined;
  cap?: number | undefined;
  people?: number | undefined;
  count?: number | undefined;
  days?: number | undefined;
  time?: string | undefined;
  /** `YYYY-MM-DD` */
  day?: string | undefined;
  year?: number | undefined;
  word?: string | undefined;
  /** Other records it is about. */
  others?: readonly number[] | undefined;
};

export type FindingState = 'open' | 'answered' | 'accepted' | 'gone';

/** The figures of a finding in the reader's language; '' where there is none. */
export type Worded = Record<keyof Figures, string>;

/** What is measured against a limit that changes with time, in the order in which people see them. */
export const LIMIT_NAMES = [
  'meal_general',
  'meal_public_official',
  'gift',
  'farm_gift',
  'farm_gift_festival',
  'condolence',
  'wreath',
  'names_threshold',
  'night_from',
  'night_to',
  'day_count',
  'place_count',
] as const;
export type LimitName = (typeof LIMIT_NAMES)[number];
export const isLimitName = (name: unknown): name is LimitName => LIMIT_NAMES.includes(name as LimitName);

export type Evidence = Partial<Record<EvidenceField, string>>;

/** The box that says that the rest follows later: its block in the form. */
export const EVIDENCE_LATER = 'evidence_later';
