import type { CouncilMember } from './rules.ts';

/** `김서연 (부의장, 새길당, 강남구)`: enough to tell two members of one name apart. */
export function memberWords(member: CouncilMember): string {
  const more = [member.post, member.party, member.constituency ?? member.district].filter(Boolean).join(', ');
  return more ? `${member.name} (${more})` : member.name;
}

/** `김서연·이준호·최서윤 외 4명`, as many names as stand in a row. */
export function namesOf(members: readonly CouncilMember[], more: (count: number) => string, most = 8): string {
  const named = members.slice(0, most).map(({ name }) => name);
  return [named.join('·'), ...(members.length > most ? [more(members.length - most)] : [])].join(' ');
}
