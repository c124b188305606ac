import type { Texts } from './sections.ts';

/** What an office that never had a report begins with: the order of the 2016 one, its figures and tables, and no words of a city's. */
export const outline: Required<Texts> = {
  cover: '{{report.year}} 주요업무 보고\n{{report.month}}\n{{report.organisation}}',
  functions: 'Ⅰ. 일반 현황\n1 주요 기능\n- 주요정책 지원 및 보좌\n- 시장 일정기획\n- 내·외부 소통의 가교역할',
  staffing: '2 인력 현황\n{{table staffing}}',
  budget: `3 예산 집행현황 ({{report.asOf}} 현재, 단위 : 천원)
● 과목별 집행현황
{{table spending.accounts}}
● 분야별 집행내역
{{table spending.categories}}`,
  schedule: `Ⅱ. 주요 업무
1 일정기획
□ 추진 내용
① 일자리대장정 : 총 {{visits.일자리대장정.count}}개 현장방문, {{visits.일자리대장정.participants}}명 시민 참여
② 민생현장 방문 : 총 {{visits.민생현장.count}}회 현장방문`,
  pledges: `2 공약 관리
- 공약구성 : 총 {{pledges.count}}개
- {{pledges.round.half}} 기준 공약 이행현황 평가 결과
{{table pledges.round}}`,
  council: `3 시의회와의 소통
- 의장단·상임위원장단 간담회 {{council.text.leaders}}회, 당정·정책협의회 등 {{council.text.consultations}}회, 면담 {{council.text.mayor}}회`,
  citizens: `4 시민과의 소통
- 청책토론회 {{visits.청책토론회.count}}회, {{visits.청책토론회.participants}}명 참여
- 시장과의 주말데이트 {{visits.주말데이트.count}}회, 안건 {{visits.주말데이트.done}}건 처리`,
  exchange: `5 교류와 협력
- 우호교류협약 총 {{visits.우호교류협약.all}}개소
- 순방 {{visits.순방.count}}회, 외빈 접견 {{visits.외빈 접견.count}}회`,
  audit: `◎ 행정사무감사 처리결과 보고서
□ 총괄
{{table audit.summary}}
◇ 시정·처리 요구사항
{{table audit.demands audit_correction | 시정 및 처리 요구사항 | 조치결과 및 향후추진계획}}
◇ 건의사항
{{table audit.demands audit_suggestion | 건의사항 | 조치결과}}
◇ 기타사항
{{table audit.demands audit_other | 자료제출 등 기타사항 | 조치결과}}`,
  answers: '',
};
