import type { GapCode, ReleaseRefusal, ReportState, Section } from '../../vocabulary/report.ts';

type About = { records: string; count: string; detail: string };

/** The main-work report: its parts, what it lacks, how it is handed in. The document itself is Korean whoever reads this. */
export const report = {
  title: (year: number) => `${year} 주요업무 보고`,
  sections: {
    cover: '표지',
    functions: '주요 기능',
    staffing: '인력 현황',
    budget: '예산 집행현황',
    schedule: '일정기획',
    pledges: '공약',
    council: '시의회',
    citizens: '소통과 협치',
    exchange: '교류와 협력',
    audit: '붙임: 행정사무감사 처리결과',
    answers: '붙임 답변(수치가 든 것)',
  } satisfies Record<Section, string> as Record<Section, string>,
  states: {
    draft: '초안',
    looked_at: '검토됨',
    released: '확정',
  } satisfies Record<ReportState, string> as Record<ReportState, string>,
  stateLine: (asOf: string, state: string, version: number) =>
    `기준일 ${asOf} · ${state}${version > 0 ? ` · 확정본 ${version}판까지 있음` : ''}`,
  gaps: {
    no_text: () => '글이 없습니다.',
    unknown_token: ({ detail }) => `모르는 수치입니다: {{${detail}}}`,
    figure_missing: ({ detail }) => `기록이 없어 값을 낼 수 없습니다: ${detail}`,
    staffing_missing: () => '정원·현원이 없거나 기준일에 쓰기에 너무 오래되었습니다.',
    outside_missing: ({ detail }) => `외부 수치가 없거나 기준일에 쓰기에 너무 오래되었습니다: ${detail}`,
    totals_differ: ({ detail }) => `같은 것을 두 번 세어 다르게 나왔습니다. ※로 설명해 주세요: ${detail}`,
    name_undecided: ({ detail }) => `사람의 이름이나 번호로 보입니다. 그대로 실을지 정해 주세요: “${detail}”`,
    held_rows: ({ count, detail }) => `확인이 필요한 행 ${count}건(${detail}원)이 합계에 없습니다.`,
    spends_without_day: ({ count, detail }) =>
      `집행일을 몰라 기준일로 자를 수 없는 집행 ${count}건(${detail}원)이 합계에 없습니다.`,
    visits_without_result: ({ count, records }) => `결과가 없는 일정 ${count}건: ${records}`,
    troubled_without_reason: ({ count, records }) => `까닭이 적히지 않은 부진 공약 ${count}건: ${records}`,
    demand_unanswered: ({ count, records }) => `답이 없는 감사 요구 ${count}건: ${records}`,
    cited_cancelled: ({ records, detail }) => `취소된 일정을 들었습니다: ${records} ${detail}`,
    cited_ahead: ({ records, detail }) => `기준일 뒤의 일정을 들었습니다: ${records} ${detail}`,
    printed_twice: ({ detail }) => `한 수치가 표와 글에서 다르게 반올림됩니다: ${detail}`,
  } satisfies Record<GapCode, (about: About) => string> as Record<GapCode, (about: About) => string>,
  blocks: '막힘',
  warns: '확인',
  accepted: (reason: string) => `그대로 둠: ${reason}`,
  noGaps: '빠진 것이 없습니다.',
  refusals: {
    incomplete: '빠진 것이 있어 확정할 수 없습니다. 점검에서 채우거나, 그대로 둘 까닭을 적어 주세요.',
    not_looked_at: '다른 관리자가 먼저 검토해야 합니다.',
    alone: '검토한 사람과 확정하는 사람은 달라야 합니다.',
    changed_meanwhile: '그사이 내용이 바뀌었습니다. 다시 보고 확정해 주세요.',
    reason_missing: '고쳐서 다시 확정하는 까닭을 적어 주세요.',
    overtaken: '그사이 다른 판이 확정되었습니다. 다시 열어 주세요.',
  } satisfies Record<ReleaseRefusal, string> as Record<ReleaseRefusal, string>,
  terminal: {
    written: (file: string) => `파일을 썼습니다: ${file}`,
    blocked: (count: string) => `빠진 것이 ${count}가지 있어 파일을 만들지 않았습니다. 초안은 --draft로 만듭니다.`,
    noRelease: (year: number, version: string) => `확정본이 없습니다: ${year}년 ${version}판`,
    textsOf: (year: string) => `아직 이 연도의 글이 없어 ${year}의 글로 만들었습니다.`,
    outline: '기본 차례',
    yearOf: (year: number) => `${year}년`,
  },
};
