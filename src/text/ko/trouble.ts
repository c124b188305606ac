import type { DatabaseTrouble } from '../../vocabulary/database.ts';

/** What the app says when nothing can be saved. */
export const trouble = {
  /** To whoever entered something. */
  notSaved: {
    lost: '저장하지 않았습니다. 데이터베이스 파일이 없어지거나 바뀌어 저장해도 남지 않습니다. 관리자에게 알려 주세요.',
    no_room: '저장하지 못했습니다. 서버의 디스크가 가득 찼거나 쓰기를 받지 않습니다. 관리자에게 알려 주세요.',
    busy: '저장하지 못했습니다. 다른 작업이 데이터베이스를 오래 쓰고 있습니다. 잠시 뒤에 다시 해 주세요.',
    damaged: '저장하지 않았습니다. 데이터베이스가 손상되었습니다. 관리자에게 알려 주세요.',
  } satisfies Record<DatabaseTrouble, string> as Record<DatabaseTrouble, string>,
  /** To administrators, once. */
  told: {
    lost: (file: string) =>
      `데이터베이스 파일이 없어지거나 다른 파일로 바뀌었습니다: ${file}. 그때부터 아무것도 저장하지 않습니다. 앱을 멈추고 파일을 제자리에 두거나 백업에서 복원한 뒤(npx biseo restore 백업파일) 다시 시작해 주세요.`,
    no_room: (file: string) =>
      `데이터베이스에 쓸 수 없습니다: ${file}. 디스크가 가득 찼는지 확인해 주세요. 자리가 생기면 앱은 그대로 이어서 일합니다.`,
    busy: (file: string) => `다른 프로그램이 데이터베이스를 오래 붙잡고 있어 저장하지 못합니다: ${file}.`,
    damaged: (file: string) =>
      `데이터베이스가 손상되었습니다: ${file}. 새로 적는 것을 받지 않습니다. 앱을 멈추고 백업에서 복원해 주세요(npx biseo restore 백업파일).`,
  } satisfies Record<DatabaseTrouble, (file: string) => string> as Record<DatabaseTrouble, (file: string) => string>,
  searchRebuilt: (file: string) =>
    `데이터베이스의 검색 색인이 손상되어 다시 만들었습니다: ${file}. 적은 내용은 모두 그대로이고 계속 적을 수 있습니다. 다만 디스크에 이상이 있을 수 있으니 서버를 확인하고 백업을 받아 두세요(npx biseo backup 파일).`,
  over: '데이터베이스에 다시 저장합니다.',
  /** To a command that came before the app was ready. */
  starting: '앱이 시작하는 중입니다. 잠시 뒤에 다시 입력해 주세요.',
};
