// What a review of November 2026 said, one finding on each line: said | answer | rules | what was done, or why not.

export const TRIED = `
7-가, 2026-09-15, 추석 farm goods of 250,000 to one official: blocked at 150,000 where 300,000 is the limit | mended | E19 | the festival limit holds from 24 days before to 5 days after; tested on every window of 2022 to 2027
7-나 "경찰서장 퇴임 축하 화환": asked for an occasion, and blocked when the answer was another one | mended | E20 E21 E42 | flowers under 7-나 and 7-다 are no condolence; who gets them is asked instead
7-다 "복지관 개소식 축하 화분" of 100,000: judged as a meal | mended | E05 | plants and flowers are no meal, unless people eat beside them
7-가 "명절 백화점 상품권" to a council member: nothing | mended | E19 | a voucher for an amount is blocked for officials and members
2-가 상품권 to an official: nothing | mended | E19 | the same
4-가 "향우회 오찬" for ten residents: nothing | added | E43 | asked about, and blocked once it is said to be a private group
컨트리클럽: nothing | added | E41 | asked about by the office's words
노래연습장: nothing | added | E41 | asked about by the office's words
일본 도쿄: nothing | mended | E12 | countries (ICU's names) and cities abroad lie outside
5-다 격려물품 to a resident: blocked | mended | E24 | 5-나 and 5-다 name people on site and helpers
8-나 in the mayor's name to 사업소 staff: nothing | mended | E21 | staff elsewhere is an answer of its own and is blocked; so is "city hall" where the words say 사업소
8-나 조의금 and 근조화환 of 150,000: blocked | right | E23 | 100,000 is the limit for both together
8-나 조의금 of 100,000: blocked | right | E23 | the value is the office's to change; its ground is said to be doubtful
2-라 press meeting at 45,000 a head in 2026: only a reason is asked for | left | E05 E06 | the Act allows 50,000; whether the directive's proviso of 30,000 still stands could not be read
`;

export const CLAUSES = `
Annexes 2-2 and 4 of the directive could not be read: 40,000 a head, the proviso for officials, the published columns, the quarter and its month, the ban on splitting rest on quotations | left | E01 E05 E06 E07 E08 E37 | they stay "quoted", and each says that its annex was not read
Whether anything later than the directive's no. 416 exists is not known | left |  | the version that was read is named with each source
Where each clause was read, with its address | added |  | every rule names its sources, with their link and the day they were checked; /지출 기준 shows them
40,000 and the 30,000 proviso after 2024-08-27 are unverified | left | E05 E06 | said beside both rules; the limits are settings
If the proviso still says 30,000, reporters and members at 30,001 to 50,000 need more than is asked | left | E06 | said beside the rule; an office that knows better sets the limit
500,000 | right | E07 | quoted in 2023 and 2024
23:00 to 06:00 is the directive's own, for spends since August 2019 | mended | E10 | quoted; since when is said so. Earlier nights are still asked about: when it began is not known
Holidays, area, home, places where mainly alcohol is sold stand in the same sentence | right | E11 E12 E13 E14 | quoted, with the same words on since when
가요주점 and bars are barred, other pubs advised against, by the local purchase card's standard | mended | E14 E15 | Annex 4, unread, is its ground and no analogy; 가요주점 is asked about as the graver kind. A bar by its name alone is not told from other shops
The wording of 8-가 to 9, 2-다, 5-가, 8-나, 4-나 and 6-아 agrees with the old annex | right | E04 E17 E21 E22 E25 E26 E27 | the annex was read again in that copy
art. 86 (2): from 60 days before to election day, the mayor and for item 4 all officials, any election, election day included | mended | E28 | on by default; read again
art. 86 (5) and (6): 180 days before the mayor's own election | added | E51 | said where a visit is planned
art. 112 (2) 4 라: on first rounds a mayor serves refreshments only, until 60 days before | added | E50 | a meal wants a reason; within 60 days refreshments are noticed too
art. 112 (4): the mayor's title or name makes it a donation | added | E44 | in whose name is asked where residents get something
E34, E35 and E36 are the product's own | right | E34 E35 E36 | said so beside each; E34 is off
Directive art. 112 (1): vouchers and books are kept for five years | right |  | nothing is purged; an import that is taken back stays on record
Directive art. 96: how amounts are written in words | right |  | no rule about a spend
Directive art. 12 (1) 3: the accounting side agrees to the 품의 of 기관운영 and 시책추진 | added | E53 | an optional step of approval
Directive art. 121 (1) 2 가 names 기관운영 and 시책추진 only | mended | E37 | that 정원가산 and 부서운영 are published by choice is said beside the rule
Festival windows of 2026 and 2027 | added | E19 | computed from the calendar for every year, and tested for 2016 to 2027
Special festival limits: 2020-09-10 to 10-04, 2021-01-19 to 02-14, each 설날 and 추석 since 2022-01-05 | added | E19 | the first two as dated limits, the rest by windows; the amounts of the first two are quoted
제헌절 is a holiday again in 2026 | right | E11 | the calendar has it
노동절 is in the calendar and not in the act's list | left | E11 | the published calendar decides; a warning on a day of work costs a reason
Substitutes of 2023 for 부처님오신날 and 성탄절: the decree's version was not seen | left | E11 | the published calendar carries them
지방자치법 49 and 50, the cities' ordinances on publication, 공공기록물법 시행령 26, the present art. 9 of 정보공개법 were not read | left | E38 | no rule rests on the first three; of the last its version of 2006 is named
접속기록: a year or two, examined monthly | left |  | no rule about a spend; the change history says who changed what
`;

