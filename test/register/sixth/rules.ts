import { namesOf } from '../../../src/register/names.ts';

export type Said = { thing: string; whom: string };
/** Something of the office that somebody has borrowed. */
export type Lending = Said & { id: number; version: number; voided: boolean };

export const saidOf = ({ thing, whom }: Said): Said => ({ thing, whom });
export const { name, parse } = namesOf('L');
