/** How records of a noun are named, and which id people mean by `V12`, `v12` or `12`; null for anything else. */
export function namesOf(letter: string): { name(id: number): string; parse(typed: string): number | null } {
  const named = new RegExp(`^${letter}?(\\d{1,15})$`, 'i');
  return {
    name: (id) => `${letter}${id}`,
    parse(typed) {
      const digits = named.exec(typed.trim())?.[1];
      return digits ? Number(digits) : null;
    },
  };
}
