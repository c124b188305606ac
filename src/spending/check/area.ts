import { abroadIn, isForeignShop } from './abroad.ts';
import type { Judged } from './rule.ts';

/** 시·도, as addresses begin with them. */
const PROVINCES: Readonly<Record<string, RegExp>> = {
  서울: /^서울(?:시|특별시)?$/,
  부산: /^부산(?:시|광역시)?$/,
  대구: /^대구(?:시|광역시)?$/,
  인천: /^인천(?:시|광역시)?$/,
  광주: /^광주(?:광역시)?$/,
  대전: /^대전(?:시|광역시)?$/,
  울산: /^울산(?:시|광역시)?$/,
  세종: /^세종(?:시|특별자치시)?$/,
  경기: /^경기(?:도)?$/,
  강원: /^강원(?:도|특별자치도)?$/,
  충북: /^(?:충북|충청북도)$/,
  충남: /^(?:충남|충청남도)$/,
  전북: /^(?:전북|전라북도|전북특별자치도)$/,
  전남: /^(?:전남|전라남도)$/,
  경북: /^(?:경북|경상북도)$/,
  경남: /^(?:경남|경상남도)$/,
  제주: /^제주(?:도|특별자치도)?$/,
};

/** 시, 군 and 자치구 by 시·도; only these names are taken for a place, so that 입구 and 연구 are none. */
const DISTRICTS: Readonly<Record<string, string>> = {
  서울: '종로구 중구 용산구 성동구 광진구 동대문구 중랑구 성북구 강북구 도봉구 노원구 은평구 서대문구 마포구 양천구 강서구 구로구 금천구 영등포구 동작구 관악구 서초구 강남구 송파구 강동구',
  부산: '중구 서구 동구 영도구 부산진구 동래구 남구 북구 해운대구 사하구 금정구 강서구 연제구 수영구 사상구 기장군',
  대구: '중구 동구 서구 남구 북구 수성구 달서구 달성군 군위군',
  인천: '중구 동구 미추홀구 연수구 남동구 부평구 계양구 서구 강화군 옹진군',
  광주: '동구 서구 남구 북구 광산구',
  대전: '동구 중구 서구 유성구 대덕구',
  울산: '중구 남구 동구 북구 울주군',
  경기: '수원시 성남시 의정부시 안양시 부천시 광명시 평택시 동두천시 안산시 고양시 과천시 구리시 남양주시 오산시 시흥시 군포시 의왕시 하남시 용인시 파주시 이천시 안성시 김포시 화성시 광주시 양주시 포천시 여주시 연천군 가평군 양평군 장안구 권선구 팔달구 영통구 수정구 중원구 분당구 만안구 동안구 상록구 단원구 덕양구 일산동구 일산서구 처인구 기흥구 수지구',
  강원: '춘천시 원주시 강릉시 동해시 태백시 속초시 삼척시 홍천군 횡성군 영월군 평창군 정선군 철원군 화천군 양구군 인제군 고성군 양양군',
  충북: '청주시 충주시 제천시 보은군 옥천군 영동군 증평군 진천군 괴산군 음성군 단양군 상당구 서원구 흥덕구 청원구',
  충남: '천안시 공주시 보령시 아산시 서산시 논산시 계룡시 당진시 금산군 부여군 서천군 청양군 홍성군 예산군 태안군 동남구 서북구',
  전북: '전주시 군산시 익산시 정읍시 남원시 김제시 완주군 진안군 무주군 장수군 임실군 순창군 고창군 부안군 완산구 덕진구',
  전남: '목포시 여수시 순천시 나주시 광양시 담양군 곡성군 구례군 고흥군 보성군 화순군 장흥군 강진군 해남군 영암군 무안군 함평군 영광군 장성군 완도군 진도군 신안군',
  경북: '포항시 경주시 김천시 안동시 구미시 영주시 영천시 상주시 문경시 경산시 의성군 청송군 영양군 영덕군 청도군 고령군 성주군 칠곡군 예천군 봉화군 울진군 울릉군',
  경남: '창원시 진주시 통영시 사천시 김해시 밀양시 거제시 양산시 의령군 함안군 창녕군 고성군 남해군 하동군 산청군 함양군 거창군 합천군 의창구 성산구 마산합포구 마산회원구 진해구',
  제주: '제주시 서귀포시',
};
const HOME_OF = new Map<string, string[]>();
for (const [province, names] of Object.entries(DISTRICTS)) {
  for (const name of names.split(' ')) HOME_OF.set(name, [...(HOME_OF.get(name) ?? []), province]);
}

/**
 * Where outside the office's districts an address lies, in its own words; null where it lies inside, or can't be told. A name that
 * several cities share (중구) counts as the office's own unless another 시·도 stands before it. Abroad is outside everything.
 */
export function outsideOf(
  spend: Pick<Judged, 'place' | 'address'> & Partial<Pick<Judged, 'purpose'>>,
  districts: readonly string[],
): string | null {
  const foreign = spend.address === null && isForeignShop(spend.place, spend.purpose ?? '');
  return addressOutside(spend, districts) ?? (foreign ? spend.place : null);
}

function addressOutside(
  { place, address }: Pick<Judged, 'place' | 'address'>,
  districts: readonly string[],
): string | null {
  const own = new Set(districts);
  const ownProvinces = new Set(
    districts.flatMap((name) => HOME_OF.get(name) ?? []).filter((name) => isHome(name, own)),
  );
  const bracketed = /[(（]([^()（）]+)/.exec(place ?? '')?.[1];
  const tokens = (address ?? bracketed ?? place ?? '').split(/[\s,]+/).filter(Boolean);
  const certain = address !== null || bracketed !== undefined;

  let province: string | null = null;
  let named: string | null = null;
  let inside = false;
  for (const token of tokens) {
    const found = Object.keys(PROVINCES).find((name) => PROVINCES[name]?.test(token));
    if (found && province === null && named === null) province = found;
    else if (own.has(token)) inside = true;
    if (!found && (own.has(token) || HOME_OF.has(token))) named ??= token;
  }
  const abroad = inside || province !== null ? null : abroadIn(tokens, certain && named === null);
  if (abroad) return abroad;
  const foreign = province !== null && ownProvinces.size > 0 && !ownProvinces.has(province);
  // Without an address a word is a place only where a 시·도 and a district stand together.
  if (foreign) return named !== null || certain ? [province, named].filter(Boolean).join(' ') : null;
  if (inside || named === null) return null;
  if (province === null) return certain ? named : null;
  return `${province} ${named}`;
}

/** Whether it was spent in another country, whose clocks are not the card company's. */
export function isAbroad({ place, address, purpose }: Pick<Judged, 'place' | 'address' | 'purpose'>): boolean {
  const bracketed = /[(（]([^()（）]+)/.exec(place ?? '')?.[1];
  const tokens = (address ?? bracketed ?? place ?? '').split(/[\s,]+/).filter(Boolean);
  const known = tokens.some((token) => HOME_OF.has(token) || Object.values(PROVINCES).some((it) => it.test(token)));
  const certain = (address !== null || bracketed !== undefined) && !known;
  return abroadIn(tokens, certain) !== null || (address === null && isForeignShop(place, purpose));
}

/** A 시·도 is the office's own when a name of its districts stands there and nowhere else. */
function isHome(province: string, own: ReadonlySet<string>): boolean {
  return [...own].some((name) => HOME_OF.get(name)?.length === 1 && HOME_OF.get(name)?.[0] === province);
}
