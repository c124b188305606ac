import type { DatabaseTrouble } from '../../vocabulary/database.ts';
import type { Seen, SeenHow } from '../../vocabulary/seen.ts';
import type { Check, Fault, Kept, Unseen } from '../../vocabulary/upkeep.ts';

type About = (detail: string) => string;

const checks: Record<Check, string> = {
  settings: '설정',
  token: '봇 토큰',
  scopes: '권한(스코프)',
  connection: '연결',
  clock: '시계',
  app: '앱',
  channel: '비서실 채널',
  shapes: '창과 메시지',
  disk: '디스크',
  database: '데이터베이스',
  people: '관리자',
  receipts: '영수증 파일',
  backup: '백업',
  messages: '알림',
};

/** Of megabytes. */
const room = (free: string): string => (Number(free) < 1024 ? `${free}MB` : `${(Number(free) / 1024).toFixed(1)}GB`);

const fine: Record<Check, About> = {
  settings: () => '정상입니다.',
  token: (who) => (who ? `정상입니다: ${who}` : '정상입니다.'),
  scopes: (count) => `필요한 ${count}가지를 모두 받았습니다.`,
  connection: (where) => (where ? `정상입니다: ${where}` : '정상입니다.'),
  clock: () => '슬랙의 시계와 맞습니다.',
  app: (version) => (version ? `떠 있습니다(버전 ${version}).` : '떠 있습니다.'),
  channel: (channel) => (channel ? `앱이 들어가 있습니다: ${channel}` : '앱이 들어가 있습니다.'),
  shapes: (count) => `슬랙이 창과 메시지 ${count}가지를 그대로 받습니다.`,
  disk: (free) => `${room(free)} 남았습니다.`,
  database: () => '손상된 곳이 없습니다.',
  people: (count) => `${count}명입니다.`,
  receipts: (count) => (count === '0' ? '보관한 영수증이 없습니다.' : `영수증 ${count}장의 파일이 모두 있습니다.`),
  backup: (days) => (days === '0' ? '하루가 지나지 않았습니다.' : `${days}일 전에 했습니다.`),
  messages: () => '보내지 못한 것이 없습니다.',
};

const troubles: Record<DatabaseTrouble, string> = {
  lost: '파일이 없어지거나 바뀌었습니다. 앱을 멈추고 제자리에 두거나 백업에서 복원해 주세요(npx biseo restore 백업파일).',
  no_room: '디스크에 자리가 없거나 쓰기를 받지 않습니다. 자리를 만들어 주세요.',
  busy: '다른 프로그램이 오래 붙잡고 있습니다. 그 프로그램이 끝난 뒤 다시 점검해 주세요.',
  damaged: '손상되었습니다. 앱을 멈추고 백업에서 복원해 주세요(npx biseo restore 백업파일).',
};

