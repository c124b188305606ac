export const access = {
  title: '비서',
  close: '닫기',
  asked: '아직 비서실 명단에 없어서 이 명령을 쓸 수 없습니다. 관리자에게 등록을 요청해 두었습니다.',
  askedBefore: '아직 비서실 명단에 없습니다. 관리자에게 등록을 이미 요청했으니 조금만 기다려 주세요.',
  nobodyToAsk: '아직 비서실 명단에 없고, 등록해 줄 관리자도 정해지지 않았습니다. 앱을 설치한 분께 알려 주세요.',
  removed: '비서실 명단에 없어서 저장하지 않았습니다. 관리자에게 문의해 주세요.',
  guest: '게스트 계정으로는 비서를 쓸 수 없습니다. 비서실 직원에게 문의해 주세요.',
  otherWorkspace: '다른 워크스페이스 계정으로는 비서를 쓸 수 없습니다. 비서실 직원에게 문의해 주세요.',
  request: (name: string) => `${name} 님이 비서를 쓰려고 합니다. 비서실 명단에 등록할까요?`,
  add: '직원으로 등록',
  dismiss: '등록하지 않기',
  added: (name: string, by: string, when: string) => `${name} 님을 직원으로 등록했습니다. (${by} · ${when})`,
  dismissed: (name: string, by: string, when: string) => `${name} 님을 등록하지 않기로 했습니다. (${by} · ${when})`,
  welcome: '비서실 명단에 등록되었습니다. `/비서`를 입력하면 할 수 있는 일을 볼 수 있습니다.',
  notAdministrator: '관리자만 할 수 있는 일입니다.',
  notManager: '담당자(매니저)나 관리자만 할 수 있는 일입니다.',
  broke: (reference: string) =>
    `문제가 생겨 끝까지 처리하지 못했습니다. 다시 해 보시고, 계속되면 관리자에게 번호 ${reference} 를 알려 주세요.`,
  brokeInForm: (reference: string) =>
    `저장하지 못했습니다. 입력한 내용은 그대로 있으니 다시 눌러 주세요. (번호 ${reference})`,
};
