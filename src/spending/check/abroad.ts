/** Every country's name as ICU knows it, in Korean and English, but for Korea itself. */
function countryNames(): ReadonlySet<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((one) => letters.map((other) => one + other)).filter((code) => code !== 'KR');
  return new Set(
    (['ko', 'en'] as const).flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
      return codes.flatMap((code) => names.of(code)?.toLowerCase() ?? []);
    }),
  );
}

/** Asked when the first word is looked up, never at the app's start. */
let countries: ReadonlySet<string> | null = null;

/** As addresses and people write them, where ICU has another name. */
const ALSO = new Set(
  '홍콩 마카오 대만 영국 터키 튀르키예 체코 아랍에미리트 사우디 uk usa us u.s.a. england scotland hongkong'.split(' '),
);

/** Cities that mayors go to; a name alone is also a shop's (파리, 런던), so it counts only in an address or after its country. */
const CITIES = new Set(
  [
    '도쿄 오사카 교토 나고야 후쿠오카 삿포로 요코하마 고베 히로시마 베이징 북경 상하이 상해 광저우 선전 톈진 칭다오 충칭 청두 홍콩 마카오',
    '타이베이 가오슝 하노이 호찌민 호치민 다낭 방콕 싱가포르 자카르타 쿠알라룸푸르 마닐라 프놈펜 비엔티안 양곤 뉴델리 델리 뭄바이 울란바토르',
    '타슈켄트 알마티 두바이 아부다비 이스탄불 앙카라 텔아비브 카이로 나이로비 케이프타운 런던 파리 베를린 뮌헨 프랑크푸르트 함부르크 빈 취리히',
    '제네바 로마 밀라노 마드리드 바르셀로나 리스본 암스테르담 브뤼셀 코펜하겐 스톡홀름 오슬로 헬싱키 바르샤바 프라하 부다페스트 모스크바',
    '블라디보스토크 뉴욕 워싱턴 보스턴 시카고 시애틀 샌프란시스코 로스앤젤레스 라스베이거스 애틀랜타 호놀룰루 밴쿠버 토론토 몬트리올',
    '멕시코시티 상파울루 부에노스아이레스 산티아고 리마 보고타 시드니 멜버른 브리즈번 오클랜드',
  ].flatMap((line) => line.split(' ')),
);

function isCountry(token: string): boolean {
  countries ??= countryNames();
  return countries.has(token.toLowerCase()) || ALSO.has(token.toLowerCase());
}
const isCity = (token: string): boolean => CITIES.has(token) || CITIES.has(token.replace(/(?:시|도|부)$/, ''));

/** Words of a purpose that is carried out abroad. */
const JOURNEY = /순방|해외|국외|현지/;

/** A shop that writes its name without Hangul, used on a journey or for something that names a country or city abroad. */
export function isForeignShop(place: string | null, purpose: string): boolean {
  if (!place || /[가-힣]/.test(place.replace(/[(（][^()（）]*[)）]?/g, '')) || !/[a-z]/i.test(place)) return false;
  const words = purpose.split(/[\s()（）,·]+/);
  return JOURNEY.test(purpose) || words.some((word) => isCountry(word) || isCity(word));
}

/**
 * Where abroad an address lies, in its own words. Of a mere name of a place only a country and its city together say so: 일본식당 and
 * 런던베이글 stand here, and 일본 도쿄 does not.
 */
export function abroadIn(tokens: readonly string[], certain: boolean): string | null {
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1] ?? '';
    if (isCountry(token) && isCity(next)) return `${token} ${next}`;
    if (certain && (isCountry(token) || (isCity(token) && tokens.length > 1))) return token;
  }
  return null;
}
