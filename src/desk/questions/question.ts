import { plainly } from '../../korean/typed.ts';
import type { Lookup } from '../menu/lookups.ts';

/** What is looked up by a word of its own, and the words that narrow it down. */
export type Question = { about: Extract<Lookup, 'menu' | 'digest' | 'disclosure' | 'record'>; words: string };

/** `E12`, `V3`, `C5`, `B2`, `F7`, `1-2-3`, `혁신-12`: a record by its name alone. */
const RECORD = /^(?:[evcbf]\d{1,9}|p\d{1,9}|\d{1,2}-\d{1,2}-\d{1,2}|(?:정책|혁신|시민)-\d{1,3})$/i;

const GREETING =
  /^(?:안녕(?:하세요|하십니까)?|여보세요|비서(?:야|님)?|도움말?|도와줘|메뉴|사용법|뭐 할 수 있어|hi|hello|hey|help|menu|what can you do)[?!. ]*$/i;

const ASKED =
  /\?$|얼마|누구|누가|언제|어디|몇|뭐|뭘|무엇|무슨|어때|어떻게|어떤|있어$|있나|있지$|있는지|됐어|되었|되나|남았|남은|알려|보여|찾아|조회|확인해 ?줘|^(?:how|what|who|which|when|where|is|are|do|does|did|any|show|list|find|tell)\b|\b(?:left|remaining)\b/i;

/** A question by itself, without a word that asks: `이번 주 일정`, `집행 현황`. */
const NAMES_A_LIST =
  /(?:일정|스케줄|요약|현황|목록|명단|내역|통계|실적|잔액|집행률|할 ?일|밀린 ?것?|지난 ?것|schedule|calendar|digest|balance|status|figures|overdue|to-?dos?)(?:은|는|을|를|도)?[.! ]*$|^(?:my|overdue) /i;

/** What is no figure and no list of records: a greeting, a record by its name, a digest, what is published. */
export function lookedUp(typed: string): Question | null {
  const line = ending(typed);
  if (RECORD.test(line)) return { about: 'record', words: typed.trim() };
  if (GREETING.test(line)) return { about: 'menu', words: '' };
  if (!asks(typed)) return null;
  if (DISCLOSED.test(line)) return { about: 'disclosure', words: '' };
  const week = DIGEST.exec(line)?.[1];
  return week === undefined ? null : { about: 'digest', words: week.trim() };
}

/** Whether a line asks something rather than telling what is to be entered. */
export const asks = (typed: string): boolean => ASKED.test(ending(typed)) || NAMES_A_LIST.test(ending(typed));

const ending = (typed: string): string => plainly(typed).replace(/(?<=\S) *[.!~]+$/, '');

const DISCLOSED = /집행내역 ?공개|공개 ?(?:마감|현황|자료)|disclos/i;
const DIGEST =
  /^(?:what is |what’s |show me |show )?(.{0,20}?)(?:['’]s)? ?(?:주간 ?)?(?:요약|digest)(?:은|는|을|를)?[ ?]*(?:보여줘|알려줘)?[?]*$/i;
