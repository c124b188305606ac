import { josa } from './josa.ts';

/** What every conversation says the same way. */
export const conversation = {
  cancel: '닫기',
  choose: '고르세요',
  reason: '사유',
  missing: '입력해 주세요.',
  tooLong: (length: number, limit: number) =>
    `검색어가 너무 깁니다(${length}자). ${limit}자 안으로 줄여서 다시 입력해 주세요.`,
  kept: '저장하지 못했습니다. 적은 내용은 다음과 같습니다.',
  lost: '그 내용은 더 남아 있지 않습니다. 새로 적어 주세요.',
  personal: {
    line: '적은 내용',
    at: (where: string, what: string) => `‘${where}’에 ${what}`,
    looks: (places: string, changeable: boolean) =>
      changeable
        ? `${josa(places, '으로/로')} 보이는 것이 있습니다. 꼭 필요하지 않으면 지워 주세요.`
        : `${josa(places, '으로/로')} 보이는 것이 있습니다. 꼭 필요할 때만 적어 주세요.`,
  },
  similar: (pairs: string) => `비슷한 결과: ${pairs}`,
  span: (from: string, to: string) => `${from} ~ ${to}`,
  /** What acts without a person. */
  actors: {
    terminal: '관리자 명령줄',
    sample: '예시 자료',
    settings: '설치 설정',
    outbox: '비서',
    app: '비서',
  } as Record<string, string>,
  record: {
    which: '어느 기록인지 번호를 적어 주세요.',
    notFound: (name: string) => `${name} 기록을 찾지 못했습니다. 목록에서 번호를 확인해 주세요.`,
    notYours: '기록한 사람과 책임자만 수정할 수 있습니다. 그분에게 부탁해 주세요.',
    ended: '무효 처리된 기록이라 수정할 수 없습니다. 다시 쓰려면 먼저 되살려 주세요.',
  },
  void: {
    form: {
      title: '무효 처리',
      explain: (name: string) => `${name} 기록을 집계에서 뺍니다. 기록과 사유는 이력에 남습니다.`,
      submit: '무효 처리',
    },
    now: (name: string) => `${name} 기록을 무효 처리했습니다.`,
    before: (name: string) => `${name} 기록은 이미 무효 처리되어 있습니다.`,
  },
  restore: {
    button: '되살리기',
    explain: (name: string) => `${name} 기록을 되살려 다시 집계에 넣습니다. 사유는 이력에 남습니다.`,
    done: (name: string) => `${name} 기록을 되살렸습니다.`,
    before: (name: string) => `${name} 기록은 무효 처리되어 있지 않습니다.`,
  },
  filesKept: (names: string) => `이미 올린 파일은 그대로 있습니다: ${names}`,
  overtaken: (who: string, changes: string) =>
    `그사이 ${who} 님이 먼저 수정했습니다. ${changes}\n적은 내용은 아래에 그대로 있습니다. 다시 저장하면 직접 수정한 칸만 바뀝니다.`,
  meant: {
    unknown: (word: string, nearest: string) => `“${word}” 명령은 없습니다. ‘${nearest}’ 명령을 찾으셨나요?`,
    anyway: '그대로 기록하기',
  },
  first: '처음',
  previous: '이전',
  next: '다음',
  last: '마지막',
};
