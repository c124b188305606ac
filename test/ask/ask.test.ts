import { describe, expect, test } from 'vitest';
import { saidOf, samples } from './given.ts';

const ask = samples();
const YEAR = '2016-01-01~2016-12-31';

describe('a question is understood as what it asks, and answered with its figure', () => {
  test.each([
    ['올해 얼마 썼어?', `expense sum ${YEAR}`, 203_672_000],
    ['작년에 얼마나 썼지', 'expense sum 2015-01-01~2015-12-31', 280_843_000],
    ['올해 기관운영으로 쓴 돈이 얼마야', `expense sum account=203-01 ${YEAR}`, 152_912_000],
    ['올해 시책추진 업무추진비 집행률 알려줘', `budget rate account=203-03 ${YEAR}`, 49.3],
    ['기관운영얼마남았지', `budget balance account=203-01 ${YEAR}`, 124_288_000],
    ['올해 예산 얼마예요?', `budget sum ${YEAR}`, 380_200_000],
    ['올해 분야별 집행액', `expense sum by category ${YEAR}`, 203_672_000],
    ['올해 과목별로 얼마 썼어', `expense sum by account ${YEAR}`, 203_672_000],
    ['올해 제일 많이 쓴 식당은?', `expense sum by place most ${YEAR}`, 23_796_000],
    ['올해 해든정에서 얼마 썼어', `expense sum place=해든정 ${YEAR}`, 23_796_000],
    ['올해 50만원 이상 집행 몇 건?', `expense count from=500000 ${YEAR}`, 73],
    ['올해 카드 결제 건수', `expense count payment=card ${YEAR}`, 494],
    ['올해 건당 평균 집행액', `expense average ${YEAR}`, 390_925],
    ['시책추진비가 차지하는 비율', 'expense share account=203-03', null],
    ['올해 직원 격려 비중', `expense share category=직원 격려 ${YEAR}`, 34.1],
    ['작년보다 올해 얼마나 더 썼어?', `expense sum by year 2015-01-01~2015-12-31 ${YEAR}`, -77_171_000],
    ['2012~2016년 연도별 집행액', 'expense sum by year 2012-01-01~2016-12-31', 1_166_117_000],

    ['올해 일자리대장정 총 몇 군데 갔나요?', `visit count program=일자리대장정 ${YEAR}`, 47],
    ['청책토론회에 몇 명 왔어 2016', `visit sum program=청책토론회 ${YEAR}`, 610],
    ['올해 자치구별 방문 횟수', `visit count by district ${YEAR}`, null],
    ['올해 외빈 접견 몇 번 했어', `visit count program=외빈 접견 ${YEAR}`, 6],
    ['2016.3.7 일정', 'visit list 2016-03-07', 2],
    ['우이신설 관련 일정', 'visit list words=우이신설', 2],
    ['결과 없는 일정', 'visit list state=no_result', 0],

    ['올해 의장단 간담회 몇 번', `contact count kind=leaders_meeting ${YEAR}`, 6],
    ['올해 당정협의 몇 번 했지', `contact count kind=party_consultation ${YEAR}`, 7],
    ['작년 의회 소통 종류별로', 'contact count by kind 2015-01-01~2015-12-31', 47],
    ['운영위원회 의원 누구야', 'member list committee=운영위원회', 5],
    ['새길당 의원 몇 명이야', 'member count party=새길당', 30],
    ['정당별 의원 수', 'member count by party', 50],

    ['감사 건의사항 몇 건이야', 'followup count kind=audit_suggestion', 8],
    ['상태별 후속조치', 'followup count by status', null],
    ['담당자 없는 후속조치', 'followup list state=unowned', 6],
    ['내가 해야 할 일', 'followup list state=open mine', null],

    ['정상추진 공약 몇 개', 'pledge count status=정상추진', 123],
    ['사업완료 공약 비율은?', 'pledge share state=fulfilled', 48.8],
    ['공약 상태별로 몇 개야', 'pledge count by status', 256],
    ['정책공약 중에 부진한 거', 'pledge list type=정책 state=troubled', 3],

    ['화환 얼마까지 가능해', 'rule list limit=wreath', 100_000],
    ['비서실 직원 몇 명이야', 'person count', 17],
    ['V12 보여줘', 'visit list record=12', 1],

    ['올해 5월과 6월 집행액 비교', 'expense sum by period 2016-05-01~2016-05-31 2016-06-01~2016-06-30', -2_921_000],
    ['올해 강북구 8월 방문', 'visit list district=강북구 2016-08-01~2016-08-31', 1],
    ['8월 집행액 2016년', 'expense sum 2016-08-01~2016-08-31', 24_436_000],
    ['작년 10월까지 얼마 썼어', 'expense sum 2015-01-01~2015-10-31', null],
    ['2016년 2월 시책추진업무추진비', 'expense list account=203-03 2016-02-01~2016-02-29', 18],
    ['올해 최고액 집행은?', `expense sum most ${YEAR}`, 1_468_500],
    ['올해 참여 인원이 제일 많은 방문', `visit sum most ${YEAR}`, 1_200],
    ['1인당 3만원 넘는 올해 집행', `expense list perHeadAbove=30000 ${YEAR}`, null],
    ['올해 사용자별 집행액', `expense sum by person ${YEAR}`, 203_672_000],
    ['올해 방문 제일 적은 자치구', `visit count by district least ${YEAR}`, null],
    ['올해 한 번도 안 간 자치구', `visit count by district none ${YEAR}`, 0],
    ['올해 남은 일정', `visit list state=to_come ${YEAR}`, null],
    ['시의원한테 안 알린 현장방문', 'visit list state=untold', null],
    ['취소된 지출', 'expense list state=voided', 0],
    ['공약 완료율 부서별로', 'pledge share by department state=fulfilled', 48.8],
    ['행정사무감사 처리율', 'followup share kind=audit status=done', 57.9],
    ['감사 시정요구 몇 건', 'followup count kind=audit_correction', 4],
    ['할 일 중에 기한 지난 것', 'followup list state=overdue', null],
    ['공약 중 시민공약 비율', 'pledge share type=시민', 4.7],
    ['진행 중인 후속조치', 'followup list status=in_progress', null],
    ['공약 사업비 총액', 'pledge sum', 496_154_000_000],
    ['우리 비서실 몇 명이야', 'person count', 17],
    ['교통위원회 위원 누구', 'member list committee=교통위원회', 4],
    ['올해 예산 대비 집행', `budget rate ${YEAR}`, 53.6],
    ['다음 발표 언제야', 'announcement next', null],
    ['show E12', 'expense list record=12', 1],
    ['올해 집행률은 몇 퍼센트', `budget rate ${YEAR}`, 53.6],
    ['승인 안 된 지출', 'expense list state=waiting', 0],
    ['심야 집행 기준', 'rule list limit=night_from', null],
    ['F5 담당자 누구', 'followup count by person record=5', null],
    ['12월 8일 뭐 있어', 'visit list 2016-12-08', null],
    ['주말 일정', 'visit list 2016-11-26~2016-11-27', null],
    ['최근 한 달 지출', 'expense list 2016-10-22~2016-11-21', null],
    ['이번 주말 일정', 'visit list 2016-11-26~2016-11-27', null],
    ['올해 제일 많이 쓴 날은?', `expense sum by day most ${YEAR}`, null],
    ['올해 예산 다 썼어?', `budget rate ${YEAR}`, 53.6],
    ['시책 얼마 더 쓸 수 있어', `budget balance account=203-03 ${YEAR}`, 52_240_000],
    ['외빈 몇 번 왔어 올해', `visit count program=외빈 접견 ${YEAR}`, 6],
    ['12월에 마감인 일', 'followup list 2016-12-01~2016-12-31', null],
    ['감사 요구 중 시정요구 완료율', 'followup share kind=audit_correction status=done', null],
    ['pledges not done', 'pledge list state=unfulfilled', 131],
    ['who is the speaker of the council', 'member list role=의장', 1],
    ['how much is left of the policy budget?', 'budget balance account=203-03 2016-01-01~2016-12-31', 52_240_000],
    ['where did we spend most in 2016', `expense sum by place most ${YEAR}`, 23_796_000],
    ['spending by month in 2016', `expense sum by month ${YEAR}`, 203_672_000],
    ['how many pledges are in trouble', 'pledge count state=troubled', 8],
    ['council members of Gangnam-gu', 'member list district=강남구', 2],
  ])('%s', async (typed, said, value) => {
    const asked = await ask(typed);

    expect(saidOf(asked)).toBe(said);
    if (value !== null) expect('answer' in asked && asked.answer.value).toBe(value);
  });
});

