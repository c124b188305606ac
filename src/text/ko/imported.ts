import type { TwinKind } from '../../vocabulary/expense.ts';
import { josa } from './josa.ts';

/** What is said of files that were taken in: how they are taken back, and which of their rows may have been there before. */
export const imported = {
  twins: {
    correction: (_count: number, count: string, of: string | null) =>
      of
        ? `${count}건은 ${of} 기록을 바로잡은 것으로 보입니다. 바꿀지 그대로 둘지 정해 주세요.`
        : `${count}건은 전에 가져온 기록을 바로잡은 것으로 보입니다. 바꿀지 그대로 둘지 정해 주세요.`,
    maybe_same: (_count: number, count: string, of: string | null) =>
      of
        ? `${count}건은 ${of} 기록과 같은 지출일 수 있습니다. 같은지 정해 주세요.`
        : `${count}건은 이미 있는 기록과 같은 지출일 수 있습니다. 같은지 정해 주세요.`,
  } satisfies Record<TwinKind, unknown>,
  doubled: (_pairs: number, pairs: string, won: string) =>
    `확인할 같은 지출 ${pairs}쌍, ${josa(won, '이/가')} 두 번 잡혔을 수 있음`,
  decide: {
    title: '같은 지출일 수 있는 기록',
    none: '같은 지출일 수 있는 기록이 없습니다.',
    summary: (count: string) => `정하지 않은 것 ${count}쌍. 정하기 전까지는 둘 다 합계에 들어갑니다.`,
    kinds: { correction: '바로잡은 목록', maybe_same: '같은 지출일 수 있음' } satisfies Record<TwinKind, string>,
    earlier: '전',
    later: '새로',
    /** `name` is the record that stays, and the other one goes. */
    keep: (name: string) => `같음 · ${name} 남기기`,
    different: '다른 지출',
    replaceAll: (count: string) => `모두 새것으로 바꾸기 (${count}건)`,
    replaceAllConfirm:
      '바로잡은 것으로 보이는 기록을 모두 새로 온 것으로 바꿀까요? 전 기록은 무효 처리되고 이력에 남습니다.',
    yes: '바꾸기',
    no: '바꾸지 않기',
    open: (count: string) => `같은 지출일 수 있음 ${count}쌍`,
    reason: (stays: string) => `${stays} 기록과 같은 지출`,
    done: {
      different: '다른 지출로 정했습니다.',
      keep_later: (stays: string, goes: string) =>
        `같은 지출로 정했습니다. ${stays} 기록을 남기고 ${goes} 기록은 무효 처리했습니다.`,
    },
    again: '이미 정한 것입니다. 목록에서 남은 것을 확인해 주세요.',
    approved:
      '결재가 끝난 기록이라 여기서는 무효 처리할 수 없습니다. 책임자에게 번호를 알려 무효 처리를 부탁해 주세요.',
    not_found: '찾을 수 없습니다. 목록을 다시 열어 확인해 주세요.',
    replaced: (count: string) => `${count}건을 새것으로 바꿨습니다.`,
  },
  undo: {
    button: '가져오기 취소',
    title: '가져오기 취소',
    submit: '가져오기 취소',
    close: '닫기',
    explain: (file: string, count: string, held: string) =>
      `${file} 파일로 들어온 기록 ${count}건과 확인 필요 ${held}건을 모두 되돌립니다. 이력에는 남습니다.`,
    changed: (count: string) => `그 뒤에 수정하거나 덧붙인 기록이 ${count}건 있습니다:`,
    changedLabel: '수정한 기록은',
    keep: '남겨 두기',
    go: '함께 되돌리기',
    done: (file: string, count: string, won: string) =>
      `${file} 가져오기를 취소했습니다. 기록 ${count}건, ${josa(won, '을/를')} 되돌렸습니다.`,
    kept: (names: string) => `남겨 둔 기록: ${names}`,
    again: (files: string) =>
      `뒤에 가져온 파일에도 있던 행은 이 가져오기와 함께 빠집니다. 취소한 뒤에 그 파일을 다시 가져와 주세요: ${files}`,
    nowAgain: (files: string) =>
      `뒤에 가져온 파일에도 있던 행이 함께 빠졌습니다. 그 파일을 다시 가져와 주세요: ${files}`,
    refusals: {
      not_found: '그런 가져오기가 없습니다. 가져온 파일 목록에서 번호를 확인해 주세요.',
      undone: '이미 취소한 가져오기입니다. 다시 넣으려면 파일을 다시 가져와 주세요.',
    } as Record<string, string>,
    changedFirst: (names: string) =>
      `가져온 뒤에 수정한 기록이 있습니다: ${names}. 남기려면 --keep-changed, 함께 되돌리려면 --with-changed를 붙여 주세요.`,
  },
  list: {
    title: '가져온 파일',
    none: '가져온 파일이 없습니다.',
    count: (count: string) => `모두 ${count}개`,
    line: ({
      when,
      by,
      imported,
      duplicates,
      held,
    }: Record<'when' | 'by' | 'imported' | 'duplicates' | 'held', string>) =>
      `${when} · ${by} · 새로 ${imported}건 · 이미 있던 것 ${duplicates}건 · 확인 필요 ${held}건`,
    undone: (when: string, by: string) => `취소함 (${when} · ${by})`,
  },
};
