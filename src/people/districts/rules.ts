import { districtInLatin } from './names.ts';

/** Seoul's 25, and the two places a visit can be that are no district. */
export const SEOUL: readonly string[] = [
  ...['종로구', '중구', '용산구', '성동구', '광진구', '동대문구', '중랑구', '성북구', '강북구', '도봉구', '노원구'],
  ...['은평구', '서대문구', '마포구', '양천구', '강서구', '구로구', '금천구', '영등포구', '동작구', '관악구'],
  ...['서초구', '강남구', '송파구', '강동구', '서울 밖', '해외'],
];

export const MOST_DISTRICTS = 100; // Slack's options in one select
export const LONGEST_NAME = 30;

export type DistrictsRefusal = 'missing' | 'too_long' | 'too_many';

/** A list as typed, one on each line or between commas. */
export function readDistricts(typed: string): { districts: string[] } | { refusal: DistrictsRefusal } {
  const names = typed.split(/[\n,]/).map((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim());
  const districts = [...new Set(names.filter(Boolean).map((name) => districtInLatin(name, SEOUL) ?? name))];
  if (districts.length === 0) return { refusal: 'missing' };
  if (districts.length > MOST_DISTRICTS) return { refusal: 'too_many' };
  if (districts.some((name) => [...name].length > LONGEST_NAME)) return { refusal: 'too_long' };
  return { districts };
}