describe('verbs, denials, names and titles are read by rule', () => {
  test.each([
    ['영수증 아직 안 올린 거 몇 건?', 'expense count state=no_receipt', null],
    ['결과를 못 쓴 일정', 'visit list state=no_result', null],
    ['의원들에게 사전에 알리지 못한 일정', 'visit list state=untold', null],
    ['담당자가 정해지지 않은 업무', 'followup list state=unowned', null],
    ['아직 답변하지 않은 의원 요청', 'followup list state=open kind=member_request', null],
    ['안 끝낸 시민공약', 'pledge list state=unfulfilled type=시민', null],
    ['의원 요청 몇 퍼센트 처리했어', 'followup share kind=member_request status=done', null],
    ['김가람 의장 언제 만났지', 'contact list member=1', null],
    ['제일 많이 만난 의원', 'contact count by member most', null],
    ['올해 한 번도 안 만난 의원', `contact count by member none ${YEAR}`, null],
    ['올해 요일별 집행 건수', `expense count by weekday ${YEAR}`, 521],
    ['작년 분기별 집행액', 'expense sum by quarter 2015-01-01~2015-12-31', 280_843_000],
    ['분야별 공약 개수', 'pledge count by field', 256],
    ['진척률이 90% 이상인 공약 몇 개', 'pledge count from=90', 125],
    ['올해 30만원에서 50만원 사이 집행', `expense list from=300000 upTo=500000 ${YEAR}`, null],
    ['백만원 넘게 쓴 적 있어?', 'expense list above=1000000', null],
    ['1인당 집행액이 5만원을 초과하는 건', 'expense list perHeadAbove=50000', null],
    ['어제얼마썼더라', 'expense sum 2016-11-20', null],
    ['해든정 총 얼마', 'expense sum place=해든정', null],
    ['법카로 제일 많이 긁은 데', 'expense sum by place most payment=card', null],
    ["'시정 설명 간담회' 집행 내역", 'expense list words=시정 설명 간담회', null],
    ['이하늘 의원 어디 소속이야', 'member list member=8', 1],
    ['공무원이랑 밥 먹을 때 한도', 'rule list limit=meal_public_official', null],
    ['203-03 얼마 남았어', `budget balance account=203-03 ${YEAR}`, 52_240_000],
    ['올해 주말에 쓴 돈', `expense sum hours=weekend ${YEAR}`, null],
    ['심야 집행 있어?', 'expense list hours=23:00-06:00', 0],
    ['올해 월평균 집행액', `expense average ${YEAR}`, 18_515_636],
    ['올해 월평균 방문 횟수', `visit average ${YEAR}`, null],
    ['transportation committee members', 'member list committee=교통위원회', 4],
    ['교통위원장 누구야', 'member list committee=교통위원회 role=위원장', null],
    ['9월에 돈 얼마나 나갔어요', 'expense sum 2016-09-01~2016-09-30', null],
    ['시민공약 수', 'pledge count type=시민', null],
    ['1월 일정', 'visit list 2017-01-01~2017-01-31', null],
    ['spending at the weekend in 2016', `expense list hours=weekend ${YEAR}`, null],
    ['who spent the most in 2016', `expense sum by person most ${YEAR}`, null],
    ['pledges behind schedule', 'pledge list state=troubled', 8],
    ['우리 팀 몇 명', 'person count', 17],
    ['돈 제일 많이 드는 공약', 'pledge sum most', null],
    ['예산 차이 2013 2016', 'budget sum by year 2013-01-01~2013-12-31 2016-01-01~2016-12-31', -26_600_000],
    ['지난 10월 업추비', 'expense list 2016-10-01~2016-10-31', null],
    ['업추비 8월치', 'expense list 2016-08-01~2016-08-31', null],
    ['올해 몇 건에 얼마 썼어', `expense list ${YEAR}`, 521],
    ['누가 영수증 안 냈어', 'expense count by person state=no_receipt', null],
    ['최민재 주무관 남은 일', 'followup list person=U0CHOIMINJ state=open', null],
    ['내 일 몇 개 남았어', 'followup count state=open mine', null],
    ['영수즘 없는 집행', 'expense list state=no_receipt', null],
    ['내일 오후 일정', 'visit list hours=12:00-24:00 2016-11-22', null],
    ['올해 오전에 쓴 돈', `expense sum hours=00:00-12:00 ${YEAR}`, null],
    ['진도 50% 밑인 공약', 'pledge list below=50', null],
    ['산사태 공사현장 점검 언제였지', 'visit list words=산사태 공사현장 점검', 1],
    ['청년 지원 정책 발표 언제', 'announcement list words=청년 지원', 1],
    ['접견용 물품 구입비 올해', `expense list words=접견 물품 구입 ${YEAR}`, null],
    ['발표 몇 건 남았어', 'announcement count', 1],
    ['업무추진비 얼마나 남았나요', `budget balance ${YEAR}`, 176_528_000],
    ['올해 시책 상위 3곳', `expense sum by place most account=203-03 ${YEAR}`, null],
    ['내일모레 일정', 'visit list 2016-11-23', null],
    ['올해 3월 한 달 동안 시책으로 나간 돈', 'expense sum account=203-03 2016-03-01~2016-03-31', null],
    ['9호선 공사현장 몇 번 점검했나요', 'visit count words=9호선 공사현장', 1],
    ['세종시 협약 날짜', 'visit list program=우호교류협약 words=세종', 1],
    ['한빛당이 몇 석이야', 'member count party=한빛당', 20],
    ['위원회별 인원', 'member count by committee', 50],
    ['안건 처리 현황 상태별', 'followup count by status kind=agenda', null],
    ['total visits in 2016', `visit count ${YEAR}`, null],
    ['total visits by program', 'visit count by program', null],
    ['올해 방문 합계', `visit count ${YEAR}`, null],
    ['올해 방문 참여 인원 합계', `visit sum ${YEAR}`, null],
    ['비서실 인원수', 'person count', 17],
    ['시책은 몇 프로 썼어', `budget rate account=203-03 ${YEAR}`, 49.3],
    ['공약 합계', 'pledge count', 256],
    ['total pledges', 'pledge count', 256],
    ['total follow-ups', 'followup count', null],
    ['total council contacts', 'contact count', null],
    ['1인당 3만원 넘긴 올해 간담회', `expense list perHeadAbove=30000 category=간담회 등 ${YEAR}`, null],
    ['247,000원 쓴 거', 'expense list from=247000 upTo=247000', null],
    ['오후 8시 이후에 쓴 돈', 'expense sum hours=20:00-24:00', null],
    ['spending after 9 pm', 'expense list hours=21:00-24:00', null],
    ['내일 오전 10시 이전 일정', 'visit list hours=00:00-10:00 2016-11-22', null],
    ['영수증 붙인 거 몇 장', 'receipt count', null],
    ['내 영수증 몇 장', 'receipt count mine', null],
    ['방문 어디서 해', 'visit list', null],
    ['올해 방문 한 번도 안 한 구', `visit count by district none ${YEAR}`, null],
    ['결과 입력해야 하는 일정', 'visit list state=no_result', null],
    ['인사말 누가 쓰고 있지', 'followup list kind=speech', null],
    ['운영위원회가 요구한 거', 'followup list words=운영위원회', 19],
    ['총무과 요청 건', 'followup list words=총무과', null],
    ['이행 완료된 혁신공약', 'pledge list state=fulfilled type=혁신', null],
    ['반영 못 한 요구', 'followup list status=declined', null],
    ['정당 비율', 'member share by party', null],
    ['환수위 의원', 'member list committee=환경수자원위원회', null],
    ['10월에 만난 의원', 'contact count by member 2016-10-01~2016-10-31', null],
    ['올해 제일 사람 많이 온 방문', `visit sum most ${YEAR}`, 1_200],
    ['올해 방문 전년 대비', `visit count by year 2015-01-01~2015-12-31 ${YEAR}`, null],
    ['203-01 2016년 몇 건', `expense count account=203-01 ${YEAR}`, null],
    ['7-가로 쓴 돈', 'expense sum activity=7-가', null],
    ['3일 뒤 일정', 'visit list 2016-11-24', null],
    ['영수증 미첨부 제일 많은 사람', 'expense count by person most state=no_receipt', null],
    ["visits we haven't told the council about", 'visit list state=untold', null],
    [
      'spending in the first half of 2016 compared with the second half',
      'expense sum by period 2016-01-01~2016-06-30 2016-07-01~2016-12-31',
      null,
    ],
    ['upcoming announcements', 'announcement list', null],
    ['의회에 알려야 되는데 안 알린 거 몇 개', 'visit count state=untold', null],
    ['pledges below 50%', 'pledge list below=50', null],
    ['결과 보고 빠진 일정', 'visit list state=no_result', null],
    ['결과 아직 없는 일정', 'visit list state=no_result', null],
    ['한 번에 100만원 넘게 쓴 적 몇 번', 'expense count above=1000000', null],
    ['12월 7일 주말데이트 몇 시야', 'visit list program=주말데이트 2016-12-07', null],
    ['12월 5일에 약속 있나', 'visit list 2016-12-05', null],
    ['올해 한 번도 연락 안 한 의원', `contact count by member none ${YEAR}`, null],
  ])('%s', async (typed, said, value) => {
    const asked = await ask(typed);

    expect(saidOf(asked)).toBe(said);
    if (value !== null) expect('answer' in asked && asked.answer.value).toBe(value);
  });

  test.each([
    '여당 의원 몇 명',
    '전체 인원',
    '방문 비용 얼마',
    '소나무집이랑 다온 중에 어디에 더 많이 썼어?',
    '공약 예산 평균',
    '월평균 집행액',
    '공약이 몇 개고 완료된 건 몇 개야',
    '만난 지 제일 오래된 의원',
    '마지막으로 만난 의원',
    '의장단 명단',
    '한빛당 여성 의원',
    '정당 몇 개야',
    '올해 제일 많이 방문한 사람',
    '기한 이번 달인 감사 요구',
    '내가 이번 달에 등록한 지출',
    '같은 식당 하루에 몇 번까지 돼',
    '거기 얼마 썼어',
    '순방 며칠이나 걸렸어',
    '점심 누구랑 먹었어',
    '드론 의원 요청',
    '완료된 공약 중 시민공약 비율',
    '돈 남기면 어떻게 돼',
    '민도현 팀장 결재 대기',
    '주말데이트 안건 답변했나',
  ])('%s is asked back', async (typed) => expect('answer' in (await ask(typed))).toBe(false));
});