/** Each says what to do. */
const faults: Record<Fault, About> = {
  settings_wrong: (names) => `설정이 잘못되었습니다: ${names}. .env나 환경 변수를 수정해 주세요.`,
  no_tokens: () =>
    'SLACK_ 토큰이 없어 연습장으로 뜹니다. .env.example을 .env로 복사해 SLACK_BOT_TOKEN과 SLACK_APP_TOKEN을 적어 주세요.',
  slack_unreachable: (why) =>
    `슬랙에 닿지 않습니다(${why}). 인터넷 연결과 방화벽을 확인하고, 프록시를 거친다면 HTTPS_PROXY와 NODE_EXTRA_CA_CERTS를 적어 주세요.`,
  proxy_unreachable: (where) =>
    `프록시에 닿지 않습니다(${where}). HTTPS_PROXY의 주소와 포트를 확인하고, 이 서버에서 프록시로 나가는 길이 열려 있는지 전산 담당에게 물어 주세요.`,
  proxy_refused: (status) =>
    `프록시가 슬랙으로 보내 주지 않습니다(HTTP ${status}). ${status === '407' ? 'HTTPS_PROXY에 적은 아이디와 비밀번호를 확인해 주세요(비밀번호의 @는 %40).' : '프록시에서 *.slack.com의 443 포트(CONNECT)를 열어 주세요.'}`,
  token_elsewhere: (team) =>
    `다른 워크스페이스(${team})의 토큰으로 보입니다. 비서의 관리자 가운데 그곳에 계정이 있는 사람이 없습니다. 비서실 워크스페이스에 설치한 앱의 토큰을 SLACK_BOT_TOKEN에 적거나 ADMIN_USER_IDS를 확인해 주세요.`,
  token_refused: (error) =>
    `슬랙이 봇 토큰을 받지 않습니다(${error}). 앱 설정의 OAuth & Permissions에서 Bot User OAuth Token(xoxb-…)을 다시 복사해 SLACK_BOT_TOKEN에 적어 주세요.`,
  scopes_missing: (scopes) =>
    `받지 못한 권한이 있습니다: ${scopes}. npx biseo manifest가 보여 주는 매니페스트를 앱 설정에 붙여 넣고 Install App에서 다시 설치해 주세요.`,
  app_token_refused: (error) =>
    `슬랙이 앱 토큰을 받지 않습니다(${error}). 앱 설정의 Basic Information → App-Level Tokens에서 xapp-… 토큰을 다시 복사해 SLACK_APP_TOKEN에 적어 주세요.`,
  app_token_scope: () =>
    '앱 토큰에 connections:write 권한이 없습니다. App-Level Tokens에서 그 권한을 넣은 토큰을 새로 만들어 SLACK_APP_TOKEN에 적어 주세요.',
  app_token_other: () => '앱 토큰과 봇 토큰이 서로 다른 앱의 것입니다. 두 토큰을 같은 앱의 설정에서 복사해 주세요.',
  socket_mode_off: (error) =>
    `소켓 모드로 연결할 수 없습니다(${error}). 앱 설정의 Socket Mode를 켜 주세요. HTTP로 받으려면 SLACK_APP_TOKEN을 비우고 SLACK_SIGNING_SECRET을 적어 주세요.`,
  socket_unreachable: (why) =>
    `슬랙의 소켓 서버에 닿지 않습니다(${why}). 방화벽에서 *.slack.com의 443 포트(WebSocket)를 열거나 HTTPS_PROXY를 적어 주세요.`,
  no_public_url: () => 'HTTP로 받는데 PUBLIC_URL이 없습니다. 슬랙이 부를 주소(https://…)를 적어 주세요.',
  address_silent: (where) =>
    `밖에서 부를 주소가 대답하지 않습니다: ${where}. 앱을 띄우고, 리버스 프록시가 PORT로 넘기는지와 인증서를 확인해 주세요.`,
  address_other: (where) =>
    `이 주소에서 다른 프로그램이 대답합니다: ${where}. 리버스 프록시가 /healthz와 /slack/events를 이 앱의 PORT로 넘기는지 확인해 주세요.`,
  clock_wrong: (seconds) =>
    `이 컴퓨터의 시계가 슬랙과 ${Math.abs(Number(seconds))}초 ${Number(seconds) > 0 ? '빠릅니다' : '늦습니다'}. NTP로 시계를 맞춰 주세요(timedatectl set-ntp true).`,
  app_unwell: (reason) => `앱이 떠 있지만 온전하지 않습니다(${reason}). 로그를 확인해 주세요.`,
  requests_refused: (count) =>
    `슬랙의 요청을 잇달아 ${count}건 거절했습니다. 서명이 맞지 않습니다. 앱 설정의 Basic Information에서 Signing Secret을 다시 복사해 SLACK_SIGNING_SECRET에 적고 앱을 다시 시작해 주세요.`,
  port_taken: (port) => `${port}번 포트에서 다른 프로그램이 대답합니다. 그 프로그램을 멈추거나 PORT를 바꿔 주세요.`,
  no_channel: () => '비서실 채널을 정하지 않았습니다. 슬랙에서 ‘/비서 채널’로 정하거나 OFFICE_CHANNEL을 적어 주세요.',
  channel_not_joined: (channel) =>
    `앱이 비서실 채널${channel && `(${channel})`}에 없습니다. 그 채널에서 /invite @비서를 입력하거나 ‘/비서 채널’로 다른 채널을 정해 주세요.`,
  shapes_refused: (names) =>
    `슬랙이 받지 않는 창이나 메시지가 있습니다: ${names}. 앱을 새 버전으로 올리고, 그래도 그러면 개발자에게 알려 주세요.`,
  disk_full: (free) => `디스크에 ${room(free)}밖에 남지 않았습니다. 500MB 넘게 비워 주세요.`,
  database_refused: (words) => words,
  database_trouble: (which) => troubles[which as DatabaseTrouble] ?? `읽지 못했습니다(${which}). 로그를 확인해 주세요.`,
  no_administrator: () => '관리자가 없습니다. ADMIN_USER_IDS에 자신의 슬랙 ID를 적고 앱을 다시 시작해 주세요.',
  receipts_lost: (count) =>
    `영수증 ${count}장의 파일이 없습니다. 백업의 .receipts 폴더에서 복사해 넣어 주세요. 어느 것인지는 npx biseo backup이 말해 줍니다.`,
  receipts_stray: (count) =>
    `어느 기록의 것도 아닌 영수증 파일이 ${count}개 있습니다. 더 오래된 데이터베이스를 복원했는지 확인해 주세요.`,
  backup_none: () => '백업한 적이 없습니다. npx biseo backup 파일을 해 보고, 날마다 하도록 타이머를 걸어 주세요.',
  backup_old: (days) =>
    `마지막 백업이 ${days}일 전입니다. 타이머가 도는지 확인해 주세요(systemctl list-timers biseo-backup.timer).`,
  messages_failed: (reasons) =>
    `보내지 못한 알림이 있습니다(${reasons}). 슬랙의 비서 홈에서 이유를 보고 다시 보내거나 ‘보내지 않기’를 눌러 주세요.`,
  messages_late: () => '보낼 때가 지난 알림이 밀려 있습니다. 앱이 떠 있고 슬랙에 연결되어 있는지 확인해 주세요.',
};

