export type Said = { thing: string; whom: string };
/** Something of the office that somebody has borrowed. */
export type Lending = Said & { id: number; version: number; voided: boolean };

export const saidOf = ({ thing, whom }: Said): Said => ({ thing, whom });
export const idIn = (typed: string): number => Number(/^l(\d{1,9})$/i.exec(typed)?.[1] ?? 0);