test('averages and shares of two periods are compared as what they are', async () => {
  const asked = await ask('업무추진비 1인당 평균 집행액 2013년 대비 2014년');
  if (!('answer' in asked)) throw new Error('not understood');

  expect(asked.answer.rows.map(({ value }) => value)).toEqual([25_996, 25_959]);
});

test.each(['방문', '의회 소통'])('quarters of %s are named by their year', async (noun) => {
  const asked = await ask(`작년 ${noun} 분기별 건수`);
  if (!('answer' in asked)) throw new Error('not understood');

  expect(asked.answer.rows.map(({ label }) => label)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^2015[1-4]$/)]),
  );
});

test('how often it was counts nothing that is still planned, and the last time was before today', async () => {
  const SUMMER = '2016-06-30';
  const all = await ask('올해 일정 몇 건', null, SUMMER);
  const been = await ask('올해 몇 번 방문했어', null, SUMMER);
  const last = await ask('중구에는 언제 마지막으로 갔나', null, SUMMER);
  if (!('answer' in all && 'answer' in been && 'answer' in last)) throw new Error('not understood');

  expect(been.answer.query.when).toBe('past');
  expect(been.answer.value).toBeLessThan(all.answer.value ?? 0);
  expect(last.answer.rows[0]?.day?.localeCompare(SUMMER)).toBeLessThanOrEqual(0);
});