const unseens: Record<Unseen, string> = {
  needs_settings: '설정이 없어 보지 못했습니다.',
  needs_slack: '슬랙이 대답하지 않아 보지 못했습니다.',
  needs_database: '데이터베이스를 열지 못해 보지 못했습니다.',
  not_running: '앱이 떠 있지 않습니다. 띄우려면 npm start를 하세요.',
  not_offered: '이 워크스페이스가 알려 주지 않아 보지 못했습니다.',
  not_made_yet: '아직 없습니다. 앱을 처음 띄울 때 만듭니다.',
  elsewhere: 'PostgreSQL 서버에서 확인해 주세요.',
};

/** What keeps the office running for years. */
export const upkeep = {
  doctor: {
    title: '설정 점검',
    marks: { fine: '정상', wrong: '고칠 것', unseen: '못 봄' },
    line: (mark: string, check: string, said: string) => `[${mark}] ${check}: ${said}`,
    allFine: '모두 정상입니다.',
    count: (faults: number) => `고칠 것이 ${faults}가지 있습니다.`,
    again: '다시 점검',
    checks,
    fine,
    faults,
    unseens,
  },

  guide: {
    choose: '다른 설명서',
    pages: {
      office: '비서: 메뉴, 질문, 내 설정',
      expense: '업무추진비',
      visit: '일정·현장방문',
      council: '시의회',
      pledge: '공약',
      followup: '후속조치',
      digest: '주간 요약',
      manager: '책임자',
      administrator: '관리자',
      en: 'English',
    },
  },

  access: {
    title: '접속기록',
    count: (period: string, all: string, exports: string) =>
      `${period} · ${all}건, 그 가운데 파일로 나간 것 ${exports}건`,
    line: (when: string, name: string, what: string, named: string, by: string) =>
      `${when} · ${name} · ${what}${named ? ` (${named})` : ''} · ${by}`,
    pressed: '버튼이나 창',
    what: (kind: string, how: string, count: number) => `${kind} ${how}${count > 1 ? ` ${count}건` : ''}`,
    kinds: {
      attendees: '참석자',
      receipts: '영수증',
      undecided_names: '가릴지 정하지 않은 이름',
      members: '시의원',
      audit_answers: '감사 답변',
      access_records: '접속기록',
    } satisfies Record<Seen, string> as Record<Seen, string>,
    how: { opened: '열람', exported: '내보냄' } satisfies Record<SeenHow, string> as Record<SeenHow, string>,
    notReviewed: '이달의 점검을 아직 적지 않았습니다. 달마다 한 번은 살펴보고, 파일로 나간 것은 사유를 확인해 주세요.',
    reviewed: (when: string, name: string, note: string) => `점검: ${when} ${name} — ${note}`,
    review: '접속기록 점검',
    reviewForm: {
      title: '접속기록 점검',
      explain: (month: string) =>
        `${month}의 접속기록을 살펴본 결과를 적습니다. 적은 것은 수정할 수 없습니다. 파일로 나간 것의 사유도 여기에 적어 주세요.`,
      submit: '남기기',
      label: '살펴본 결과',
    },
    reviewSaved: (month: string) => `${month}의 점검을 남겼습니다.`,
    file: 'CSV로 받기',
    columns: ['번호', '일시(UTC)', '아이디', '이름', '접속지', '명령', '붙인 말', '대상', '한 일', '건수', '누구의'],
    notUnderstood: (words: string) =>
      `이해하지 못한 말이 있습니다: ${words}. 사람과 기간을 적어 주세요: ‘/비서 접속기록 @이준호 지난달’`,
  },

  retention: {
    title: '보존 기간이 지난 것',
    line: (kind: string, years: number, before: string, count: string) =>
      `${kind} · ${years}년 보존 · ${before} 전의 것 ${count}건`,
    none: '지울 것이 없습니다.',
    remove: (count: string) => `${count}건 지우기`,
    settings: '보존 기간 정하기',
    before: '지운 기록',
    went: (when: string, name: string, kind: string, count: string, reason: string) =>
      `${when} ${name} · ${kind} ${count}건 · ${reason}`,
    kinds: {
      receipts: '영수증 파일',
      access_records: '접속기록',
      messages: '보낸 알림의 내용',
      imports: '가져온 파일의 확인 필요 건',
    } satisfies Record<Kept, string> as Record<Kept, string>,
    grounds: {
      receipts: '근거: 지방자치단체 회계관리에 관한 훈령 제112조 ① (증거서류 5년)',
      access_records:
        '근거: 개인정보의 안전성 확보조치 기준(고시 제2026-9호) 제8조 ① (1년, 민감정보를 다루면 2년). 시의원의 소속 정당이 들어 있어 2년으로 두었습니다.',
      messages: '근거: 비서실이 정한 기간. 무엇을 언제 보냈는지만 남던 기록입니다.',
      imports: '근거: 비서실이 정한 기간. 수정하거나 제외한 건의 원래 칸입니다.',
    } satisfies Record<Kept, string> as Record<Kept, string>,
    deleteForm: {
      title: '지우기',
      explain: (kind: string, count: string, before: string) =>
        `${before} 앞의 ${kind} ${count}건을 지웁니다. 되돌릴 수 없습니다. 몇 건을 왜 지웠는지만 남습니다.`,
      submit: '지우기',
      label: '지우는 사유',
    },
    deleted: (kind: string, count: string) => `${kind} ${count}건을 지웠습니다.`,
    form: {
      title: '보존 기간',
      submit: '저장',
      explain: '몇 해 동안 보관할지 정합니다. 다음 해 1월 1일부터 셉니다. 오늘부터 생기는 기록에 적용됩니다.',
      years: (kind: string) => `${kind} (년)`,
      least: (years: number) => `${years}년보다 짧게, 99년보다 길게 둘 수 없습니다.`,
      saved: '보존 기간을 저장했습니다. 오늘부터 생기는 기록에 적용됩니다.',
    },
  },
};
