import { ACTIVITIES, type Account, type Activity, type Payment } from '../../vocabulary/expense.ts';
import { type Counts, type Profile, placeKey, traitsOf, wholeOf, wordsOf } from './profile.ts';
import { signOf } from './signs.ts';

/** What a form may be given before its writer has chosen it. */
export type Proposal = {
  activity: Activity | null;
  /** The words that the activity was proposed for. */
  because: string | null;
  /** All activities, the likeliest first. */
  order: readonly Activity[];
  account: Account | null;
  payment: Payment;
  attendees: string | null;
};

export type Asked = {
  userId: string;
  purpose: string;
  place: string | null;
  /** What is chosen already: it decides what the rest is likely to be. */
  activity: Activity | null;
  headcount: number | null;
};

export function propose(profile: Profile, asked: Asked): Proposal {
  const { userId, headcount } = asked;
  const order = orderOf(profile, asked);
  const said = saidActivity(profile, asked.purpose, order);
  const activity = asked.activity ?? said?.activity ?? null;
  const [own = '', office = ''] = activity ? [`${userId} ${activity}`, ` ${activity}`] : [userId, ''];
  const { accounts, payments, lastAccounts } = profile;
  return {
    activity: said?.activity ?? null,
    because: said?.because ?? null,
    order,
    account: (activity && firstUsual(accounts, [own])) ?? lastAccounts.get(userId) ?? firstUsual(accounts, [office]),
    payment: firstUsual(payments, [own, office, userId, '']) ?? FIRST_PAYMENT,
    attendees: headcount === null ? null : company(profile, userId, headcount),
  };
}

/** Whether these words were a place before. */
export const isPlaceOf =
  ({ places }: Profile) =>
  (words: string): boolean =>
    places.has(placeKey(words));

/** 지방회계관리훈령: a card, unless it can't be. */
const FIRST_PAYMENT: Payment = 'card';

// Activities.

/** How often what the office booked has to agree before it speaks. */
const WHOLE = { least: 2, share: 0.7 };
const SIGN = { least: 5, share: 0.7 };
const WORD = { least: 3, share: 0.9 };

/**
 * The activity that a purpose says: what the same purpose was before, what the regulation's words say or the office takes them for, or a
 * word that alone meant one activity; of several words the likeliest's. A place, or how common an activity is, never makes a proposal.
 */
function saidActivity(
  { said }: Profile,
  purpose: string,
  order: readonly Activity[],
): { activity: Activity; because: string } | null {
  const whole = usual(said.get(`whole ${wholeOf(purpose)}`), WHOLE);
  if (whole) return { activity: whole, because: purpose };
  const sign = signOf(purpose);
  if (sign?.activity === null) return null;
  if (sign) return { ...sign, activity: usual(said.get(`sign ${sign.activity}`), SIGN) ?? sign.activity };
  const words = wordsOf(purpose).flatMap((word) => {
    const activity = usual(said.get(`alone ${word}`), WORD);
    return activity ? [{ activity, because: word }] : [];
  });
  return words.toSorted((a, b) => order.indexOf(a.activity) - order.indexOf(b.activity))[0] ?? null;
}

/** All activities by how likely they are for such a spend: counted, with a little of what the regulation says. */
function orderOf({ activities, said }: Profile, { purpose, place }: Asked): Activity[] {
  const total = sum(activities);
  const traits = traitsOf(purpose, place)
    .filter((trait) => !trait.startsWith('alone '))
    .map((trait) => ({ trait, counts: said.get(trait) }));
  const score = (activity: Activity): number => {
    const own = activities.get(activity) ?? 0;
    return traits.reduce(
      (score, { trait, counts }) => {
        const expected = expectedOf(trait, activity, (sum(counts) + 1) / (total + 20));
        const weight = trait.startsWith('sign ') ? WEIGHT_OF_A_SIGN : WEIGHT;
        return score + Math.log(((counts?.get(activity) ?? 0) + weight * expected) / (own + weight));
      },
      Math.log((own + 0.5) / (total + ACTIVITIES.length / 2)),
    );
  };
  const scores = new Map(ACTIVITIES.map((activity) => [activity, score(activity)]));
  return [...ACTIVITIES].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** How many records what is expected weighs as much as. */
const WEIGHT = 2;
const WEIGHT_OF_A_SIGN = 8;

/** How often a record of the activity has the trait, before anything is counted. */
function expectedOf(trait: string, activity: Activity, overall: number): number {
  if (!trait.startsWith('sign ')) return overall;
  const sign = trait.slice('sign '.length);
  if (sign === activity) return 0.9;
  return sign[0] === activity[0] ? 0.05 : 0.005;
}

// What else is usual.

const COMPANY = { least: 3, share: 0.6 };
const ANY = { least: 1, share: 0 };

/** `시장 외 4명`, as this person writes it, or the office. */
function company({ companies }: Profile, userId: string, headcount: number): string | null {
  const counts = companies.get(userId) ?? companies.get('');
  const words = usual(counts, COMPANY);
  const others = words?.endsWith('외') ? headcount - 1 : headcount;
  return words && headcount > 1 ? `${words} ${others}명` : null;
}

/** The most frequent of the first that anything is known by. */
function firstUsual<Value extends string>(
  tallies: ReadonlyMap<string, Counts<Value>>,
  keys: readonly string[],
): Value | null {
  for (const key of keys) {
    const found = usual(tallies.get(key), ANY);
    if (found) return found;
  }
  return null;
}

function usual<Value extends string>(
  counts: Counts<Value> | undefined,
  { least, share }: { least: number; share: number },
): Value | null {
  const total = sum(counts);
  const [most] = [...(counts ?? [])].sort(([, a], [, b]) => b - a);
  return most && total >= least && most[1] / total >= share ? most[0] : null;
}

const sum = (counts: Counts<string> | undefined): number =>
  counts ? [...counts.values()].reduce((total, count) => total + count, 0) : 0;
