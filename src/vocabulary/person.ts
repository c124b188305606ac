import type { Language } from './language.ts';
export const ROLES = ['member', 'manager', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (role: unknown): role is Role => ROLES.includes(role as Role);

export type RoleRefusal = 'not_administrator' | 'last_administrator';

export type Person = { userId: string; name: string; role: Role; language: Language | null };
