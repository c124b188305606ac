const HOLIDAYS: [korean: string, english: string][] = [
  ['1월 1일', 'New Year’s Day'],
  ['설날', 'Seollal'],
  ['3ㆍ1절', 'Independence Movement Day'],
  ['노동절', 'Labour Day'],
  ['어린이날', 'Children’s Day'],
  ['부처님 오신 날', 'Buddha’s Birthday'],
  ['현충일', 'Memorial Day'],
  ['제헌절', 'Constitution Day'],
  ['광복절', 'Liberation Day'],
  ['추석', 'Chuseok'],
  ['개천절', 'National Foundation Day'],
  ['한글날', 'Hangeul Day'],
  ['기독탄신일', 'Christmas'],
  ['대체공휴일', 'substitute holiday'],
  ['임시공휴일', 'special holiday'],
  ['전국동시지방선거', 'local election day'],
  ['국회의원선거', 'general election day'],
  ['대통령선거', 'presidential election day'],
  [' 전날', ' eve'],
  [' 다음 날', ' (day after)'],
];

/** `대체공휴일(개천절)` in English. */
export const holiday = (name: string): string =>
  HOLIDAYS.reduce((said, [korean, english]) => said.replace(korean, english), name).replace(/(?<=\w)\((?=[A-Z])/, ' (');
