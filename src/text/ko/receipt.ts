import type { ReceiptRefusal } from '../../vocabulary/receipt.ts';

export const receipt = {
  offer: (files: string) => `${files} 파일을 받았습니다. 어느 지출의 영수증인가요?`,
  offerNone: (files: string) =>
    `${files} 파일을 받았습니다. 영수증이 빠진 지출이 없습니다. 새로 기록하거나 다른 지출에 첨부해 주세요.`,
  choose: '지출 고르기',
  sure: (record: string) => `${record} 지출에 첨부`,
  new: '업무추진비 기록',
  other: '다른 지출의 영수증으로 첨부',
  not: '영수증 아님',
  leftAlone: (files: string) => `${files} 파일을 영수증으로 보관하지 않았습니다.`,
  takenAlong: (files: string) => `${files} 파일을 새 지출에 첨부합니다.`,
  leftOut: (file: string, why: string) => `${file}: ${why}`,
  importHint: '집행내역 표를 가져오려면 `/지출 가져오기`를 입력해 주세요.',
  noFiles: '파일이 없는 메시지입니다. 영수증 사진이나 PDF가 있는 메시지에서 다시 골라 주세요.',
  attachForm: {
    title: '영수증으로 첨부',
    files: (files: string) => `영수증: ${files}`,
    expense: '어느 지출의 영수증인가요?',
    placeholder: '번호, 금액, 장소로 찾기',
    hint: '영수증이 없는 지출이 먼저 나옵니다. E12, 85000, 미진처럼 적어 찾을 수 있습니다.',
    submit: '첨부',
    missing: '지출을 골라 주세요.',
  },
  attached: (record: string, files: string) => `${record} 지출에 영수증을 첨부했습니다: ${files}`,
  attachedBy: (words: string, by: string, when: string) => `${words} (${by} · ${when})`,
  attachedBefore: (record: string, files: string) => `${record} 지출에 이미 첨부되어 있는 영수증입니다: ${files}`,
  refusedAttach: {
    not_found: '지출을 찾지 못했습니다. ‘/지출 목록’에서 번호를 확인해 주세요.',
    voided: '무효 처리된 지출에는 영수증을 첨부할 수 없습니다. 다른 지출을 고르거나 먼저 되살려 주세요.',
    not_yours:
      '다른 사람의 지출에는 기록한 사람, 집행자(사용자), 책임자만 영수증을 첨부할 수 있습니다. 그분에게 부탁해 주세요.',
  },

  show: '영수증',
  which: '어느 지출의 영수증인지 번호를 적어 주세요. 예: `/지출 영수증 E12`',
  none: (record: string) =>
    `${record} 지출에는 영수증이 없습니다. 사진을 비서 앱에 메시지로 보내거나, 사진이 있는 메시지의 메뉴에서 ‘영수증으로 첨부’를 고르세요.`,
  notForYou: '영수증은 기록한 사람과 책임자만 볼 수 있습니다. 그분에게 부탁해 주세요.',
  sent: (record: string, count: number) => `${record} 지출의 영수증 ${count}개를 비서 앱의 메시지 탭으로 보냈습니다.`,
  sending: '영수증을 보내고 있습니다. 비서 앱의 메시지 탭에서 확인해 주세요.',
  comment: (record: string, amount: string) => `${record} · ${amount} 영수증`,
  lost: '보관한 파일이 없거나 달라져 보내지 못했습니다. 관리자에게 알려 주세요.',
  states: {
    wanted: '받는 중',
    refused: '보관하지 못함',
    removed: '뺌',
  },
  listed: (name: string, state: string) => `${name} (${state})`,
  kinds: {
    'image/jpeg': 'JPEG',
    'image/png': 'PNG',
    'image/webp': 'WebP',
    'image/heic': 'HEIC',
    'application/pdf': 'PDF',
  },

  remove: '빼기',
  removeForm: {
    title: '영수증 빼기',
    explain: (name: string, record: string) =>
      `${record} 지출에서 ${name} 영수증을 뺍니다. 파일과 사유는 이력에 남습니다.`,
    submit: '빼기',
  },
  removed: (name: string, record: string) => `${record} 지출에서 영수증을 뺐습니다: ${name}`,
  approved: '승인된 지출의 영수증은 책임자만 뺄 수 있습니다. 책임자에게 부탁해 주세요.',
  count: (count: number) => `${count}개`,
  removedBefore: '이미 뺐거나 없는 영수증입니다. 지출의 ‘영수증’ 버튼으로 남은 것을 확인해 주세요.',

  refused: (file: string, record: string, why: string) =>
    `${record} 지출의 영수증 ${file} 파일을 보관하지 못했습니다. ${why} ${record} 지출에는 아직 이 영수증이 없습니다.`,
  waiting: (file: string, record: string) =>
    `${record} 지출의 영수증 ${file} 파일을 아직 받지 못했습니다. 앱에 파일을 읽을 권한(files:read)이 없습니다. 관리자에게 알려 주세요. 권한이 생기면 저절로 다시 받습니다.`,
  setAside: (file: string, record: string, by: string) =>
    `${record} 지출의 영수증 ${file} 파일을 받는 동안 앱이 두 번 멈춰 더는 받지 않습니다. 올린 사람: ${by}. 파일이 수상하지 않은지 확인해 주세요.`,
  twice: (file: string, record: string, others: string) =>
    `${record} 지출에 첨부한 ${file} 파일이 ${others} 지출의 영수증과 똑같습니다. 같은 지출을 두 번 적지 않았는지 확인해 주세요.`,
  refusals: {
    empty: '빈 파일입니다. 다시 찍거나 저장해 올려 주세요.',
    page: '사진이 아니라 웹 페이지가 저장된 파일입니다. 사진이나 PDF로 올려 주세요.',
    archive: '압축 파일입니다. 풀어서 사진이나 PDF만 올려 주세요.',
    not_a_receipt: '사진(JPEG, PNG, HEIC, WebP)이나 PDF가 아닙니다. 사진이나 PDF로 올려 주세요.',
    damaged: '파일이 손상되어 열 수 없습니다. 다시 찍거나 저장해 올려 주세요.',
    too_many_pixels: '사진의 가로세로가 지나치게 큽니다. 크기를 줄여 올려 주세요.',
    active:
      '스크립트나 다른 파일이 들어 있거나, 열 때 다른 주소를 부르는 PDF입니다. 인쇄하듯 PDF로 다시 저장해 올려 주세요.',
    too_slow: '살펴보는 데 너무 오래 걸리는 PDF입니다. 인쇄하듯 PDF로 다시 저장하거나 화면을 찍어 올려 주세요.',
    set_aside: '이 파일을 받다가 앱이 두 번 멈춰 따로 두었습니다. 다시 찍거나 저장해 올려 주세요.',
    locked: '암호가 걸린 PDF라 내용을 확인할 수 없습니다. 암호 없이 저장하거나 화면을 찍어 올려 주세요.',
    gone: '슬랙에서 파일을 찾을 수 없습니다. 지워졌거나 앱이 볼 수 없는 곳에 있습니다. 이 앱에 메시지로 직접 보내 주세요.',
    external: '슬랙에 올린 파일이 아니라 바깥에 있는 파일의 링크입니다. 파일을 직접 올려 주세요.',
    elsewhere: '파일의 주소가 슬랙의 것이 아닙니다. 파일을 슬랙에 직접 올려 주세요.',
    no_access: '앱에 파일을 읽을 권한(files:read)이 없습니다. 관리자에게 알려 주세요.',
    unavailable: '여러 번 해 보았지만 슬랙에서 파일을 내려받지 못했습니다. 다시 올려 주세요.',
  } satisfies Record<Exclude<ReceiptRefusal, 'too_large'>, string>,
  /** `size`: '' where nobody knows it. */
  tooLarge: (size: string, most: string) =>
    `영수증 파일이 ${size === '' ? '너무 큽니다' : `${size}MB입니다`}. ${most}MB까지 받습니다. 더 작은 사진으로 다시 올려 주세요.`,

  backedUp: (count: string, folder: string) => `영수증 ${count}개를 함께 복사했습니다: ${folder}`,
  backupLacks: (count: number) => `영수증 파일 ${count}개가 없거나 달라져 복사하지 못했습니다:`,
  restored: (count: string, folder: string) => `영수증 ${count}개를 복원했습니다: ${folder}`,
  restoreLacks: (count: number, folder: string) =>
    `기록은 모두 복원했지만 영수증 파일 ${count}개가 백업에 없거나 달라졌습니다. 백업과 함께 만들어진 ${folder} 폴더가 옆에 있는지 확인해 주세요:`,
  andMore: (count: number) => `그 밖에 ${count}개`,
};
