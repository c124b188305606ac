import { isObject, parseJson } from '../../../src/simulator/json.ts';
import type { Json } from '../../../src/simulator/protocol.ts';
import type { Random } from '../random.ts';
import type { Delivered } from './record.ts';

/** A request as it goes over the wire. */
export type Posted = { body: string; contentType: string; what: string };

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

export const ODD_WORDS = [
  '',
  ' ',
  '\0',
  '\ud800',
  '\udfff가',
  '가'.repeat(5_000),
  'a'.repeat(60_000),
  '1'.repeat(20_000),
  '('.repeat(20_000),
  '가 나 '.repeat(1_500),
  '2018-03-01 '.repeat(1_000),
  '1 '.repeat(10_000),
  // As many as may be asked by.
  '가 '.repeat(249),
  '\u202e거꾸로',
  '👩‍👩‍👧‍👦'.repeat(50),
  'e\u0301\u0323'.repeat(300),
  '{{7*7}}',
  '<!channel> <@U0KIMSEOYE>',
  "'; drop table expense; --",
  '=1+1',
  '__proto__',
  'constructor',
  'E99999999',
  'E0',
  'E-1',
  'V1e309',
  'F9007199254740993',
  'U0NOBODY99',
  'W1',
  'null',
  'NaN',
  '1e400',
  '２０１８',
  '2018-02-30',
  '9999-99-99',
  '{"id":',
  '[]',
  '{}',
  '{"id":1e999}',
] as const;
const ODD_VALUES = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  1e300,
  [],
  {},
  [[]],
  [null],
  { '': null },
  { type: 'x' },
] as const;

/** Something that Slack delivered, signed later, with things in it that Slack would never send, also such as stand in others of it. */
export function mutated(base: Delivered, bases: readonly Delivered[], random: Random): Posted {
  const other = pickOf(bases, random);
  const whats: string[] = [];
  let changed: Json = JSON.parse(JSON.stringify(base.payload)); // a third of what structuredClone takes
  const times = random.between(0, 3);
  for (let i = 0; i < times; i++) {
    const [next, what] = changedOnce(changed, other.payload, random);
    changed = next;
    whats.push(what);
  }
  return posted(base.kind, changed, whats.join(', ') || 'as it was', random);
}

const pickOf = <Item>(items: readonly Item[], random: Random): Item => {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('There is nothing to pick from.');
  return random.pick([first, ...rest]);
};

type Place = { holder: { [key: string]: Json } | Json[]; key: string | number };

function changedOnce(payload: Json, other: Json, random: Random): [Json, string] {
  const places = placesIn(payload);
  if (places.length === 0) return [payload, 'nothing'];
  const { holder, key } = pickOf(places, random);
  const value = Reflect.get(holder, key) as Json;
  const set = (to: Json) => Reflect.set(holder, key, to);
  const inside = typeof value === 'string' && /^[[{]/.test(value) ? parseJson(value) : undefined;
  if (inside !== undefined && random.next() < 0.7) {
    const [next, what] = changedOnce(inside, other, random);
    set(JSON.stringify(next));
    return [payload, `${key}: ${what}`];
  }
  switch (random.pick(['gone', 'word', 'value', 'value', 'nested', 'other', 'doubled', 'near'])) {
    case 'gone':
      Reflect.deleteProperty(holder, key);
      return [payload, `${key} gone`];
    case 'word':
      set(random.pick(ODD_WORDS));
      return [payload, `${key} an odd word`];
    case 'value':
      set(structuredClone(random.pick(ODD_VALUES)) as Json);
      return [payload, `${key} an odd value`];
    case 'nested':
      set(nested(value, random.between(1, 300)));
      return [payload, `${key} nested`];
    case 'other': {
      const from = pickOf(placesIn(other), random);
      set(structuredClone(Reflect.get(from.holder, from.key)) as Json);
      return [payload, `${key} of another`];
    }
    case 'doubled':
      set([value, value]);
      return [payload, `${key} doubled`];
    default:
      set(near(value, random));
      return [payload, `${key} a little off`];
  }
}

function nested(value: Json, depth: number): Json {
  let all = value;
  for (let i = 0; i < depth; i++) all = i % 2 === 0 ? [all] : { value: all };
  return all;
}

/** Another record, another number, another button: what an attacker would try. */
function near(value: Json, random: Random): Json {
  if (typeof value === 'number') return value + random.pick([-1, 1, 1_000_000, 0.5]);
  if (typeof value !== 'string') return String(value);
  if (/\d/.test(value)) return value.replace(/\d+/, String(random.between(0, 200)));
  return `${value}${random.pick(['x', ' ', '\n', '.', '가'])}`;
}

const MOST_PLACES = 2_000;

function placesIn(value: Json, found: Place[] = []): Place[] {
  const entries = Array.isArray(value) ? value.keys() : isObject(value) ? Object.keys(value) : [];
  for (const key of entries) {
    if (found.length >= MOST_PLACES) break;
    const holder = value as Place['holder'];
    found.push({ holder, key });
    placesIn(Reflect.get(holder, key) as Json, found);
  }
  return found;
}

/** As Slack posts it. */
export function proper(kind: Delivered['kind'], payload: Json, what = 'as it was'): Posted {
  const json = JSON.stringify(payload) ?? 'null';
  if (kind === 'event') return { body: json, contentType: JSON_TYPE, what };
  const fields = Object.entries(isObject(payload) ? payload : {}).map(([name, it]): [string, string] => [
    name,
    typeof it === 'string' ? it : JSON.stringify(it),
  ]);
  const body = new URLSearchParams(kind === 'command' ? fields : { payload: json }).toString();
  return { body, contentType: FORM, what };
}

/** One in twenty in a way that Slack never posts. */
function posted(kind: Delivered['kind'], payload: Json, what: string, random: Random): Posted {
  const usual = proper(kind, payload, what);
  if (random.next() >= 0.05) return usual;
  return random.pick([
    {
      ...usual,
      contentType: random.pick([
        'text/plain',
        'application/xml',
        'multipart/form-data',
        '',
        'application/json; charset=nonsense',
      ]),
      what: 'a wrong content type',
    },
    { ...usual, contentType: usual.contentType === FORM ? JSON_TYPE : FORM, what: 'the other content type' },
    { body: random.pick(['null', '[]', '0', '"a"', '{', '']), contentType: JSON_TYPE, what: 'JSON that says nothing' },
    {
      body: random.pick([
        'payload=%E0%A4%A',
        'payload=%zz',
        'payload',
        'payload=null',
        'payload=[]',
        '%',
        '&&&',
        'command=%2Fexpense&command=%2Fvisit',
      ]),
      contentType: FORM,
      what: 'bad url-encoding',
    },
    { ...usual, body: usual.body.slice(0, random.between(0, usual.body.length)), what: 'cut off' },
    { ...usual, body: `${usual.body}${usual.body}`, what: 'twice in one' },
  ]);
}
