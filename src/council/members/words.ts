import type { Text } from '../../text/index.ts';
import type { CouncilMember } from './rules.ts';

/** `김서연 (부의장, 새길당, 강남구)`. */
export const memberWords = (member: CouncilMember, text: Text): string =>
  withMore(member, [postOf(member, text), member.party, seatOf(member, text)]);

/** `김서연 (부의장, 교통위원회, 강남구)`: enough to tell two members of one name apart, without the party, which nobody need be shown to choose them. */
export const memberChosen = (member: CouncilMember, text: Text): string =>
  withMore(member, [
    postOf(member, text),
    member.committee && text.council.committees(member.committee),
    seatOf(member, text),
  ]);

const postOf = ({ post }: CouncilMember, text: Text): string | null => post && text.council.posts(post);

const seatOf = ({ constituency, district }: CouncilMember, text: Text): string | null =>
  constituency ? text.council.constituencies(constituency) : district && text.visit.district(district);

function withMore({ name }: CouncilMember, parts: readonly (string | null)[]): string {
  const more = parts.filter(Boolean).join(', ');
  return more ? `${name} (${more})` : name;
}

/** `김서연·이준호·최서윤 외 4명`, as many names as stand in a row. */
export function namesOf(members: readonly CouncilMember[], more: (count: number) => string, most = 8): string {
  const named = members.slice(0, most).map(({ name }) => name);
  return [named.join('·'), ...(members.length > most ? [more(members.length - most)] : [])].join(' ');
}