test('a record tells how it stands and who is in charge', async () => {
  const asked = await ask('1-1-1 어떻게 됐어');
  if (!('answer' in asked)) throw new Error('not understood');

  expect(asked.answer.rows[0]?.about).toContainEqual(['status', '완료']);
});

test('in what order, and one month after two, go on from the question before', async () => {
  const first = await ask('11월이랑 10월 지출 비교');
  if (!('answer' in first)) throw new Error('not understood');
  const second = await ask('그럼 9월은?', first.answer.query);
  if (!('answer' in second)) throw new Error('not understood');

  expect(saidOf(second)).toBe('expense sum 2016-09-01~2016-09-30');
  expect(saidOf(await ask('제일 적게 쓴 건?', second.answer.query))).toBe('expense sum least 2016-09-01~2016-09-30');
});

describe('what people asked before they could ask anything is still understood', () => {
  test.each([
    ['올해 시책 얼마 남았어?', 'budget balance account=203-03'],
    ['시책추진 잔액', 'budget balance account=203-03'],
    ['작년 집행률 알려줘', 'budget rate 2015'],
    ['예산 얼마나 남았나요', 'budget balance'],
    ['이번달 얼마 썼어?', 'expense sum 2016-11-01~2016-11-30'],
    ['지난달 지출 내역', 'expense list 2016-10-01~2016-10-31'],
    ['지난주 시책 뭐에 썼어?', 'expense list account=203-03 2016-11-14~2016-11-20'],
    ['what did we spend last month?', 'expense list 2016-10-01~2016-10-31'],
    ['이번주 일정', 'visit list 2016-11-21~2016-11-27'],
    ['이번 주 일정 알려줘', 'visit list 2016-11-21~2016-11-27'],
    ['오늘 일정', 'visit list 2016-11-21'],
    ['오늘 뭐 있어?', 'visit list 2016-11-21'],
    ['내일 뭐 있어?', 'visit list 2016-11-22'],
    ['내일은?', 'visit list 2016-11-22'],
    ['다음주 강북구 일정', 'visit list district=강북구 2016-11-28~2016-12-04'],
    ['4월 민생현장 방문 언제야?', 'visit list program=민생현장 2016-04-01~2016-04-30'],
    ['올해 현장방문 몇 번 했어?', 'visit count 2016'],
    ['시장님 일정', 'visit list'],
    ['this week’s schedule', 'visit list 2016-11-21~2016-11-27'],
    ['what’s on the schedule tomorrow?', 'visit list 2016-11-22'],
    ['강남구 의원 누구', 'member list district=강남구'],
    ['강남구 시의원 명단', 'member list district=강남구'],
    ['의장 누구야?', 'member list role=의장'],
    ['who are the council members for Gangnam?', 'member list district=강남구'],
    ['올해 의회 간담회 몇 번 했어?', 'contact count 2016'],
    ['지난달 의회 소통 목록', 'contact list 2016-10-01~2016-10-31'],
    ['이번주 의원 누구 만났어?', 'contact count by member 2016-11-21~2016-11-27'],
    ['내 할 일', 'followup list state=open mine'],
    ['밀린 거 뭐 있어?', 'followup list state=overdue'],
    ['비서실 전체 기한 지난 것', 'followup list state=overdue'],
    ['what is overdue?', 'followup list state=overdue'],
    ['my to-dos', 'followup list state=open mine'],
    ['2015년 감사 요구사항 어떻게 됐어?', 'followup list kind=audit 2015'],
    ['공약 현황', 'pledge list'],
    ['공약 몇 개 완료됐어?', 'pledge count state=fulfilled'],
    ['부진한 공약 뭐야', 'pledge list state=troubled'],
    ['how are the pledges going?', 'pledge list'],
    ['which pledges are behind?', 'pledge list state=troubled'],
  ])('%s', async (typed, said) => {
    expect(
      saidOf(await ask(typed))
        .replace(/(\d{4})-01-01~\1-12-31/, '$1')
        .replace(/ 2016$/, (it) => (said.endsWith('2016') ? it : '')),
    ).toBe(said);
  });
});

