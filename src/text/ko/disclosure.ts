import type { Kind, ReleaseRefusal } from '../../vocabulary/disclosure.ts';

/** The first release, and how often it was corrected since. */
const nth = (version: number): string => (version > 1 ? `정정 ${version - 1}차` : '최초 공개');

/** What is said of publishing the spending. The published table itself is Korean in any language. */
export const disclosure = {
  month: (year: number, month: number) => `${year}년 ${month}월`,
  quarter: (year: number, quarter: number) => `${year}년 ${quarter}분기`,
  title: (period: string) => `${period} 집행내역 공개`,
  making: (period: string) => `${period} 집행내역을 점검하고 있습니다…`,
  notAPeriod: (typed: string) =>
    `어느 달이나 분기인지 알 수 없습니다: “${typed}”. 이렇게 적어 주세요: ‘/지출 공개 2016-10’, ‘/지출 공개 2016 3분기’`,

  rows: (count: string, won: string) => `공개할 지출 ${count}건 · ${won}`,
  register: (count: string, won: string) => `장부상 집행 ${count}건 · ${won}`,
  same: '공개표와 같습니다.',
  differs: '공개표와 다릅니다. 다시 열어 확인해 주세요.',
  yearToDate: (year: number, month: number, count: string, won: string) =>
    `${year}년 ${month === 1 ? '1월' : `1~${month}월`} 누계 ${count}건 · ${won}`,
  parts: (masked: string, open: string) => `가릴 곳 ${masked}곳 · 공개 여부를 확인할 곳 ${open}곳`,
  kept: (count: string) => `그대로 두기로 한 곳 ${count}곳`,
  nothingPersonal: '가릴 것이 없습니다.',
  decideFirst: '공개 여부를 확인할 곳을 책임자가 모두 정하면 공개할 수 있습니다.',
  due: (quarter: string, day: string, left: string) => `${quarter} 공개 기한 ${day} (${left})`,
  daysLeft: (days: number) => (days === 0 ? '오늘까지' : `${days}일 남음`),
  overdue: (days: number) => `${days}일 지남`,
  longOverdue: '1년 넘게 지남',
  notOver: (period: string) => `기간이 아직 끝나지 않아(${period}) 미리보기만 할 수 있습니다.`,
  notReleased: '아직 공개하지 않았습니다.',
  released: (version: number, { count, won, by, when }: Record<'count' | 'won' | 'by' | 'when', string>) =>
    `${version > 1 ? `${nth(version)} 공개` : nth(version)} 확정 · ${count}건 · ${won} · ${by} · ${when}`,
  releasedNow: (period: string, version: number) =>
    `${period} 집행내역을 공개 확정했습니다(${nth(version)}). 아래에서 파일을 받아 누리집에 올려 주세요.`,
  releasedAlready: (period: string, version: number) =>
    `${period} 집행내역은 이미 공개 확정되어 있습니다(${nth(version)}).`,
  reason: (reason: string) => `정정 사유: ${reason}`,
  unchanged: '공개한 뒤 바뀐 기록이 없습니다.',
  publishedOtherwise: (period: string) =>
    `이미 공개한 ${period} 집행내역과 이 기록이 다릅니다. ‘/지출 공개’에서 정정 공개해 주세요.`,
  changedSince: (count: string) => `공개 후 바뀐 기록 ${count}건이 있습니다. 바로잡으려면 정정 공개해 주세요.`,

  warnings: {
    held: (rows: string, won: string) => `확인 필요 건 ${rows}건(${won}): 표에 없습니다. ‘/지출 확인필요’`,
    monthless: (rows: string, won: string) => `회계월을 모르는 기록 ${rows}건(${won}): 어느 달의 표에도 없습니다.`,
    waiting: (count: string) => `결재를 기다리는 기록 ${count}건이 들어 있습니다.`,
    findings: (count: string) => `남은 점검 사항 ${count}건이 있습니다.`,
    bundled: (count: string) => `여러 건을 한 줄로 적은 기록이 ${count}건 있습니다. 한 건씩 나누어 기록해 주세요.`,
    place: (count: string) => `장소가 없는 지출 ${count}건`,
    day: (count: string) => `날짜를 모르는 지출 ${count}건 (‘일자 미상’으로 나갑니다)`,
    spender: (count: string) => `사용자가 적히지 않은 지출 ${count}건 (‘시장’으로 나갑니다)`,
    people: (count: string) => `인원이 없는 지출 ${count}건`,
    account: (count: string) => `비목이 없는 지출 ${count}건`,
  },

  fields: {
    spender: '사용자',
    department: '부서명',
    category: '구분',
    when: '일시',
    place: '장소',
    address: '주소',
    purpose: '집행목적',
    people: '대상 인원수',
    attendees: '대상자',
    amount: '금액',
    payment: '결제방법',
    account: '비목',
  } as Record<string, string>,
  kinds: {
    name: '이름',
    resident_number: '주민등록번호',
    birth: '생년월일',
    card: '카드번호',
    account: '계좌번호',
    phone: '전화번호',
    email: '전자우편',
    approval: '승인번호',
    plate: '차량번호',
    home: '집 주소',
    address: '주소',
    digits: '긴 숫자',
  } satisfies Record<Kind, string> as Record<Kind, string>,
  partOpen: (what: string, found: string) => `정해 주세요 — ${what} “${found}”`,
  partMasked: (what: string, found: string) => `가림 — ${what} “${found}”`,
  partKept: (what: string, found: string) => `그대로 — ${what} “${found}”`,
  beforeAfter: (before: string, after: string) => `${before}\n→ ${after}`,
  where: (records: string, more: number) => (more > 0 ? `${records} 외 ${more}건` : records),
  decidedBefore: {
    mask: (record: string, name: string, when: string) => `전에는 가렸습니다: ${record} · ${name} · ${when}`,
    keep: (record: string, name: string, when: string) => `전에는 그대로 두었습니다: ${record} · ${name} · ${when}`,
  },
  asBefore: (count: string) => `이 화면의 ${count}곳을 전처럼`,
  decidedAsBefore: (count: string) => `${count}곳을 전과 같이 정했습니다.`,
  decidedBy: (name: string, when: string) => `${name} 님이 정함 · ${when}`,
  decided: {
    mask: (found: string) => `가리기로 했습니다: “${found}”`,
    keep: (found: string) => `그대로 두기로 했습니다: “${found}”`,
  },
  decisionGone: '그 문구는 이제 표에 없습니다. 새로 점검한 결과입니다.',
  neverShown: '공개할 수 없는 번호라 그대로 둘 수 없습니다.',
  mask: '가리기',
  keep: '그대로 두기',
  page: (from: number, to: number, count: string) => `${count}곳 중 ${from}–${to}번째`,

  buttons: {
    release: '공개 확정',
    correct: '정정 공개',
    draft: '표 미리 받기',
    hide: '더 가리기',
    elected: '이름을 공개할 사람',
    xlsx: '엑셀 받기',
    open: '열기',
    changes: '바뀐 것 보기',
    findings: (count: string) => `점검 사항 ${count}건`,
  },

  releaseForm: {
    title: '공개 확정',
    correctTitle: '정정 공개',
    submit: '공개 확정',
    explain: (title: string, count: string, won: string) => `${title}\n${count}건 · ${won}`,
    masked: (masked: string, kept: string) => `가린 곳 ${masked}곳 · 사람이 그대로 두기로 한 곳 ${kept}곳`,
    final: '확정한 표는 그대로 보관되고 수정할 수 없습니다. 잘못이 있으면 사유를 적어 정정 공개합니다.',
    changes: (count: string) => `지난 공개와 달라지는 기록 ${count}건`,
    reason: '정정 사유',
    refusals: {
      undecided: '가릴지 말지 정하지 않은 곳이 있습니다. 창을 닫고 먼저 정해 주세요.',
      not_over: '아직 끝나지 않은 기간은 공개할 수 없습니다. 끝난 달이나 분기를 골라 주세요.',
      no_records: '이 기간에는 기록이 없어 공개할 것이 없습니다. 다른 달이나 분기를 골라 주세요.',
      changed_meanwhile: '그사이 기록이나 결정이 바뀌었습니다. 창을 닫고 ‘/지출 공개’로 다시 확인해 주세요.',
      reason_missing: '정정 사유를 적어 주세요.',
      nothing_changed: '지난 공개와 달라진 것이 없어 정정할 것이 없습니다. 지난 공개의 파일을 그대로 쓰면 됩니다.',
    } satisfies Record<ReleaseRefusal, string> as Record<ReleaseRefusal, string>,
  },

  hideForm: {
    title: '더 가리기',
    submit: '가리기',
    explain: (period: string) =>
      `${period} 표에서 놓친 개인정보를 적어 주세요. 표에서 그 문구가 있는 칸이 모두 가려집니다.`,
    words: '가릴 문구 (적힌 그대로)',
    record: '기록 번호 (비우면 이 기간 모두)',
    notFound: '그 문구가 있는 칸을 찾지 못했습니다. 적힌 그대로인지 확인해 주세요.',
    tooShort: '두 글자보다 길게 적어 주세요.',
  },
  hidden: (words: string, count: string) => `${count}건에서 가립니다: “${words}”`,

  electedForm: {
    title: '이름을 공개할 사람',
    submit: '저장',
    explain:
      '시장처럼 직위와 함께 이름을 공개하는 선출직입니다. 한 줄에 한 사람씩 적어 주세요. 시의원은 의원 명단을 따릅니다.',
    names: '이름',
    notAName: (line: string) => `이름만 적어 주세요: “${line}”`,
  },
  electedSaved: (count: string) => `이름을 공개할 선출직 ${count}명을 저장했습니다.`,

  files: {
    name: (title: string, version: number) => (version > 1 ? `${title} (${nth(version)})` : title),
    draft: (title: string) => `${title} (공개 전 초안)`,
    sent: (title: string, version: number, sha256: string) =>
      `${title}(${nth(version)})입니다. 확인값(SHA-256) ${sha256}`,
    documentSent: (title: string, version: number, sha256: string) =>
      `${title}(${nth(version)})의 내용을 옮긴 문서입니다. 확인값(SHA-256) ${sha256}`,
    draftSent: (open: string) =>
      `아직 공개하지 않은 초안입니다.${open === '0' ? '' : ` 정하지 않은 ${open}곳은 가려 두었습니다.`}`,
    none: '해당 차수가 없습니다. ‘/지출 공개’에서 공개한 차수를 확인해 주세요.',
  },

  change: {
    added: (record: string, when: string, won: string) => `${record} 추가 · ${when} · ${won}`,
    removed: (record: string, when: string, won: string) => `${record} 빠짐 · ${when} · ${won}`,
    changed: (record: string, fields: string) => `${record} ${fields}`,
    field: (name: string, before: string, after: string) => `${name} ${before} → ${after}`,
    nothing: '없음',
    more: (count: string) => `그 밖에 ${count}건`,
  },

  states: {
    title: '집행내역 공개 현황',
    row: (quarter: string, count: string, won: string) => `${quarter} · ${count}건 · ${won}`,
    released: '공개함',
    partly: (months: string) => `일부 공개 (${months})`,
    waiting: (due: string, left: string) => `공개 기한 ${due} (${left})`,
    running: (due: string) => `진행 중 · 공개 기한 ${due}`,
    none: '기록 없음',
    changed: (count: string) => `공개 후 바뀐 기록 ${count}건`,
    hint: '달이나 분기를 적으면 미리보기를 엽니다: `/지출 공개 2016-10` · `/지출 공개 2016 3분기`',
  },

  terminal: {
    undecided: (count: string) =>
      `가릴지 말지 정하지 않은 곳이 ${count}곳 있어 파일을 쓰지 않았습니다. 슬랙에서 ‘/지출 공개’로 정해 주세요.`,
    draft: '아직 공개 확정하지 않은 초안입니다.',
  },
};
