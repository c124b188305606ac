/** The syllables that given names begin with, and those they end in; others are possible and rare. */
const FIRST = new Set(
  '가강건경계고관광교구국권규균근금기길나남내노다단달대덕도동두라로루리마만매명무문미민방배백범별병보복본봉부빛산삼상새서석선설성세소솔송수숙순슬승시신아안애양언여연영예오옥온완용우운웅원월유육윤율은을응의이익인일자장재전점정제조종주준중지진찬창채천철청초추춘충치태택필하학한해향헌혁현형혜호홍화환효후훈휘희흥빈란나니세끝갑귀둘맹쌍판팔칠말려겨봄',
);
const LAST = new Set(
  '경곤관광교구국권규균근금기길나남녀니달담대덕도돈동두라락란람래량련렬령례로록룡루름리린림만매명모무묵문미민배백범별병보복봉비빈빛산삼상서석선설섭성세솔송수숙순술슬승식신실심아안애양언연열엽영예오옥완용우욱운웅원월위유윤율은을음의이익인일임자장재전정제조종주준중지진찬창채천철청초춘출충치태택표필하학한해향헌혁현협형혜호홍화환효후훈휘희흔별늘솜샘봄결탁겸걸온든울랑팔분롬레엘립갑돌',
);

/** Endings of words that are no names: 연합회, 도시과, 시민들. */
const NEVER_LAST = new Set('읍회과팀직점처업층품물책력역료론급법들등외간님씨측쪽것');

/** Given names that are Korean words. */
const NATIVE = new Set(
  '가람 가을 겨울 구름 나래 나무 노을 누리 다솜 다온 단비 도담 두리 라온 마루 바다 바로 별이 보라 보람 봄이 빛나 사랑 새론 새롬 샛별 소담 소리 솔비 슬기 아람 아름 여름 여울 은별 이랑 이루 이슬 잎새 조은 찬솔 초롱 푸름 소망 은총 믿음 온유 기쁨 요셉 요한 다윗 한나 이삭 모세 에녹 노엘 하나 하늘 하람 한결 한길 한별 한빛 한솔 해솔'.split(
    ' ',
  ),
);

export type Likeness = 'strong' | 'weak' | 'none';

/** How much two syllables are a given name, by their letters alone. */
export function givenLikeness(given: string): Likeness {
  const [first = '', last = ''] = [...given];
  if (NATIVE.has(given)) return 'strong';
  if (NEVER_LAST.has(last)) return 'none';
  const likely = Number(FIRST.has(first)) + Number(LAST.has(last));
  return likely === 2 ? 'strong' : likely === 1 ? 'weak' : 'none';
}

export const mayEndAName = (given: string): boolean => !NEVER_LAST.has(given.slice(-1));

export const isInNames = (syllable: string): boolean => FIRST.has(syllable) || LAST.has(syllable);

export const endsLikeAName = (syllable: string): boolean => LAST.has(syllable);

/** What goes before 자 in given names; words of people (이용자, 노동자, 고령자) are made with others. */
const BEFORE_JA = new Set('경계금길덕말명미복상선성수숙순애양연영옥은인점정진춘혜화희');
export const endsInAGivenName = (name: string): boolean =>
  name.length === 3 && name.endsWith('자') && BEFORE_JA.has(name[1] ?? '');

/** Of three syllables, one is a Korean word and a letter, or a child's: 아름이, 온누리, 하나린. */
export const mayBeLongGiven = (given: string): boolean =>
  NATIVE.has(given.slice(0, 2)) ||
  NATIVE.has(given.slice(1)) ||
  (given.endsWith('이') && givenLikeness(given.slice(0, 2)) !== 'none');

/** Given names of three syllables are Korean words, or of the Bible. */
export const LONG_GIVEN = new Set(
  '빛나라 한아름 초롱이 가람솔 하늘빛 우리별 새봄이 아름이 단비야 고은님 다은빛 사무엘 에스더 마리아 다니엘 가브리 라파엘 미카엘 이사야 예레미'.split(
    ' ',
  ),
);