describe('a word that carries meaning and was not used stops the answer', () => {
  test.each([
    ['오늘 점심 뭐 먹지', '먹지'],
    ['시장님 기분이 어때?', '기분이'],
    ['비 오는 날 집행액', '비'],
    ['올해 화성에서 얼마 썼어', '화성에서'],
    ['작년 현장시장실 안건 몇 개', '현장시장실안건'],
    ['2015년 공약 몇 개', '2015'],
    ['올해 시책 빼고 얼마 썼어', '빼고'],
    ['해든정 말고 다른 곳에서 쓴 돈', '말고'],
    ['담당 부서 없는 공약', '없는'],
    ['안 좋은 공약', '안'],
    ['올해 월요일에 쓴 돈', '월요일'],
    ['올해 간담회 평균 인원', '간담회'],
    ['여성 의원 몇 명이야', '여성'],
    ['share of staff encouragement in the policy account', 'policy account'],
    ['올해 시장이 만난 의원 수', '의원수'],
    ['의원 전화번호', '전화번호'],
    ['예산 어디서 확인해', '확인'],
    ['올해 미진에서 얼마 썼어', '미진에서'],
    ['2016년 예산에 없는 집행', '없는'],
    ['what did we spend without the policy account', 'without'],
    ['이번 달에 끝낸 후속조치', '이번'],
    ['지난달에 들어온 의원 요청', '지난달'],
    ['올해 완료한 공약 몇 개', '올해'],
    ['올해 간 식당이 몇 군데야', '식당'],
    ['내일 일정 취소해줘', '취소해줘'],
    ['최민재한테 일 좀 시켜줘', '시켜줘'],
    ['경조사비 올해 얼마 썼고 한도는 얼마야', '얼마'],
    ['공약 중에 제일 중요한 거', '중요한'],
    ['올해 왜 이렇게 많이 썼어?', '왜'],
    ['정당별 한빛당 소통 비율', '비율'],
    ['영수증 있는 집행 몇 건', '있는'],
    ['공약 하나 추가하고 싶어', '추가'],
    ['이거 누가 승인했어', '승인했'],
    ['청책토론회에 온 사람 이름', '이름'],
    ['how much will we spend in 2017', '2017'],
    ['그중에 안 끝난 공약', '그중에'],
  ])('%s', async (typed, word) => {
    const asked = await ask(typed);

    expect('answer' in asked).toBe(false);
    if (!('answer' in asked)) expect(asked.unknown.join(' ') + typed).toContain(word);
  });

  test('what can mean several things is asked back', async () => {
    const asked = await ask('올해 시책 얼마야');

    expect(asked).toMatchObject({ unknown: [], asked: ['expense', 'budget'] });
  });
});

