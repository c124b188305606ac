import type { HolidayRefusal } from '../../vocabulary/desk.ts';

export const daysOff = {
  title: '공휴일',
  explain:
    '달력에 아직 없어 비서실이 적은 공휴일입니다. 알림과 기한, 방해 금지 시간, 결재 기한, 지출 점검에서 모두 쉬는 날로 봅니다.',
  none: '적은 공휴일이 없습니다. 달력에 아직 없는 임시공휴일이나 선거일만 적으면 됩니다.',
  add: '공휴일 추가',
  remove: '빼기',
  history: '변경 이력',
  went: (when: string, name: string, added: boolean, holiday: string, reason: string) =>
    [`${when} ${name}`, `${added ? '추가' : '뺌'}: ${holiday}`, reason].filter(Boolean).join(' · '),
  form: {
    title: '공휴일 추가',
    submit: '추가',
    explain: '설날이나 대체공휴일처럼 달력에 있는 날은 적지 않아도 됩니다. 그날과 그 앞의 집행은 다시 점검합니다.',
    labels: { day: '날짜', name: '이름' },
    hints: { name: '예: 임시공휴일, 전국동시지방선거. 이름에 ‘선거’가 있으면 선거일로도 봅니다.' },
  },
  refusals: {
    missing: '입력해 주세요.',
    known: '이미 공휴일인 날입니다. 다른 날을 골라 주세요.',
    too_many: '공휴일은 100일까지 적을 수 있습니다. 지난 것을 빼 주세요.',
  } satisfies Record<HolidayRefusal, string> as Record<HolidayRefusal, string>,
  added: (holiday: string) => `공휴일을 추가했습니다: ${holiday}. 그날과 그 앞의 집행은 다시 점검합니다.`,
  removeForm: (holiday: string) => ({
    title: '공휴일 빼기',
    explain: `${holiday}: 앞으로 쉬는 날로 보지 않습니다. 그날과 그 앞의 집행은 다시 점검합니다.`,
    submit: '빼기',
  }),
  removed: (holiday: string) => `공휴일에서 뺐습니다: ${holiday}. 그날과 그 앞의 집행은 다시 점검합니다.`,
  gone: '이미 뺀 공휴일입니다. `/비서 공휴일`에서 지금의 목록을 확인해 주세요.',
};
