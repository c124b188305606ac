import type { SourceId } from '../../vocabulary/check.ts';

/** What a source is called, with the version that was read. */
export const sources: Record<SourceId, string> = {
  directive: '지방자치단체 회계관리에 관한 훈령 제416호(2026. 1. 2. 시행) 본문',
  standard: '지방자치단체 회계관리에 관한 훈령 별표 2의2 (첨부 파일, 원문 미확인)',
  card_standard: '지방자치단체 회계관리에 관한 훈령 별표 4 (첨부 파일, 원문 미확인)',
  scope: '지방자치단체 업무추진비 집행에 관한 규칙 제381호(2023. 3. 3.)',
  scope_annex: '업무추진비 집행에 관한 규칙 별표 1 (오래된 사본)',
  graft_decree: '청탁금지법 시행령 제35974호(2025. 12. 30.)까지',
  graft_limits: '청탁금지법 시행령 별표 1의 금액을 옮긴 보도(2024)',
  graft_vouchers: '명절 선물과 상품권 안내(2023, 2026)',
  accounting_act: '지방회계법',
  accounting_decree: '지방회계법 시행령 제35895호(2025. 12. 9.)까지',
  election_act: '공직선거법(2026. 4. 22. 개정)',
  budgeting: '지방자치단체 예산편성 운영기준(2023. 9. 26.)',
  information_act: '정보공개법(2006년 판)',
  supreme_court: '대법원 2007도7205',
  district_court: '대구지법 판결 보도(2012)',
  central_2019: '정부 예산 집행지침 보도(2018. 12. 31.)',
  audit_2023: '도 종합감사 보도(2023)',
  audit_2025: '시 감사 보도(2025)',
  prepaid: '선결제·카드깡 보도',
  watchdog: '공개 자료를 점검하는 시민 도구',
  council_audit: '2016 주요업무 보고의 행정사무감사 처리결과',
  own: '이 앱의 기준',
};