export const WRONG = `
The annex of activities is Annex 1 since 2015-04-01, by no. 381 of 2023-03-03 | mended | E02 E03 E04 | the basis and since when say so
The standard by nature is Annex 2-2 (Annex 2 on 2024-06-01) | mended | E01 E05 E07 E08 E10 E11 E12 E13 E14 E18 E30 E37 | the basis names both, with the version between which it moved
E33 rested on a clause about debit cards | mended | E33 | no clause, but the audit of 2025
E29 rested on a clause about purpose | mended | E29 | directive art. 32 (1), read again
No festival limit for farm gifts | mended | E19 | as above
Vouchers were skipped: barred to officials since 2018-01-17 but from superior to junior; those for goods or a service are gifts since 2023-08-30 | mended | E19 | dated, with both days tested; own staff is excepted
E19's basis of 2018 is folded into the directive | mended | E19 | the decree's Annex 1 and art. 17 (2)
7-나 and 7-다 flowers were condolences | mended | E20 E21 | as above
화분 and 꽃 were meals | mended | E05 E06 | as above
5-나 and 5-다 were not listed | mended | E24 | as above
E16 was off and outdated | mended | E16 | on, with 격려금, 조의금 and 축의금 excepted; of what is entered only, since published lists call a transfer 현금 too
E28's window | mended | E28 | as above
E23: the Act excepts superior to junior; 100,000 until 2018-01-16 is doubtful; money and flowers for one death were not added up | mended | E23 | added up over fourteen days; the doubt is said beside the rule, and the value is a setting
E21 let 사업소 staff pass | mended | E21 | as above
E12 knew no address abroad | mended | E12 | as above
E37 is a duty to make an effort | mended | E37 | said so
E38: 라 excepts name and post of officials on duty, of any grade; masking those of grade 5 and below is practice | mended | E38 | said so
4-라 was labelled 홍보대사 | mended |  | 대사, 영사, 교민
`;

export const MISSING = `
No 품의 before the card was used | added | E40 | number and day are asked for once a spend is saved, once a meeting; a later day is noticed. It warns: that a number is missing here does not mean that there was none
Kinds of shop that the clean card bars | added | E41 | by words of a place's name, which are a setting
Wrong recipients of flowers | added | E42 | heads of related bodies, public bodies and facilities; businesses and residents are blocked
Cash where it is restricted | added | E16 | as above
Meals for residents' private groups | added | E43 | the names of art. 87 (1) 3 are asked about
In whose name | added | E44 | the city's, wherever residents get something, but for 8-나
Regular 격려금품 to the same staff | added | E45 | the same group in the week or month before is noticed; birthdays and festivals have plans of their own
Vouchers for members and officials | added | E19 E46 | blocked as above; that there is a guideline (art. 7 (3)) is looked after too
선결제, 선불, 예치, and round sums at one shop for nobody | added | E47 E48 | noticed; no clause was read, so they only warn
Bundled rows in a publication | added | E49 | noticed on the record, and so among what a publication lacks
180 days before the own election, and rounds of visits | added | E50 E51 | as above
Card points become revenue at least yearly | added | E52 | noticed with the first record after a year with cards, until its document is noted
Agreement of the accounting side | added | E53 | an optional step of approval
Retirement gifts: nothing was found; art. 7 (4) bars support for all alike, which 6-나 should mention | added | E54 | said with 6-나, and the document on merits is asked for
`;
