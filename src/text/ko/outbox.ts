import type { RetryRefusal } from '../../vocabulary/outbox.ts';

export const outbox = {
  notice: (count: number) =>
    `보내지 못한 알림이 ${count}건 있습니다. 이유를 보고 다시 보내거나 보내지 않을 수 있습니다.`,
  open: '보내지 못한 알림 보기',
  title: (count: number) => `보내지 못한 알림 ${count}건`,
  none: '보내지 못한 알림이 없습니다.',
  what: (kind: string, to: string) => `${kind} → ${to}`,
  due: (when: string) => `발송 예정: ${when}`,
  failedAt: (when: string) => `실패 시각: ${when}`,
  kinds: {
    reminder: '알림',
    reminder_again: '미룬 알림',
    reminder_declined: '‘담당 아님’ 답변 알림',
    digest: '주간 요약',
    digest_personal: '개인별 주간 요약',
    digest_no_channel: '주간 요약 채널 안내',
    approval_request: '결재 요청',
    approval_progress: '결재 진행 상황',
    approval_notice: '결재 알림',
    approval_stuck: '결재 지연 알림',
    approval_deputy: '대결 안내',
    receipt_refused: '영수증 알림',
    receipt_waiting: '영수증 알림',
    receipt_twice: '영수증 알림',
    receipt_set_aside: '영수증 알림',
    outbox_failed: '보내지 못한 알림 안내',
  } as Record<string, string>,
  otherKind: '알림',
  retry: '다시 보내기',
  retryAll: (count: number) => `${count}건 모두 다시 보내기`,
  drop: '보내지 않기',
  dropConfirm: {
    title: '보내지 않기',
    text: '이 알림을 보내지 않고 목록에서 뺍니다. 이력에는 남습니다.',
    confirm: '보내지 않기',
    deny: '돌아가기',
  },
  retried: '다시 보냅니다. 또 실패하면 이 목록에 다시 나타납니다.',
  retriedAll: (count: number) =>
    count === 0
      ? '다시 보낼 수 있는 알림이 없습니다.'
      : `${count}건을 다시 보냅니다. 또 실패하면 이 목록에 다시 나타납니다.`,
  dropped: '보내지 않기로 했습니다.',
  refusals: {
    not_administrator: '관리자만 할 수 있는 일입니다. 관리자에게 부탁해 주세요.',
    expired: '이미 때가 지난 알림이라 다시 보내지 않습니다. 필요하면 그분에게 직접 알려 주세요.',
    settled: '다른 관리자가 이미 처리한 알림입니다. 목록에서 남은 것을 확인해 주세요.',
  } satisfies Record<RetryRefusal, string> as Record<RetryRefusal, string>,
  reasons: {
    not_in_channel: '앱이 그 채널에 들어 있지 않습니다. 채널에서 앱을 초대한 뒤 다시 보내 주세요.',
    channel_not_found:
      '그런 채널이 없거나, 비공개 채널인데 앱이 들어 있지 않습니다. 채널 설정을 확인하거나 앱을 초대해 주세요.',
    is_archived: '보관된 채널입니다. 채널을 되살리거나 설정에서 다른 채널을 골라 주세요.',
    user_not_found: '슬랙에 그런 사람이 없습니다. 명단에서 빼야 할지 확인해 주세요.',
    user_disabled: '쓰지 않는 슬랙 계정입니다. 명단에서 빼야 할지 확인해 주세요.',
    cannot_dm_bot: '사람이 아니라 앱의 계정이라 보낼 수 없습니다.',
    messages_tab_disabled: '앱의 메시지 탭이 꺼져 있습니다. 앱을 설치한 분께 알려 주세요.',
    restricted_action: '워크스페이스 설정이 그 채널에 쓰는 것을 막고 있습니다. 슬랙 관리자에게 문의해 주세요.',
    missing_scope: '앱에 필요한 권한이 없습니다. 설명서의 권한 목록대로 앱을 다시 설치해 주세요.',
    invalid_blocks: '슬랙이 메시지 형식을 거부했습니다. 앱의 오류이니 개발자에게 알려 주세요.',
    msg_too_long: '메시지가 너무 길어 슬랙이 받지 않았습니다. 앱의 오류이니 개발자에게 알려 주세요.',
    msg_blocks_too_long: '메시지가 너무 길어 슬랙이 받지 않았습니다. 앱의 오류이니 개발자에게 알려 주세요.',
    unknown_kind: '이 앱이 모르는 종류의 알림입니다. 더 새로운 버전이 남긴 것일 수 있습니다.',
    broken: '알림의 내용을 만들다가 오류가 났습니다. 로그를 개발자에게 보내 주세요.',
    slack_away: '하루가 넘도록 슬랙에 연결되지 않았습니다.',
    unclear:
      '이미 보냈는지 확인하지 못했습니다. 그 대화에 알림이 없으면 다시 보내 주세요. 앱의 대화 읽기 권한(history)도 확인해 주세요.',
  } as Record<string, string>,
  otherReason: (code: string) => `슬랙이 받지 않았습니다. (${code})`,
};
