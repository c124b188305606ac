export const access = {
  title: '비서',
  close: '닫기',
  asked: '아직 비서실 명단에 없습니다. 관리자에게 등록을 요청해 두었습니다. 등록되면 메시지로 알려 드립니다.',
  askedBefore: '아직 비서실 명단에 없습니다. 관리자에게 등록을 이미 요청했으니 조금만 기다려 주세요.',
  nobodyToAsk: '아직 비서실 명단에 없고, 등록해 줄 관리자도 정해지지 않았습니다. 앱을 설치한 분께 알려 주세요.',
  saving:
    '저장하고 있습니다… 다른 작업이 끝나기를 기다리는 중이라 시간이 조금 걸립니다. 창을 닫아도 저장은 계속됩니다. 몇 분이 지나도 이 글이 그대로면 저장되지 않았을 수 있으니 목록에서 확인해 주세요.',
  notSaved: '저장하지 못했습니다. 적은 내용은 그대로 있으니 확인하고 다시 저장해 주세요.',
  tooLate: '창을 여는 데 시간이 너무 오래 걸렸습니다. 적은 내용은 그대로 있으니 아래 버튼을 눌러 주세요.',
  openAgain: '창 열기',
  removed: '비서실 명단에 없어서 저장하지 않았습니다. 관리자에게 문의해 주세요.',
  guest: '게스트 계정으로는 비서를 쓸 수 없습니다. 비서실 직원에게 문의해 주세요.',
  guestNotAdded:
    '게스트나 다른 워크스페이스 계정, 쓰지 않는 계정은 명단에 등록할 수 없습니다. 비서실 워크스페이스의 계정을 골라 주세요.',
  otherWorkspace: '다른 워크스페이스 계정으로는 비서를 쓸 수 없습니다. 비서실 직원에게 문의해 주세요.',
  request: (name: string) => `${name} 님이 비서를 쓰려고 합니다. 비서실 명단에 등록할까요?`,
  add: '직원으로 등록',
  dismiss: '등록하지 않기',
  added: (name: string, by: string, when: string) => `${name} 님을 직원으로 등록했습니다. (${by} · ${when})`,
  addedBefore: (name: string) => `${name} 님은 이미 비서실 명단에 있습니다.`,
  dismissed: (name: string, by: string, when: string) => `${name} 님을 등록하지 않기로 했습니다. (${by} · ${when})`,
  welcome: '비서실 명단에 등록되었습니다. `/비서`를 입력하면 할 수 있는 일을 볼 수 있습니다.',
  account: {
    left: (name: string) => `${name} 님의 슬랙 계정이 비활성화되었거나 게스트로 바뀌어 비서실 명단에서 뺐습니다.`,
    removed: (name: string) => `${name} 님이 비서실 명단에서 빠졌습니다.`,
    followupsLeft: (count: number) => `후속조치 ${count}건이 남아 있으니 다른 분께 맡겨 주세요.`,
    visitsLeft: (count: number) => `담당하거나 수행할 일정 ${count}건이 남아 있으니 다른 분께 맡겨 주세요.`,
    showOpen: '남은 후속조치 보기',
    showVisits: '남은 일정 보기',
    kept: (name: string) =>
      `하나뿐인 관리자 ${name} 님의 슬랙 계정이 비활성화되었거나 게스트로 바뀌었습니다. 관리자가 없으면 직원과 권한을 바꿀 수 없어 명단에는 남겨 두었습니다. 앱을 설치한 분께 새 관리자를 정해 달라고 하세요. (설정 ADMIN_USER_IDS)`,
    back: (name: string, role: string) =>
      `${name} 님의 슬랙 계정을 다시 쓸 수 있게 되었습니다. 비서실 명단에 다시 등록할까요? (전 권한: ${role})`,
  },
  notAdministrator: '관리자만 할 수 있는 일입니다. 관리자에게 부탁해 주세요.',
  notManager: '책임자나 관리자만 할 수 있는 일입니다. 책임자에게 부탁해 주세요.',
  broke: (reference: string) =>
    `문제가 생겨 끝까지 처리하지 못했습니다. 다시 해 보시고, 계속되면 관리자에게 이 번호를 알려 주세요: ${reference}`,
  brokeInForm: (reference: string) =>
    `저장하지 못했습니다. 적은 내용은 그대로 있으니 다시 눌러 주세요. (번호 ${reference})`,
};
