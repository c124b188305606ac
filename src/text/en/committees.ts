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

/** `Transportation committee`; a name that has unknown pieces stays as the council writes it. */
export function committeeInEnglish(name: string): string {
  const [said] = committeesInEnglish(name);
  return said ? `${said.charAt(0).toUpperCase()}${said.slice(1)}` : name;
}

/** Every way to say it; none where a piece of the name is not known. */
export function committeesInEnglish(name: string): string[] {
  const stem = /^(.+?)(?:특별)?위원회$/.exec(name)?.[1];
  return (stem ? namesOf(stem) : []).map((it) => `${it} committee`);
}

function namesOf(stem: string): string[] {
  const found: string[] = [];
  for (const [korean, english] of PIECES) {
    if (!stem.startsWith(korean)) continue;
    const rest = stem.slice(korean.length);
    for (const word of english.split('|'))
      if (rest === '') found.push(word);
      else for (const more of namesOf(rest)) found.push(`${word} and ${more}`, `${word} ${more}`);
  }
  return found;
}