test('a slip of one letter is understood and shown', async () => {
  const asked = await ask('올해 일자리대장점 몇 번 갔어');

  expect(saidOf(asked)).toBe(`visit count program=일자리대장정 ${YEAR}`);
  expect('answer' in asked && asked.corrected).toEqual([['일자리대장점', '일자리대장정']]);
});

test('a past that was written as it sounds is understood and shown', async () => {
  const asked = await ask('올해 얼마 썻어');

  expect(saidOf(asked)).toBe(`expense sum ${YEAR}`);
  expect('answer' in asked && asked.corrected).toEqual([['썻어', '썼어']]);
});

test('how each of several stands is told where it is asked', async () => {
  const asked = await ask('부진 공약 상태');
  if (!('answer' in asked)) throw new Error('not understood');

  expect(asked.answer.rows.length).toBeGreaterThan(3);
  for (const { about } of asked.answer.rows) expect(about).toContainEqual(['status', expect.any(String)]);
});

test('a question goes on from the one before: another month, fewer of those', async () => {
  const first = await ask('올해 8월에 얼마 썼어?');
  if (!('answer' in first)) throw new Error('not understood');

  const second = await ask('그럼 9월은?', first.answer.query);
  expect(saidOf(second)).toBe('expense sum 2016-09-01~2016-09-30');

  if (!('answer' in second)) throw new Error('not understood');
  expect(saidOf(await ask('그중 시책만', second.answer.query))).toBe(
    'expense sum account=203-03 2016-09-01~2016-09-30',
  );
  const before = await ask('2014년 3월 집행액');
  if (!('answer' in before)) throw new Error('not understood');
  expect(saidOf(await ask('4월은', before.answer.query))).toBe('expense sum 2014-04-01~2014-04-30');
  expect(saidOf(await ask('9월은?'))).toMatch(/^visit|^\?/);
});

