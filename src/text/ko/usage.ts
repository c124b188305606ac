type CommandWords = {
  /** What follows the command's name. */
  typed: string;
  does: string;
  /** Each option of the command, without its dashes. */
  options: Record<string, string>;
  more?: string[];
};

const JSON_OPTION = '결과를 표준 출력에 JSON 하나로 씁니다';

const commands = {
  import: {
    typed:
      'expenses|budgets|pledges|members|followups|staffing 파일… [--dry-run] [--json] | --undo 번호 [--keep-changed|--with-changed] [--json]',
    does: 'CSV나 XLSX 파일을 장부에 넣습니다. 같은 파일을 다시 넣어도 한 번만 들어갑니다.',
    options: {
      'dry-run': '무엇이 들어갈지만 보고 아무것도 바꾸지 않습니다',
      json: JSON_OPTION,
      undo: '그 번호의 집행내역 가져오기를 통째로 취소합니다. 번호는 가져올 때 알려 줍니다',
      'keep-changed': '가져온 뒤에 수정한 기록은 남깁니다',
      'with-changed': '가져온 뒤에 수정한 기록도 함께 되돌립니다',
    },
    more: [
      '  expenses   업무추진비 집행내역. 읽지 못한 행은 확인 필요 건으로 남습니다',
      '  budgets    연도·과목별 예산. 읽지 못한 행이 있으면 그 파일은 넣지 않습니다',
      '  pledges    공약 목록',
      '  members    시의원 명단',
      '  followups  행정사무감사 요구사항. 연도는 열이나 파일 이름에서 읽습니다',
      '  staffing   정원과 현원. 열은 직종, 직급, 정원, 현원이고 기준일은 열이나 파일 이름에서 읽습니다',
    ],
  },
  export: {
    typed: 'expenses --from 2018-01-01 --to 2018-12-31 [--format csv|xlsx] [--out 파일]',
    does: '집행내역을 공개 서식의 열로 파일에 씁니다.',
    options: {
      from: '첫날',
      to: '마지막 날',
      format: 'csv(기본) 또는 xlsx',
      out: '파일 이름 (기본: expenses-첫날-마지막날.csv)',
    },
  },
  status: {
    typed: '[--year 2018] [--json]',
    does: '한 해의 예산, 집행, 잔액을 과목과 분야별로 보여 줍니다.',
    options: { year: '연도 (기본: 올해)', json: JSON_OPTION },
  },
  check: {
    typed: '[--from 2018-01-01] [--to 2018-12-31] [--json]',
    does: '점검 사항을 규칙별로 보여 줍니다.',
    options: { from: '첫날', to: '마지막 날', json: JSON_OPTION },
  },
  rules: {
    typed: '[--out docs/rules.md]',
    does: '점검 규칙과 기준을 조항, 출처와 함께 보여 줍니다.',
    options: { out: '저장소의 규칙 문서를 다시 쓸 파일' },
  },
  disclose: {
    typed: '2018-03|2018-Q1 [--out 파일.xlsx|csv|hwpx|docx|pdf] [--json]',
    does: '한 달이나 한 분기의 공개 표를 만듭니다. 공개한 것이 있으면 그대로 내줍니다.',
    options: { out: '표를 쓸 파일. 가릴지 정하지 않은 문구가 있으면 쓰지 않습니다', json: JSON_OPTION },
  },
  digest: {
    typed: '[--week 2016-W43] [--dry-run] [--json] [--picture 파일.png] [--format hwpx|docx|pdf] [--out 파일]',
    does: '한 주의 요약을 보여 주고, 앱이 채널에 올리게 합니다.',
    options: {
      week: '주 (기본: 이번 주)',
      'dry-run': '보여 주기만 하고 올리지 않습니다',
      json: JSON_OPTION,
      picture: '요약의 그림을 쓸 파일',
      format: 'hwpx, docx, pdf 가운데 하나: 요약을 문서로 쓰고, 채널에는 올리지 않습니다',
      out: '문서 파일의 이름 (기본: digest-2016-W43.hwpx 등)',
    },
  },
  report: {
    typed: '2016 [--as-of 2016-10-31] [--format hwpx|docx|pdf] [--out 파일] [--check] [--draft] [--json]',
    does: '주요업무 보고를 기록에서 만듭니다. 형식을 적지 않으면 세 가지를 다 씁니다.',
    options: {
      'as-of': '기준일 (기본: 정해 둔 날, 없으면 오늘 또는 그해 마지막 날)',
      format: 'hwpx, docx, pdf 가운데 하나',
      out: '파일 이름 (기본: report-연도.hwpx 등)',
      check: '빠진 것만 보고 파일은 만들지 않습니다',
      draft: '빠진 것이 있어도 쪽마다 초안을 찍어 만듭니다',
      evidence: '수치마다 산출 기준과 기록을 적은 근거표를 붙입니다',
      release: '확정본의 판 번호: 그때의 파일을 그대로 내줍니다',
      json: JSON_OPTION,
    },
    more: ['막힘이 있으면 파일을 만들지 않고 종료 코드 1입니다.'],
  },
  ask: {
    typed: '"올해 시책 얼마 남았어?" [--as 이름] [--json]',
    does: '말로 물은 것에 장부의 숫자로 답합니다. 이해하지 못한 말이 있으면 답하지 않고 되묻습니다.',
    options: { as: '묻는 사람: 슬랙 ID나 이름 (“내 것”을 물을 때)', json: JSON_OPTION },
  },
  answer: {
    typed:
      '업무추진비 2014~2016 [--as-of 날] [--requester 의원] [--asked-on 날] [--format hwpx|docx|pdf] [--out 파일] [--json]',
    does: '의회의 자료요구에 낼 자료를 기록에서 만듭니다.',
    options: {
      'as-of': '기준일 (기본: 오늘)',
      'asked-on': '요구일',
      requester: '요구의원 (기본: 후속조치의 요청자)',
      format: 'hwpx(기본), docx, pdf',
      out: '파일 이름 (기본: answer-주제.형식)',
      'hand-in': '제출한 것으로 적고 후속조치(F12)를 끝냅니다',
      json: JSON_OPTION,
    },
    more: [
      '주제: 업무추진비, 공약, 현장방문, 시의회, 후속조치, 공개. 연도나 기간, 과목, 장소, 후속조치 번호(F12)를 붙일 수 있습니다.',
    ],
  },
  blocks: {
    typed: '파일… [--surface message|modal|home] [--json]',
    does: '슬랙이 이 블록들을 받아 줄지 파일마다 말합니다.',
    options: { surface: '놓일 곳 (기본: 내용을 보고 정합니다)', json: JSON_OPTION },
  },
  doctor: {
    typed: '[--json]',
    does: '설정, 토큰, 권한, 연결, 시계, 채널, 디스크, 데이터베이스, 백업을 점검하고 고칠 것마다 할 일을 말합니다.',
    options: { json: JSON_OPTION },
    more: ['고칠 것이 있으면 종료 코드 1입니다. 토큰과 비밀번호는 찍지 않고, 슬랙에 아무것도 올리지 않습니다.'],
  },
  manifest: {
    typed: '[--http https://biseo.city.kr] [--ascii-commands]',
    does: '슬랙의 앱 설정에 붙여 넣을 매니페스트를 보여 줍니다.',
    options: {
      http: '소켓 모드 대신 이 주소로 받을 때: 명령, 이벤트, 버튼, 목록의 요청 주소를 모두 적습니다',
      'ascii-commands': '한글 이름의 명령(/지출)은 빼고 영문 이름(/expense)만 둡니다',
    },
    more: [
      '옵션이 없으면 저장소의 manifest.yml 그대로입니다. 명령이나 권한이 바뀌면 다시 붙여 넣고 앱을 다시 설치합니다.',
    ],
  },
  samples: {
    typed: '파일',
    does: '연습장의 예시 자료가 든 새 데이터베이스를 만듭니다. 이미 있는 파일에는 만들지 않습니다.',
    options: {},
    more: ['그 파일로 명령을 시험해 볼 수 있습니다: DATABASE_FILE=파일 npx biseo status --year 2016'],
  },
  backup: {
    typed: '파일 | 폴더 --keep 14',
    does: '앱이 도는 동안에도 온전한 사본을 만듭니다. 영수증은 파일.receipts에 담깁니다.',
    options: { keep: '폴더에 날짜를 이름으로 사본을 만들고, 가장 새로운 것부터 그 수만큼만 남깁니다' },
  },
  restore: {
    typed: '파일',
    does: '백업을 확인한 뒤 복원합니다. 앱을 멈추고 하며, 그전 데이터베이스는 옆에 남습니다.',
    options: {},
  },
  move: {
    typed: '--to postgres://…',
    does: 'SQLite 파일의 모든 기록과 영수증을 비어 있는 PostgreSQL 데이터베이스로 옮기고, 표마다 같은지 확인합니다. 앱을 멈추고 하며, 파일은 그대로 남습니다.',
    options: { to: '옮길 데이터베이스의 주소' },
  },
} satisfies Record<string, CommandWords>;

