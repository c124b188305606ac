import type { AskWords, Noun } from '../../vocabulary/ask.ts';

const state = (value: string) => ({ filters: { state: value } });
const kind = (value: string) => ({ filters: { kind: value } });
const status = (value: string) => ({ filters: { status: value } });
const account = (value: string) => ({ filters: { account: value } });

/** What English words say in a question, noun by noun. */
export const askWords: Record<Noun | 'any', AskWords> = {
  expense: [
    [
      'expense|expenses|spending|spendings|spend|spends|spent|pay|paid|pays|expenditure|expenditures|payments|payment|money spent|transactions|transaction|purchases|bills|bill|charged|used|use|using|outlay|outlays|costs incurred|disbursements|disbursed',
      { noun: 'expense' },
    ],
    ['money|cost|costs|amount|total amount|amounts|worth|won|krw', { measure: 'sum', loose: true, unit: 'won' }],
    ['total|sum', { measure: 'sum', loose: true }],
    [
      'total spending|total expenses|total spent|total expenditure|amount spent|spending total',
      { noun: 'expense', measure: 'sum' },
    ],
    [
      'institution|institution operation|institutional operation|institutional operations|institution account|institutional|institution budget|institutional account',
      account('203-01'),
    ],
    ['staff allowance|staff allowance account', account('203-02')],
    ['policy|policy account|policy budget|policy promotion|policy money', account('203-03')],
    [
      'department account|department operations|department operation|department operation account|department budget',
      account('203-04'),
    ],
    ['card|credit card|by card|corporate card|card payments|card payment|with card', { filters: { payment: 'card' } }],
    ['zero pay|zeropay', { filters: { payment: 'zeropay' } }],
    [
      'bank transfer|transfer|by transfer|by bank transfer|bank transfers|transfers|wire transfer|account transfer',
      { filters: { payment: 'transfer' } },
    ],
    ['cash|in cash|cash payments', { filters: { payment: 'cash' } }],
    [
      'without receipt|without a receipt|without receipts|missing receipt|missing receipts|receipt missing|receipts missing|no receipt|no receipts|lacking receipts|lack receipts|lacks a receipt|missing a receipt|have no receipt|has no receipt|need receipts|without any receipt|without any receipts|receipt is missing|receipts are missing|miss receipts|need a receipt',
      state('no_receipt'),
    ],
    [
      'waiting for approval|awaiting approval|pending approval|not approved|not yet approved|unapproved',
      state('waiting'),
    ],
    ['voided|cancelled|canceled|void', state('voided')],
    ['refused|rejected|declined|turned down', state('refused')],
    ['condolence money|wedding money|condolences', { filters: { activity: '8-나' } }],
    ['by account|per account|for each account|each account', { noun: 'expense', group: 'account' }],
    ['by category|per category|each category', { noun: 'expense', group: 'category' }],
    ['by place|per place|by restaurant|per restaurant|each restaurant', { group: 'place' }],
    [
      'by payment|by method|by payment method|per payment method|by means of payment',
      { noun: 'expense', group: 'payment' },
    ],
    ['by activity|per activity', { noun: 'expense', group: 'activity' }],
    ['by purpose|per purpose|what for|each purpose', { group: 'purpose' }],
    ['restaurant|restaurants|shop|shops|store|stores|venue|venues|eatery', { noun: 'expense', among: 'place' }],
    ['go|went|gone|go to|been to|visited|eat|ate|eaten', { noun: 'expense', weak: true }],
    ['account|accounts', { among: 'account' }],
    ['category|categories', { among: 'category' }],
    ['purpose|purposes', { among: 'purpose' }],
    ['staff encouragement|encouraging staff|staff encouragements', { filters: { category: '직원 격려' } }],
    ['meeting|meetings|meetings and the like', { filters: { category: '간담회 등' } }],
    [
      'per head|per person|a head|each person|per capita|for each person|per guest',
      { per: 'head', measure: 'average' },
    ],
    ['per expense|per transaction|per spend|per payment|per purchase', { noun: 'expense', measure: 'average' }],
    ['each time|per meeting', { measure: 'average' }],
    ['weekend|weekends|on weekends|on the weekend|at weekends|at the weekend', { filters: { hours: 'weekend' } }],
    ['weekday|weekdays|on weekdays', { filters: { hours: 'weekday' } }],
    [
      'monthly average|average per month|per month on average|average a month|average each month',
      { per: 'month', measure: 'average' },
    ],
    ['lunch|lunches', { noun: 'expense', filters: { words: '오찬' } }],
    ['dinner|dinners', { noun: 'expense', filters: { words: '만찬' } }],
  ],
  budget: [
    ['budget|budgets|budgeted|allocation|allocated|appropriation', { noun: 'budget' }],
    [
      'left|remaining|balance|remains|unspent|remain|leftover|left over|available|still available|still spend|remaining budget|left to spend|balances',
      { measure: 'balance' },
    ],
    [
      'rate|execution rate|spending rate|used up|budget execution rate|usage rate|utilization|utilisation|execution|utilization rate|budget execution|used so far',
      { measure: 'rate' },
    ],
    ['percent|percentage|what percent|how many percent|what percentage|what share', { measure: 'rate', loose: true }],
  ],
  visit: [
    [
      'visit|visits|site visit|site visits|visited|schedule|engagement|engagements|appointment|appointments|calendar|event|events|go|went|gone|been|attend|attended|visiting|agenda|field visit|field visits|schedules|attending|go to|been to|trip|trips|itinerary|on site',
      { noun: 'visit' },
    ],
    ['meet|met|meeting|meetings|come|came|held|hold|take place|took place', { noun: 'visit', weak: true }],
    [
      'how many people|how many people attended|how many attended|how many people came|participants|attendees|attendance|participation|took part|people took part|people attended|people came|how many citizens|how many participants|headcount|people joined|joined|turnout|people participated|participated',
      { noun: 'visit', measure: 'sum' },
    ],
    [
      'untold|not told|unshared|not shared|the council was not told of|not told the council|not shared with the council|the council was not told about|the council does not know about|the council doesn’t know about|not informed the council|did not tell the council|didn’t tell the council|have not told the council|haven’t told the council|not reported to the council|not been told|unreported to the council|the council hasn’t been told|the council hasn’t been told about|the council has not been told about',
      state('untold'),
    ],
    [
      'without result|without a result|without results|no result|missing result|missing results|no results|lack results|lacking results|results missing|have no result|still need results|with no result',
      state('no_result'),
    ],
    ['cancelled|canceled', state('cancelled')],
    [
      'upcoming|upcoming visits|coming visits|visits to come|coming up|still ahead|scheduled|planned',
      { noun: 'visit', ...state('to_come') },
    ],
    ['morning|in the morning|mornings', { filters: { hours: '00:00-12:00' } }],
    ['afternoon|in the afternoon|afternoons', { filters: { hours: '12:00-24:00' } }],
    ['evening|in the evening|evenings', { filters: { hours: '18:00-24:00' } }],
    ['by program|by programme|per program|per programme|each program', { noun: 'visit', group: 'program' }],
    ['by district|per district|each district|by gu', { group: 'district' }],
    [
      'never visited|not visited|unvisited|not been to|never been to|not gone to|never went to|haven’t visited|have not visited|not yet visited|haven’t been to|never gone to|didn’t visit|did not visit',
      { noun: 'visit', order: 'none' },
    ],
    ['district|districts|gu', { among: 'district' }],
    ['program|programme|programs', { among: 'program' }],
    ['outside seoul|out of town|outside the city', { filters: { district: '서울 밖' } }],
    [
      'overseas|abroad|overseas trips|overseas trip|trips abroad|overseas tours',
      { noun: 'visit', filters: { program: '순방' } },
    ],
    ['job tour|job tours', { noun: 'visit', filters: { program: '일자리대장정' } }],
  ],
  contact: [
    [
      'council|contact|contacts|council contact|council contacts|met|meet|meeting|meetings|council meetings|council meeting|contacted|interactions|talked|spoke|spoken|see|saw|met with|meet with|meetings with',
      { noun: 'contact' },
    ],
    [
      "leaders meeting|leaders' meeting|leaders meetings|leaders' meetings|meetings with the speakers|meeting with speakers",
      kind('leaders_meeting'),
    ],
    ['caucus meeting|caucus meetings', kind('caucus_meeting')],
    [
      'party consultation|party consultations|policy consultations|party and policy consultations',
      kind('party_consultation'),
    ],
    [
      'committee meeting|committee meetings|meetings with committees|meetings with a committee',
      kind('committee_meeting'),
    ],
    [
      "mayor meeting|mayor meetings|mayor's meetings|meetings with the mayor|meeting with the mayor|meet the mayor|met the mayor",
      kind('mayor_meeting'),
    ],
    ['prior briefing|prior briefings|briefings|briefing|advance briefing|advance briefings', kind('prior_briefing')],
    ['by committee|per committee|each committee', { group: 'committee' }],
    ['by party|per party|each party', { group: 'party' }],
    ['by member|per member|each member|by council member|per council member', { group: 'member' }],
    ['by kind|by type|per kind', { group: 'kind' }],
    ['party|parties', { among: 'party' }],
    ['committee|committees', { among: 'committee' }],
    ['member|members|council member|council members|councillor|councillors|councilor|councilors', { among: 'member' }],
    ['who|whom', { measure: 'list', loose: true, among: 'member' }],
    [
      'without a contact|without contact|without any contact|with no contact|without a meeting|never meet|never met|not met|haven’t met|have not met|didn’t meet|did not meet|not yet met|never seen|not seen|haven’t we met|have we not met|we haven’t met|we have not met|haven’t we seen',
      { noun: 'contact', order: 'none' },
    ],
  ],
  followup: [
    [
      'follow-up|follow-ups|followup|followups|follow up|follow ups|action items|action item|assignments|assignment',
      { noun: 'followup' },
    ],
    [
      'to do|todo|to-do|to-dos|todos|tasks|task|owe|i owe|pending|outstanding|work left|have to do|need to do|on my plate|pending items|items pending',
      { noun: 'followup', ...state('open') },
    ],
    ['due|deadline|deadlines|due date|due by', { noun: 'followup', weak: true, due: true }],
    [
      'overdue|late|past due|past the deadline|past their deadline|missed the deadline|past deadline|delayed|behind schedule',
      { noun: 'followup', ...state('overdue') },
    ],
    [
      'without due date|without a due date|without due day|no due date|without a deadline|without deadline|no deadline|have no due date|without due dates|without deadlines|with no deadline|with no due date|have no deadline',
      { noun: 'followup', ...state('no_due') },
    ],
    [
      'unfinished|open|still open|not done|not finished|incomplete|unresolved|not completed|remaining|left|not yet done|still to do|pending',
      state('open'),
    ],
    ['done|finished|completed|resolved|closed|complete', status('done')],
    ['not written|unwritten|not prepared|not handed in|not yet written', state('open')],
    ['in progress|ongoing|under way|underway', { noun: 'followup', ...status('in_progress') }],
    ['under review|being reviewed|in review', { noun: 'followup', ...status('under_review') }],
    ['declined|not accepted', { noun: 'followup', ...status('declined') }],
    [
      'unassigned|without owner|without an owner|nobody’s|no owner|with no owner|have no owner|not assigned|without anyone in charge|no one in charge',
      { noun: 'followup', ...state('unowned') },
    ],
    [
      'unanswered|not answered|not replied|without an answer|without answer|waiting for an answer|waiting for a reply',
      { noun: 'followup', ...state('open') },
    ],
    ['assigned|assigned to|responsible|in charge|owns|belong to|belongs to', { noun: 'followup', weak: true }],
    [
      'audit|audit demand|audit demands|audit requests|demands of the audit|audit items|audit findings|audit finding|council audit|demands from the audit|audit requirements|audit points',
      { noun: 'followup', ...kind('audit') },
    ],
    ['corrections demanded|correction demands|audit corrections', { noun: 'followup', ...kind('audit_correction') }],
    [
      'audit suggestions|suggestions|suggestion|recommendations|audit recommendations',
      { noun: 'followup', ...kind('audit_suggestion') },
    ],
    [
      'request|requests|member requests|requested|ask for|asked for|requests from council members|requests of council members|council members’ requests|requests from members|council requests|demand|demands',
      { noun: 'followup', ...kind('member_request') },
    ],
    ['speech|speeches|remarks', { noun: 'followup', ...kind('speech') }],
    ['video message|video messages|videos', { noun: 'followup', ...kind('video_message') }],
    ['press statement|press statements', { noun: 'followup', ...kind('press_statement') }],
    ['interview|interviews', { noun: 'followup', ...kind('interview') }],
    ['by status|per status|each status', { group: 'status' }],
    ['by kind|by type|per kind|each kind', { group: 'kind' }],
    ['by owner|by person|per person|by staff|each person|per owner|by assignee|by who|each owner', { group: 'person' }],
    ['by department|per department|each department', { group: 'department' }],
    [
      'completion rate|completion|percentage done|percent done|percent completed',
      { measure: 'share', ...status('done') },
    ],
    ['write|written|prepare|prepared|record', { noun: 'followup', weak: true, loose: true }],
  ],
  pledge: [
    [
      'pledge|pledges|promise|promises|campaign pledges|campaign promises|commitments|campaign pledge|promised',
      { noun: 'pledge' },
    ],
    [
      'in trouble|troubled|behind|lagging|stuck|behind schedule|delayed|late|struggling|going badly|at risk|off track|lagging behind|poorly performing|slow',
      { noun: 'pledge', ...state('troubled') },
    ],
    ['done|finished|completed|fulfilled|kept|complete|achieved|delivered', state('fulfilled')],
    [
      'unfinished|not done|not finished|unfulfilled|not kept|not fulfilled|not completed|incomplete|not yet done|not yet kept|remaining|left|open|not yet completed|still open|not yet fulfilled|not complete',
      state('unfulfilled'),
    ],
    ['on track|normal|going well', { noun: 'pledge', ...status('정상추진') }],
    ['in progress|ongoing|under way|underway|running', state('running')],
    ['partly carried out|partially done|partly done|partial', { noun: 'pledge', ...status('일부추진') }],
    ['on hold', { noun: 'pledge', ...status('보류') }],
    ['dropped|abandoned', { noun: 'pledge', ...status('폐기') }],
    [
      'without basis|without a basis|without legal basis|without a legal basis|no basis|no legal basis|lacking a basis|lack a basis|have no basis',
      { noun: 'pledge', ...state('no_basis') },
    ],
    [
      "citizens' pledges|citizen pledges|citizens pledges|citizens’ pledges",
      { noun: 'pledge', filters: { type: '시민' } },
    ],
    ['policy pledges|policy pledge', { noun: 'pledge', filters: { type: '정책' } }],
    ['innovation pledges|innovation pledge', { noun: 'pledge', filters: { type: '혁신' } }],
    ['progress|progress rate', { noun: 'pledge', measure: 'average', loose: true }],
    ['average progress|mean progress|overall progress', { noun: 'pledge', measure: 'average' }],
    [
      'completion rate|fulfilment rate|fulfillment rate|percentage completed|percent completed|completion',
      { measure: 'share', ...state('fulfilled') },
    ],
    ['by status|per status|each status', { group: 'status' }],
    ['by type|by kind|per type', { group: 'type' }],
    ['by department|per department|each department', { group: 'department' }],
    ['by field|per field|by area|each field', { group: 'field' }],
    ['budget|cost|costs', { noun: 'pledge', weak: true, measure: 'sum' }],
  ],
  approval: [
    [
      'approve|approval|approvals|to approve|approvals waiting|approvals waiting for me|waiting for me|pending approvals|waiting for my approval|waits for my approval|my approvals|decide|to decide|approving|sign|sign off|to sign|waiting for my signature|need my approval|needs my approval|i need to approve|awaiting my approval|for me to approve|approval queue',
      { noun: 'approval' },
    ],
    ['waiting for approval|awaiting approval|pending approval', { noun: 'approval' }],
    ['pending|waiting', { noun: 'approval', weak: true }],
  ],
  receipt: [
    ['receipt|receipts', { noun: 'receipt' }],
    ['uploaded|submitted|handed in|added|attached', { noun: 'receipt', weak: true }],
  ],
  member: [
    [
      'council member|council members|councillor|councillors|councilor|councilors|member|members|members of the council|city council members|seats',
      { noun: 'member' },
    ],
    [
      'speaker|chair of the council|council chair|council speaker|speaker of the council',
      { filters: { role: '의장' } },
    ],
    ['vice speaker|vice speakers|deputy speaker|deputy speakers', { filters: { role: '부의장' } }],
    ['committee chair|committee chairs|chair|chairs|chairperson|chairman', { filters: { role: '위원장' } }],
    ['council', { noun: 'member', weak: true }],
    ['party|parties', { among: 'party' }],
    ['committee|committees', { among: 'committee' }],
    ['which party|what party|which committee|what committee|represents|represent', { noun: 'member' }],
    ['by party|per party|each party', { group: 'party' }],
    ['by committee|per committee|each committee', { group: 'committee' }],
  ],
  announcement: [
    ['policy announcement|policy announcements', { noun: 'announcement', weak: true }],
    ['upcoming|coming|coming up|still ahead', { noun: 'announcement', weak: true, when: 'ahead' }],
    ['announcement|announcements|announce|announced|announcing|press briefing', { noun: 'announcement' }],
    [
      'unbriefed|not briefed|without briefing|not explained|unexplained|briefings due|still to brief|to brief|not yet explained|not been explained|not yet briefed|need briefing|need to be explained|not explained to the council|not been briefed|have not been explained|to be explained|haven’t been explained|hasn’t been explained|needs briefing|must be explained|haven’t explained|have not explained|not yet been explained',
      { noun: 'announcement', ...state('unbriefed') },
    ],
  ],
  finding: [
    [
      'finding|findings|violation|violations|breach|breaches|check|checks|irregularities|flags|flagged|rule violations|issues|suspicious|violate|violates|broke|breaking|warnings',
      { noun: 'finding' },
    ],
    [
      'without evidence|missing evidence|lacking evidence|unresolved|not resolved|open|unanswered|not answered|not explained|unexplained|still open',
      { ...status('open') },
    ],
    ['accepted', status('accepted')],
    ['by rule|per rule|each rule', { noun: 'finding', group: 'rule' }],
    ['rule|rules', { among: 'rule' }],
  ],
  rule: [
    [
      'limit|limits|cap|caps|allowed|may i spend|can i spend|maximum|at most|can we spend|may we spend|ceiling|upper limit|rule|rules|threshold|allowance|permitted|max|how much can|how much may|spending limit|spending limits',
      { noun: 'rule' },
    ],
    ['meal|meals|lunch|dinner|food|per meal|eating|lunches|dinners', { filters: { limit: 'meal_general' } }],
    [
      'meals for public officials|meal for public officials|public officials’ meals|meals with public officials|meal with public officials|officials’ meals|meals with officials',
      { filters: { limit: 'meal_public_official' } },
    ],
    [
      'gift|gifts|present|presents|gifts to public officials|gift to a public official|gifts for public officials|gifts for officials|gifts to officials',
      { filters: { limit: 'gift' } },
    ],
    [
      'farm gift|farm gifts|farm produce|agricultural gift|agricultural gifts|agricultural products|farm products',
      { filters: { limit: 'farm_gift' } },
    ],
    [
      'condolence|condolence money|wedding money|condolences|wedding gift|congratulatory money|funeral money|wedding|funeral',
      { filters: { limit: 'condolence' } },
    ],
    ['wreath|wreaths|flowers|flower wreath|funeral wreath|flower wreaths', { filters: { limit: 'wreath' } }],
    ['late night|night|at night', { filters: { limit: 'night_from' } }],
    ['per head|per person|a head|each person', { noun: 'rule', weak: true }],
    ['spend|give|buy|pay|send|for a|on a', { noun: 'rule', weak: true, loose: true }],
  ],
  person: [
    [
      'staff|people of the office|office staff|colleagues|users|user|employees|employee|staff members|people in the office|people in our office|team members',
      { noun: 'person' },
    ],
    ['administrator|administrators|admin|admins', { noun: 'person', filters: { role: 'administrator' } }],
    ['manager|managers', { noun: 'person', filters: { role: 'manager' } }],
    ['by role|per role', { noun: 'person', group: 'role' }],
    ['work|works|working|office', { noun: 'person', weak: true, loose: true }],
    ['people|how many people', { noun: 'person', weak: true, measure: 'count' }],
  ],
  any: [
    ['how many|number of|count|the number of|total number of|how many of', { measure: 'count' }],
    ['total|in all|total number|sum', { measure: 'count', loose: true }],
    ['how often|how many times|times', { measure: 'count', unit: 'times' }],
    ['when', { detail: 'when' }],
    ['result|results|outcome|outcomes', { detail: 'result' }],
    ['how much|how much money', { measure: 'sum', loose: true }],
    [
      'show|list|which|what|find|show me|list of|display|give me|what is|what are|which ones|what’s|whats|see|details|overview|summary',
      { measure: 'list', loose: true },
    ],
    ['who|whom', { measure: 'list', loose: true, among: 'person' }],
    [
      'share|percentage|percent|proportion|what percent|what share|what percentage|fraction|ratio',
      { measure: 'share' },
    ],
    ['average|on average|mean|avg', { measure: 'average' }],
    ['first|earliest|oldest', { measure: 'first' }],
    ['last|latest|most recent|recent|last time|most recently|recently', { measure: 'last' }],
    ['next|next up', { measure: 'next' }],
    [
      'compare|compared|compared to|compared with|vs|versus|than|difference|change|changed|more than|less than|increase|decrease|differ|comparison|increased|decreased|compared with last|rise|fall|grow|grown|difference between|go up|go down|more or less',
      { measure: 'change' },
    ],
    [
      'most|highest|largest|biggest|top|greatest|most often|most expensive|the most|most frequent|most frequently|favourite|favorite|priciest|ranking|maximum|ranked|expensive|costliest',
      { order: 'most' },
    ],
    ['least|lowest|smallest|fewest|cheapest|the least|least often|bottom|minimum', { order: 'least' }],
    ['where|place|places|location|locations', { among: 'place' }],
    ['person|people', { among: 'person' }],
    ['department|departments', { among: 'department' }],
    ['by month|per month|monthly|each month|every month|month by month', { group: 'month' }],
    ['by year|per year|yearly|annually|each year|every year|year by year', { group: 'year' }],
    ['month|months', { among: 'month' }],
    ['by quarter|per quarter|quarterly|each quarter', { group: 'quarter' }],
    ['day|date', { among: 'day' }],
    ['weekday|day of the week', { among: 'weekday' }],
    ['by weekday|per weekday|by day of the week|each weekday|by day of week', { group: 'weekday' }],
    ['by day|per day|daily|each day|every day', { group: 'day' }],
    ['year|years', { among: 'year' }],
    ['by person|per person|by employee|per employee|each employee|by spender', { group: 'person' }],
    ['by department|per department|each department', { group: 'department' }],
    ['trend|over time', { group: 'month', loose: true }],
    ['did|was|were|had|has been|have been', { nothing: true, when: 'past' }],
    ['i|my|mine|me|myself|i’ve|i’m', { scope: 'mine' }],
    [
      "office|everyone|all|our|we|us|everybody|whole office|office's|overall|entire office|our office|altogether|in total|team|everything|we’ve|we’re",
      { scope: 'office' },
    ],
    [
      'not|no|never|without|except|excluding|other than|but not|haven’t|hasn’t|didn’t|don’t|doesn’t|isn’t|aren’t|wasn’t|weren’t|apart from|besides|instead of|non|else|cannot|can’t|or|if|as|while|both|same|between|since|until|till|before|after|either|neither|only once|rather than',
      { stops: true },
    ],
    ['then|and then|what about|how about|and|ones', { refine: 'instead' }],
    [
      'of those|of these|of them|only|among them|among those|among these|just|just the|out of those|from those|within those',
      { refine: 'within' },
    ],
    [
      "the|a|an|of|in|on|for|to|from|at|about|by|with|is|are|be|do|does|done|have|has|had|there|any|please|tell|give|it|its|so far|far along|how far along|up to now|until now|now|currently|current|during|status|state|stand|stands|standing|doing|going|look|looks|like|can|could|would|will|you|that|this|those|these|made|make|many|much|still|been|figures|statistics|number|numbers|record|records|mayor|mayor’s|mayor's|his|her|their|got|get|out|up|per|need|needs|due|how|hi|hello|hey|thanks|thank you|tell me|let me know|kindly|pls|plz|which|i want to know|i would like to know|do you know|want|know|should|must|may|might|happened|happening|happen|planned|scheduled|on|into|across|over all|over|each|every|one|ones|some|anything|something|things|thing|item|items|took|take|taken|already|yet|entire|whole|full|exactly|roughly|city|today’s|including|cases|case|entries|entry|made|go|come|held|name|names|info|information|data|report|was there|were there|is there|are there|he|she|they|went|having|being|am|just now|anyone|anybody|someone|somebody|nobody else|so|really|actually|also|too|our mayor",
      { nothing: true },
    ],
  ],
};