test('where mine and the office’s differ, both are told', async () => {
  const asked = await ask('남은 후속조치 몇 건이야');

  if (!('answer' in asked)) throw new Error('not understood');
  const { value, mine } = asked.answer;
  expect(mine).toBeGreaterThan(0);
  expect(value).toBeGreaterThan(mine ?? 0);
});

test.each([
  ['올해 해든정 몇 번 갔어', '얼마 썼는데', `expense sum place=해든정 ${YEAR}`],
  ['올해 의장단 간담회 몇 번', '누구누구 만났어', `contact count by member kind=leaders_meeting ${YEAR}`],
  ['올해 일자리대장정 참여 인원', '구별로 보여줘', `visit sum by district program=일자리대장정 ${YEAR}`],
  ['부진 공약 보여줘', '안전총괄과만', 'pledge list state=troubled words=안전총괄과'],
  ['올해 집행률', '2015년이랑 비교하면?', `budget rate by year 2015-01-01~2015-12-31 ${YEAR}`],
  ['부서운영 잔액', '몇 퍼센트 썼는지도', `budget rate account=203-04 ${YEAR}`],
  ['올해 해든정에서 얼마 썼어', '거기 몇 번 갔지', `expense count place=해든정 ${YEAR}`],
  ['2015년 9월 집행액', '전달이랑 비교하면', 'expense sum by period 2015-08-01~2015-08-31 2015-09-01~2015-09-30'],
  ['올해 일자리대장정 평균 참여 인원', '합계로는?', `visit sum program=일자리대장정 ${YEAR}`],
  ['올해 일자리대장정 몇 번 갔어', '몇 명이나 왔어', `visit sum program=일자리대장정 ${YEAR}`],
  ['올해 지출', '영수증은?', '? 영수증'],
  ['올해 지출', '그중 후속조치', '? 그중'],
  ['my tasks', 'overdue ones?', 'followup list state=overdue mine'],
])('%s, then %s', async (first, then, said) => {
  const before = await ask(first);
  if (!('answer' in before)) throw new Error('not understood');

  expect(saidOf(await ask(then, before.answer.query))).toBe(said);
});
