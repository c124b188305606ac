import type { Person, Role } from './protocol.ts';

export const TEAM = { id: 'T0BISEO001', domain: 'biseo-city', name: '비서시청' } as const;
/** The workspace of the one person who comes from outside. */
const OTHER_TEAM = 'T0OTHER001';

export const APP = { id: 'A0BISEO001', botId: 'B0BISEO001', botUser: 'U0BISEOBOT' } as const;

export const CHANNELS = {
  /** The office's channel: the app is in it. */
  office: 'C0OFFICE01',
  general: 'C0GENERAL1',
  /** Private, and the app is not in it. */
  private: 'C0PRIVATE1',
  /** Shared with people from outside. */
  partners: 'C0PARTNERS',
} as const;

type Sample = [id: string, name: string, title: string, department: string, role: Role];

/** All made up. The first is the administrator. */
const SAMPLES: Sample[] = [
  ['U0HANADMIN', '한지우', '비서실장', '비서실', 'administrator'],
  ['U0OHMANAGE', '오세라', '총괄비서관', '비서실', 'manager'],
  ['U0MINMANAG', '민도현', '예산담당 팀장', '총무과', 'manager'],
  ['U0SEOMANAG', '서유진', '정무비서관', '비서실', 'manager'],
  ['U0KIMSEOYE', '김서연', '수행비서', '비서실', 'member'],
  ['U0LEEJUNHO', '이준호', '일정담당 주무관', '비서실', 'member'],
  ['U0PARKHAEU', '박하은', '회계담당 주무관', '총무과', 'member'],
  ['U0CHOIMINJ', '최민재', '의회협력 주무관', '기획조정실', 'member'],
  ['U0JUNGDAEU', '정다은', '공약관리 주무관', '기획조정실', 'member'],
  ['U0KANGTAEO', '강태오', '메시지담당', '비서실', 'member'],
  ['U0YOONSOMI', '윤소미', '현장소통 주무관', '시민소통담당관', 'member'],
  ['U0LIMGEONW', '임건우', '일자리정책 주무관', '일자리정책과', 'member'],
  ['U0SHINARAM', '신아람', '홍보담당 주무관', '대변인실', 'member'],
  ['U0KWONHYUK', '권혁진', '의전담당', '총무과', 'member'],
  ['U0HWANGBOM', '황보민', '민원담당 주무관', '시민소통담당관', 'member'],
  ['U0NAMGUNGY', '남궁율', '기록담당', '비서실', 'member'],
];

function person([id, name, title, department, role]: Sample, differs: Partial<Person> = {}): Person {
  return {
    id,
    name,
    realName: name,
    title,
    department,
    role,
    locale: 'ko-KR',
    isAdmin: role === 'administrator',
    isRestricted: false,
    isBot: false,
    teamId: TEAM.id,
    tz: 'Asia/Seoul',
    ...differs,
  };
}

/** The sample people and what they might be in the office. `newcomer`: of the workspace, on no list of the office yet. */
export const PEOPLE: readonly Person[] = [
  ...SAMPLES.map((it) => person(it)),
  person(['U0EMMACART', 'Emma Carter', 'International relations', '국제교류팀', 'member'], { locale: 'en-US' }),
  person(['U0NEWBIE01', '새로운', '신규 임용', '총무과', 'newcomer']),
  person(['U0GUESTCHA', '차손님', '외부 자문위원', '자문단', 'guest'], { isRestricted: true }),
  person(['U0STRANGER', '도외부', '협력기관 담당자', '다른 기관', 'stranger'], { teamId: OTHER_TEAM }),
];

export const ADMINISTRATOR = 'U0HANADMIN';

/** Someone added in the page. */
export function newPerson(id: string, name: string, differs: Partial<Person>): Person {
  return person([id, name, '', '', 'newcomer'], differs);
}
