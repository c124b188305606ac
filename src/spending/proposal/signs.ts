import type { Activity } from '../../vocabulary/expense.ts';

/**
 * What a purpose says of its activity, by the words of 업무추진비 집행에 관한 규칙 별표: the first that fits is it, so what is told by fewer
 * words stands before what is told by many. A purpose that fits none, or the first, says nothing of it.
 */
const SIGNS: readonly (readonly [activity: Activity | null, says: RegExp])[] = [
  // Two bodies, or two things, of different areas, or people who may be the office's own or not: which one it is booked under is not said.
  [
    null,
    /(?:직원|근무자)[^·]{0,6}(?:및|,|과|와)[^·]{0,8}유관 ?기관|유관 ?기관[^·]{0,6}(?:및|,|과|와)[^·]{0,12}(?:직원|근무자)|(?<!직원 ?)격려[^·]{0,6}다과|(?:언론|외부|민간)[^·]{0,6}(?:관계자|관계관)[^·]{0,4}격려/,
  ],
  ['7-다', /현충원|참배/],
  [
    '8-나',
    /축의금|부의금|조의금|경조사|경조금|결혼 ?축하|결혼식|근조|조문|빈소|\b(?:weddings?|condolences?|funerals?)\b/i,
  ],
  ['6-가', /유족|위로금|순직|사망 ?직원|(?:부상|투병|입원) ?(?:중인 ?)?직원|직원 ?(?:부상|사망)|\bconsolation\b/i],
  [
    '7-나',
    /(?:청장|서장|기관장|사령관|사단장|단장|본부장|교장|총장|원장|지사|행장|대사)(?:님)? ?(?:이임|퇴임|전보|영전|취임)/,
  ],
  ['6-나', /퇴직|퇴임|정년|공로 ?연수|\bretir(?:ee|ing|ement)/i],
  [
    '6-아',
    /생일|(?:연말|설|추석|명절)[^·]{0,12}(?:직원|본청)[^·]{0,8}(?:선물|지급)|직원[^·]{0,12}명절[^·]{0,6}선물|\bbirthday\b/i,
  ],
  ['3-가', /(?:선수단|국가대표|선수|전국체전|체육대회|올림픽|패럴림픽|아시안게임)[^·]{0,16}격려|\bathletes?\b/i],
  ['3-다', /자원 ?봉사|\bvolunteers?\b/i],
  [
    '1-나',
    /이재민|수재민|(?:재난|재해|화재|수해|태풍|지진|산사태|붕괴|참사) ?(?:현장|피해|복구|지역|희생자|유가족)|\b(?:disaster|flood) victims?\b/i,
  ],
  [
    '1-다',
    /불우 ?이웃|소외 ?계층|구호(?:품|물품|금)|성금|(?:노숙인|쪽방|취약 ?계층|복지 ?시설|보육원|양로원)[^·]{0,8}(?:격려|지원|위문)|\bcharity\b/i,
  ],
  ['5-나', /집회|시위|집단 ?민원|\bprotests?\b/i],
  [
    '5-다',
    /(?:행사|축제|대회|마라톤)[^·]{0,12}(?:지원|협조|협력)[^·]{0,10}(?:경찰|소방|군부대|군인|학교)|(?:경찰|소방|군)[^·]{0,10}(?:행사|축제|대회) ?(?:지원|협조)/,
  ],
  [
    '5-가',
    /(?:경찰서|소방서|군부대|사단|기동대|기동본부|기동타격대|파출소|지구대|우체국|교도소|국군|장병|집배원)[^·]{0,14}(?:격려|위문)|(?:격려|위문)[^·]{0,8}(?:군부대|경찰서|소방서)|명절[^·]{0,6}유관 ?기관 ?(?:격려|위문)|(?:경찰관|소방관|소방대원|군인|장병)[^·]{0,8}(?:격려|위문)|(?:encourag|visit)\w* (?:to )?(?:the )?(?:police|fire ?fighters?|army|soldiers)/i,
  ],
  ['6-바', /비상 ?근무|당직|상황 ?근무|철야|제설|수방|방역 ?근무|비상 ?대기|\bemergency duty\b|\bnight shift\b/i],
  [
    '6-라',
    /(?:현업|미화원|방호원|청원 ?경찰|단속원|운전원|공무직|현장 ?근무자|청소 ?(?:근로자|원))[^·]{0,16}(?:격려|위문|선물|식사|오찬|만찬)|\b(?:field workers?|cleaners|guards)\b/i,
  ],
  ['6-다', /우수 ?(?:부서|직원|기관|공무원)|(?:평가|수상|대상|대통령상|최우수상)[^·]{0,10}(?:우수|격려|축하)|\baward/i],
  ['6-사', /(?:사업소|소속 ?기관|산하 ?기관|출장소|주민센터|동사무소)[^·]{0,10}(?:방문|순시)[^·]{0,8}격려|방문 ?격려/],
  [
    '6-마',
    /(?:직원|관계관|관계자|간부|비서관|팀장|주무관|근무자|담당관|안전관|부시장단|부서|사업소|실무관)(?:들|\(직원\))?[^·]{0,24}(?:격려|식사|오찬|만찬|회식)|(?:격려|노고)[^·]{0,14}(?:직원|부서|관계관)|(?:과|팀|실|국|단|본부|센터|반|TF|사업|추진|업무)[ )]*격려|송년[^·]{0,8}(?:직원|팀장|간부)|(?:직원|팀장|간부)[^·]{0,6}(?:송년|신년)|종무식|시무식|\b(?:staff (?:lunch|dinner|meal|encouragement)|(?:lunch|dinner|meal|breakfast|coffee) (?:for|with) (?:the )?(?:staff|team)|encourag\w+ (?:the )?(?:staff|team))\b/i,
  ],
  [
    '7-다',
    /화환|화분|(?<!근)조화(?!로|롭)|개소식|개관식|준공식|착공식|개원식|국경일|경축식|추도식|영결식|\b(?:wreaths?|opening ceremony)\b/i,
  ],
  [
    '2-라',
    /^(?!.*(?:업무 ?협의|어린이 ?기자)).*(?:언론|기자|프레스|보도진)[^·]{0,14}(?:간담회|오찬|만찬|조찬|브리핑|설명회)|\b(?:press|reporters?|journalists?) (?:lunch|dinner|breakfast|meeting|briefing)|(?:lunch|dinner|breakfast|meeting|briefing) (?:with|for) (?:the )?(?:press|reporters?|journalists?)/i,
  ],
  ['2-나', /협약식|업무 ?협약|체결식|양해각서|\bMOU\b|\bsigning ceremony\b/i],
  ['2-다', /(?:방문|내방)객?[^·]{0,8}기념품|기념품[^·]{0,10}(?:방문|내방)|\bsouvenirs? for visitors\b/i],
  [
    '4-라',
    /외빈|홍보 ?대사|명예 ?시민|자매 ?(?:도시|결연)|우호 ?(?:도시|협력)|(?:총)?영사|(?:주한|주재)|대사관|(?:해외|외국)[^·]{0,4}(?:대표단|사절|인사|시장단)|\b(?:delegation from|sister cit|foreign guests?|ambassador|consul)/i,
  ],
  ['4-마', /견학|연수단|방문단|벤치마킹|\bdelegations?\b/i],
  [
    '8-가',
    /(?:접대|방문 ?민원|민원인|내방객|방문객)[^·]{0,10}(?:용품|다과|음료|차|생수|커피|구입)|(?:다과|음료|생수|커피|차) ?(?:류|용품)?(?:등)? ?구(?:입|매)|^(?:다과|음료|생수|커피)$|\b(?:refreshments?|snacks? for|drinks for|coffee for) ?(?:visitors?|guests?)?/i,
  ],
  ['3-나', /(?:공연|예술|문화|전시|축제|체육)[^·]{0,12}(?:관계자|단원|스태프|출연|진행)[^·]{0,8}격려/],
  ['4-가', /(?:기여|유공|공로)(?:자|시민|단체)?[^·]{0,10}(?:격려|간담회|오찬|만찬|식사)/],
  [
    '7-가',
    /(?:시?의회|시?의원|의장단?|상임위|국회|구청장|교육청|교육감|대학|총장|은행|유관 ?기관|정부|중앙 ?부처|시·?도지사|지자체)[^·]{0,16}(?:간담회|협의|협력|면담|회의|오찬|만찬|조찬|행사|워크숍|교류)|\b(?:council(?:lors?| members?)?|assembly members?|universit(?:y|ies)) (?:lunch|dinner|meeting|breakfast|consultation)\b|\b(?:lunch|dinner|meeting|breakfast) with (?:the )?(?:council|assembly)/i,
  ],
  [
    '4-나',
    /간담회|협의(?:회)?(?![체원])|자문|회의(?!실)|토론회|설명회|의견 ?(?:수렴|청취)|워크숍|워크샵|세미나|포럼|보고회|면담|차담|인터뷰|청책|(?:오찬|만찬|조찬)|\b(?:meetings?|consultations?|discussions?|seminars?|workshops?|conferences?|briefings?|interviews?|business (?:lunch|dinner))\b/i,
  ],
  [
    '4-다',
    /행사|기념식|축제|시상식|발대식|개막식|음악회|콘서트|박람회|마라톤|\b(?:events?|ceremon(?:y|ies)|festivals?)\b/i,
  ],
];

/** What the words of a purpose name, and those words; null of the activity where they name two, null where they name none. */
export function signOf(purpose: string): { activity: Activity | null; because: string } | null {
  for (const [activity, says] of SIGNS) {
    const found = says.exec(purpose);
    if (found) return { activity, because: found[0].trim() };
  }
  return null;
}
