import { countriesIn } from '../../visit/stats/rules.ts';
import { isHeld, type Records, type Visit } from '../records/records.ts';
import { type Asked, type Figure, figure, missing, ones, shortDay, summed } from './figure.ts';

const nameOf = ({ id }: Visit): string => `V${id}`;
const LEVELS = ['metropolitan', 'basic'] as const;

/**
 * `visits.[year.]PROGRAM.MEASURE`: count, places (different ones), participants, agenda, done, countries, metropolitan, basic,
 * partners.metropolitan, partners.basic (names), all, all.metropolitan, all.basic (of every year), guests, awards, award, since.
 * Missing where no visit of any program was entered for the year: that there were none is not known.
 */
export function visitsFigure(asked: Asked, records: Records): Figure | undefined {
  const it = countedFigure(asked, records);
  const ofYear = records.visits.filter(({ startsOn }) => startsOn.startsWith(`${asked.year}-`));
  const isEver = asked.words[1] === 'all';
  return it && (isEver ? records.visits : ofYear).length === 0 ? missing(it.key, it.unit, it.rule) : it;
}

function countedFigure({ key, year, words }: Asked, records: Records): Figure | undefined {
  const [name = '', ...rest] = words;
  const program = records.programs.find((it) => it.name === name);
  if (!program) return undefined;
  const until = `${name}, ${records.asOf}까지, 취소 제외`;
  const ever = records.visits.filter((visit) => visit.programId === program.id && isHeld(visit, records.asOf));
  const visits = ever.filter((visit) => visit.startsOn.startsWith(`${year}-`));
  const measure = rest.join('.');
  const level = LEVELS.find((it) => measure.endsWith(it));
  switch (measure) {
    case 'count':
      return summed(key, ones(visits.map(nameOf)), 'count', `${year}년 방문·행사 횟수(${until})`);
    case 'places': {
      const first = visits.filter((visit, i) => visits.findIndex(({ place }) => place === visit.place) === i);
      return summed(key, ones(first.map(nameOf)), 'count', `${year}년 서로 다른 방문 장소의 수(${until})`);
    }
    case 'participants': {
      const sources = visits.map((visit) => ({ record: nameOf(visit), adds: visit.participants ?? 0 }));
      const rule = `${year}년 참여 인원 합계(${until})`;
      const isCounted = visits.length === 0 || visits.some(({ participants }) => participants !== null);
      return isCounted ? summed(key, sources, 'people', rule) : missing(key, 'people', rule);
    }
    case 'agenda':
    case 'done': {
      const adds = ({ agenda }: Visit) => (measure === 'agenda' ? agenda : agenda.filter(({ done }) => done)).length;
      const sources = visits.map((visit) => ({ record: nameOf(visit), adds: adds(visit) }));
      return summed(
        key,
        sources,
        'count',
        `${year}년 ${measure === 'agenda' ? '안건' : '처리 완료 안건'} 합계(${until})`,
      );
    }
    case 'metropolitan':
    case 'basic':
      return summed(
        key,
        ones(visits.filter((it) => it.partnerLevel === level).map(nameOf)),
        'count',
        `${year}년 협약(${until})`,
      );
    case 'all':
    case 'all.metropolitan':
    case 'all.basic': {
      const counted = ever.filter((it) => it.partnerLevel !== null && (!level || it.partnerLevel === level));
      return summed(key, ones(counted.map(nameOf)), 'count', `누적 협약(${until})`);
    }
    case 'countries': {
      const value = countriesIn(visits.map(({ countries }) => countries ?? '')).length;
      return figure(key, {
        value,
        unit: 'count',
        rule: `${year}년 서로 다른 나라의 수(${until})`,
        sources: ones(visits.map(nameOf)),
      });
    }
    case 'partners.metropolitan':
    case 'partners.basic': {
      const told = visits.filter((it) => it.partnerLevel === level && it.partner);
      return listed(
        key,
        told,
        told.map(({ partner }) => partner ?? ''),
        `${year}년 협약 상대(${until})`,
      );
    }
    case 'guests': {
      const said = visits.map((it) =>
        it.guestTitle ? `${[it.countries, it.guestTitle].filter(Boolean).join(' ')}(${shortDay(it.startsOn)})` : '',
      );
      return listed(key, visits, said, `${year}년 외빈의 나라와 직함, 날짜(${until})`);
    }
    case 'award': {
      const told = visits.filter(({ award }) => award);
      return listed(
        key,
        told,
        told.map(({ award }) => award ?? ''),
        `${year}년 시상 이름(${until})`,
      );
    }
    case 'awards':
      return summed(
        key,
        ones(visits.filter(({ award }) => award).map(nameOf)),
        'count',
        `${year}년 시상 횟수(${until})`,
      );
    case 'since': {
      const [first] = visits;
      const value = first ? `${first.startsOn.slice(2, 4)}.${Number(first.startsOn.slice(5, 7))}월~` : NONE;
      return figure(key, {
        value,
        unit: 'text',
        rule: `첫 방문의 달(${until})`,
        sources: first ? ones([nameOf(first)]) : [],
      });
    }
    default:
      return undefined;
  }
}

/** That there was none is known: no hole. */
const NONE = '없음';

/** Names with commas between, each once; null where one has none, since a list with a hole reads as if it were whole. */
function listed(key: string, visits: readonly Visit[], names: readonly string[], rule: string): Figure {
  const told = names.length === 0 ? NONE : [...new Set(names)].join(', ');
  const value = names.includes('') ? null : told;
  return figure(key, { value, unit: 'text', rule, sources: ones(visits.map(nameOf)) });
}

/**
 * `cite V50 V51`: the days of named visits, `3.7/11.9`, `10.6~8`; with `|전체` every month is written, `1.19~1.23`. Undefined where a
 * name is none.
 */
export function citation(
  key: string,
  names: readonly string[],
  format: string | null,
  records: Records,
): Figure | undefined {
  const visits = names.map((name) => records.visits.find((visit) => nameOf(visit) === name.toUpperCase()));
  if (visits.length === 0 || visits.some((visit) => visit === undefined) || (format !== null && format !== '전체'))
    return undefined;
  const told = visits.filter((visit) => visit !== undefined);
  const value = told.map((visit) => spanOf(visit, format === '전체')).join('/');
  return figure(key, { value, unit: 'text', rule: '현장방문·일정 기록의 날짜', sources: ones(told.map(nameOf)) });
}

function spanOf({ startsOn, endsOn }: Visit, full: boolean): string {
  if (endsOn === startsOn) return shortDay(startsOn);
  const sameMonth = startsOn.slice(0, 7) === endsOn.slice(0, 7);
  return `${shortDay(startsOn)}~${sameMonth && !full ? Number(endsOn.slice(8)) : shortDay(endsOn)}`;
}
