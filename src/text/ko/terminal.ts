import type { OpenRefusal } from '../../vocabulary/database.ts';

/** Of which file; and which commit reads it last where this one no longer does, or which files lie beside it. */
type Sentence = (file: string, detail: string) => string;

/** What operators read in a terminal or a log. */
export const terminal = {
  settingsWrong: '설정이 잘못되어 시작할 수 없습니다:',
  playground: (url: string) => `연습용 슬랙을 열었습니다: ${url}`,
  listening: '슬랙에 연결했습니다.',
  noChannel: 'OFFICE_CHANNEL이 정해지지 않아 요약을 올릴 곳이 없습니다.',
  slackRefused: (error: string) => `슬랙이 토큰을 받아들이지 않습니다 (${error}). 설정을 확인해 주세요.`,
  noCertificates: (file: string) => `NODE_EXTRA_CA_CERTS의 인증서 파일을 읽을 수 없습니다: ${file}`,
  database: {
    missing: (file: string, beside: string) =>
      `데이터베이스가 제자리에 없습니다: ${file}. 새로 만들지 않았습니다. 기록은 여기에 있습니다: ${beside}. npx biseo restore로 복원하거나, 정말 새로 시작하려면 이 파일들을 다른 곳으로 옮겨 주세요.`,
    empty: (file: string, beside: string) =>
      `데이터베이스가 비어 있습니다(0바이트): ${file}. ${beside ? `기록은 여기에 있습니다: ${beside}. ` : ''}백업에서 복원하거나(npx biseo restore 백업파일), 정말 새로 시작하려면 이 파일을 치워 주세요.`,
    no_room: (file: string) =>
      `디스크에 자리가 없거나 디스크가 쓰기를 받지 않아 쓰지 못했습니다: ${file}. 쓰다 만 것은 지웠고, 전에 있던 것은 그대로입니다.`,
    made_by_playground: (file: string) =>
      `연습장이 만든 데이터베이스입니다: ${file}. 예시 자료가 들어 있으니 DATABASE_FILE이나 DATABASE_URL을 다르게 정해 주세요.`,
    not_made_by_playground: (file: string) =>
      `연습장이 만든 데이터베이스가 아니라서 연습장으로 열지 않았습니다: ${file}. 슬랙 토큰(SLACK_), DATABASE_FILE, DATABASE_URL을 확인해 주세요.`,
    not_found: (file: string) => `파일이 없습니다: ${file}. 이름과 위치를 확인해 주세요.`,
    not_a_database: (file: string) =>
      `이 앱의 데이터베이스가 아닙니다: ${file}. DATABASE_FILE이나 DATABASE_URL을 확인해 주세요.`,
    newer_than_app: (file: string) => `더 새로운 버전의 앱이 만든 데이터베이스입니다: ${file}. 앱을 업데이트해 주세요.`,
    old_numbering: (file: string, commit: string) =>
      `예전 번호 체계의 데이터베이스입니다: ${file}. 이 버전은 읽지 못하고, 커밋 ${commit}까지의 앱이 읽습니다. 파일은 그대로 두었습니다.`,
    not_reachable: (file: string) =>
      `데이터베이스 서버에 연결할 수 없습니다: ${file}. DATABASE_URL과 서버를 확인해 주세요.`,
    shared_disk: (file: string) =>
      `네트워크 디스크에는 데이터베이스를 둘 수 없습니다: ${file}. DATABASE_FILE을 이 컴퓨터의 디스크로 옮기거나 PostgreSQL(DATABASE_URL)을 써 주세요.`,
    tool_missing: (file: string) => `${file} 프로그램이 없습니다. PostgreSQL의 클라이언트 프로그램을 설치해 주세요.`,
    tool_failed: (file: string, said: string) => `${file} 프로그램이 끝내지 못했습니다: ${said}`,
    unfit_server: (file: string) =>
      `쓸 수 없는 데이터베이스입니다: ${file}. PostgreSQL 15 이상의 UTF8 데이터베이스가 필요합니다.`,
    not_writable: (file: string) =>
      `파일에 쓸 수 없습니다: ${file}. 앱을 실행하는 사용자가 그 파일과 폴더에 쓸 수 있는지, 디스크가 읽기 전용은 아닌지 확인해 주세요.`,
    damaged: (file: string) =>
      `데이터베이스가 손상되었습니다: ${file}. 백업에서 복원해 주세요 (npx biseo restore 백업파일).`,
  } satisfies Record<OpenRefusal, Sentence> as Record<OpenRefusal, Sentence>,
  nobodyCalled: (name: string) => `명단에 없는 사람입니다: ${name}`,
  busy: '다른 작업이 데이터베이스를 쓰고 있습니다. 잠시 뒤에 다시 해 주세요.',
  fileFailed: (file: string, code: string) => `파일을 열거나 쓸 수 없습니다: ${file} (${code})`,
  portInUse: '포트를 다른 프로그램이 쓰고 있습니다. 그 프로그램을 멈추거나 PORT를 바꿔 주세요.',
  cannotListen: (code: string) =>
    `정한 주소와 포트로 받을 수 없습니다(${code}). HOST가 이 컴퓨터의 주소인지, PORT가 앱의 사용자가 쓸 수 있는 포트인지(1024부터) 확인해 주세요.`,
  stopped: '멈췄습니다.',
  rowsRead: (rows: string) => `${rows}행`,
  backedUp: (file: string) => `백업했습니다: ${file}`,
  fileExists: (file: string) => `이미 있는 파일입니다: ${file}. 다른 이름을 적어 주세요.`,
  restored: (file: string, kept: string | null) =>
    kept ? `복원했습니다: ${file} (그전 데이터베이스: ${kept})` : `복원했습니다: ${file}`,
  sameFile: (file: string) => `복원할 백업과 데이터베이스가 같은 파일입니다: ${file}. 백업 파일을 적어 주세요.`,
  inUse: (file: string) => `앱이 쓰고 있는 데이터베이스입니다: ${file}. 앱을 멈춘 뒤 다시 해 주세요.`,
  exported: (count: string, file: string) => `${count}건을 파일에 썼습니다: ${file}`,
  moved: (to: string, tables: string, rows: string) =>
    `옮겼습니다: ${to} (표 ${tables}개, ${rows}행이 모두 같습니다). 앱을 멈춘 채 DATABASE_URL을 정하고 다시 시작해 주세요.`,
  moveRefused: (why: 'in_use' | 'differs', to: string, tables: string) =>
    why === 'in_use'
      ? `이미 다른 기록이 있는 데이터베이스입니다: ${to}. 비어 있는 데이터베이스를 적어 주세요.`
      : `옮긴 기록이 원본과 다릅니다: ${to} (${tables}). 앱을 멈추고 다시 해 주세요.`,
  manifestAddress: (typed: string) =>
    `슬랙이 부를 수 있는 주소가 아닙니다: ${typed}. https://로 시작하는 주소를 적어 주세요.`,
  samplesMade: (file: string) => `예시 자료가 든 데이터베이스를 만들었습니다: ${file}`,
  startHelp:
    '사용법: npm start\n앱을 띄웁니다. SLACK_ 토큰이 하나도 없으면 연습장이 열립니다. 설정은 .env.example에, 터미널 명령은 npx biseo --help에 있습니다.',
  startTakesNothing: (words: string) => `npm start에는 붙일 말이 없습니다: ${words}`,
};