/** How `npx biseo` is used, as its `--help` says. */
export const usage = {
  head: '비서의 터미널 명령입니다. 앱을 띄우는 것은 npm start입니다.',
  line: (name: string, typed: string) => `사용법: npx biseo ${name} ${typed}`.trimEnd(),
  tail: '명령마다 --help가 있습니다: npx biseo status --help\n설정은 환경 변수와 .env에서 읽습니다. 종료 코드: 0 정상, 1 거절, 2 잘못 쓴 명령.',
  help: '이 설명을 보여 줍니다',
  seeHelp: (name: string) => `설명: npx biseo ${name} --help`,
  unknownCommand: (name: string, near: string | null) =>
    `없는 명령입니다: ${name}.${near ? ` 혹시 ${near}인가요?` : ''}\n명령 목록: npx biseo --help`,
  unknownWord: (word: string, near: string | null) => `모르는 말입니다: ${word}.${near ? ` 혹시 ${near}인가요?` : ''}`,
  misread: {
    unknown_option: (option: string, near?: string | null) =>
      `없는 옵션입니다: ${option}.${near ? ` 혹시 ${near}인가요?` : ''}`,
    value_missing: (option: string) => `${option} 뒤에 값이 있어야 합니다.`,
    value_unwanted: (option: string) => `${option}에는 값을 적지 않습니다.`,
  },
  commands: commands as Record<keyof typeof commands, CommandWords>,
};
