/** What committees of a council are called in English, piece by piece: 교통위원회 is the Transportation Committee. */
const PIECES: readonly (readonly [korean: string, english: string])[] = [
  ['의회운영', 'council steering|steering'],
  ['운영', 'steering|house operations|operations'],
  ['행정자치', 'public administration|administration and autonomy|administration'],
  ['행정', 'administration'],
  ['자치', 'autonomy'],
  ['기획', 'planning'],
  ['경제', 'economy|economic'],
  ['재정', 'finance'],
  ['예산결산', 'budget and accounts|budget'],
  ['환경수자원', 'environment and water resources|environment'],
  ['환경', 'environment'],
  ['해양', 'maritime|ocean'],
  ['문화', 'culture'],
  ['체육', 'sports'],
  ['관광', 'tourism'],
  ['보건', 'health'],
  ['복지', 'welfare'],
  ['도시계획', 'urban planning|city planning'],
  ['균형', 'balance|balanced development'],
  ['도시', 'urban|city'],
  ['안전', 'safety'],
  ['건설', 'construction'],
  ['주택', 'housing'],
  ['공간', 'space'],
  ['교통', 'transportation|transport|traffic'],
  ['교육', 'education'],
  ['산업', 'industry'],
  ['농업', 'agriculture'],
  ['여성', 'women'],
  ['가족', 'family'],
  ['윤리', 'ethics'],
  ['특별', 'special'],
];

/** They say of which kind the next piece is: `urban safety`, not `urban and safety`. */
const DESCRIBES = new Set(['urban', 'city', 'maritime', 'ocean', 'special', 'economic']);

/** `Transportation committee`, `Culture, sports and tourism committee`; a name that has unknown pieces stays as the council writes it. */
export function committeeInEnglish(name: string): string {
  const [said] = committeesInEnglish(name);
  return said ? `${said.charAt(0).toUpperCase()}${said.slice(1)}` : name;
}

/** Every way to say it; none where a piece of the name is not known. */
export function committeesInEnglish(name: string): string[] {
  const stem = /^(.+?)(?:특별)?위원회$/.exec(name)?.[1];
  return (stem ? namesOf(stem) : []).map((it) => `${it} committee`);
}

const namesOf = (stem: string): string[] => [...new Set(piecesOf(stem).flatMap((it) => [listed(it), ...joined(it)]))];

/** Every way to take a name to pieces, in the words of each. */
function piecesOf(stem: string): string[][] {
  if (stem === '') return [[]];
  return PIECES.filter(([korean]) => stem.startsWith(korean)).flatMap(([korean, english]) =>
    piecesOf(stem.slice(korean.length)).flatMap((rest) => english.split('|').map((word) => [word, ...rest])),
  );
}

/** As a list is written: `culture, sports and tourism`. */
function listed(pieces: readonly string[]): string {
  const items: string[] = [];
  for (const piece of pieces.toReversed())
    if (DESCRIBES.has(piece) && items[0] !== undefined) items[0] = `${piece} ${items[0]}`;
    else items.unshift(piece);
  const last = items.pop() ?? '';
  return items.length > 0 ? `${items.join(', ')} and ${last}` : last;
}

/** As people type it: with or without an “and” between any two. */
function joined([first = '', ...rest]: readonly string[]): string[] {
  if (rest.length === 0) return [first];
  return joined(rest).flatMap((more) => [`${first} and ${more}`, `${first} ${more}`]);
}
