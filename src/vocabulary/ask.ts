/** What the register can be asked about. */
export const NOUNS = [
  'expense',
  'budget',
  'visit',
  'contact',
  'followup',
  'pledge',
  'approval',
  'receipt',
  'member',
  'announcement',
  'finding',
  'rule',
  'person',
] as const;
export type Noun = (typeof NOUNS)[number];

/** `next` is the first that is still to come; `change` compares two periods. */
export type Measure =
  | 'list'
  | 'count'
  | 'sum'
  | 'balance'
  | 'rate'
  | 'share'
  | 'average'
  | 'first'
  | 'last'
  | 'next'
  | 'change';

export type Group =
  | 'place'
  | 'purpose'
  | 'person'
  | 'department'
  | 'account'
  | 'category'
  | 'activity'
  | 'payment'
  | 'program'
  | 'district'
  | 'kind'
  | 'status'
  | 'type'
  | 'field'
  | 'committee'
  | 'party'
  | 'member'
  | 'rule'
  | 'role'
  | 'year'
  | 'quarter'
  | 'month'
  | 'day'
  | 'weekday';

/**
 * As the lists call them; `state` says what is lacking or done, `words` stand in a title, a place or a purpose. Of what is named, values apart
 * by | are any of them.
 */
export type FilterName =
  | 'account'
  | 'activity'
  | 'category'
  | 'payment'
  | 'program'
  | 'district'
  | 'place'
  | 'person'
  | 'party'
  | 'committee'
  | 'member'
  | 'kind'
  | 'status'
  | 'type'
  | 'field'
  | 'state'
  | 'role'
  | 'limit'
  | 'above'
  | 'from'
  | 'below'
  | 'upTo'
  | 'hours'
  | 'perHeadAbove'
  | 'perHeadFrom'
  | 'perHeadBelow'
  | 'perHeadUpTo'
  | 'words'
  | 'record';
export type Filters = Partial<Record<FilterName, string>>;

/** The largest or the smallest first, or what there is nothing of. */
export type Order = 'most' | 'least' | 'none';

export type Scope = 'office' | 'mine';

/** An average for each person, or each month, rather than each record. */
export type Per = 'head' | 'month';

/** Of what was, up to today; or of what is still to come. */
export type When = 'past' | 'ahead';

/** What a count or a figure is of, as the word for it says: 몇 명 are people, 몇 개 are none, 비용 is won, 몇 번 are times. */
export type Unit = 'won' | 'people' | 'things' | 'times' | 'places' | 'sheets';

/** What each listed record has to say where a word asks for it: when it was, what came of it, when it was entered. */
export type Detail = 'when' | 'result' | 'entered';

/** What a word of a question says. `nothing`: it only makes the sentence. */
export type Meaning = {
  noun?: Noun;
  /** The noun is meant only where nothing speaks for another: one goes to a restaurant, too. */
  weak?: true;
  /** What a verb says where it is said not to be: `알리다` of visits, `안 알린`. */
  not?: Meaning;
  /** What somebody does: it goes on from a question about the same, where a noun would begin another. */
  verb?: true;
  /** It says that something is not so. */
  denied?: true;
  when?: When;
  unit?: Unit;
  detail?: Detail;
  /** A period beside it is when something is due. */
  due?: true;
  measure?: Measure;
  /** A measure that gives way to any other: 얼마 beside 남았다 asks for the balance. */
  loose?: true;
  order?: Order;
  group?: Group;
  /** Only where something else asks for an order or a comparison: `곳`, `사람`. */
  among?: Group;
  per?: Per;
  filters?: Filters;
  scope?: Scope;
  /** Goes on from the question before: in its place, or within it. */
  refine?: 'instead' | 'within';
  nothing?: true;
  /** What is asked is not what the other words say, so nothing is answered: `안`, `빼고`, `하는 방법`. */
  stops?: true;
};

/**
 * Words that mean the same, apart by `|`; spacing does not matter. A word in two entries can mean either. What ends in 다 is a verb and
 * stands for all its forms; `영수증 내다` for them behind the thing.
 */
export type AskWords = readonly (readonly [words: string, meaning: Meaning])[];
