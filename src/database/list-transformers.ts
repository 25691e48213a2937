import type { ValueTransformer } from 'typeorm';

/** A list as space-separated text. Null stays null: no bound, which is not the same as an empty list. */
const spaceSeparated: ValueTransformer = {
  to: (list: readonly string[] | null | undefined) => list?.join(' ') ?? list,
  from: (text: string | null | undefined) => (typeof text === 'string' ? listFromText(text) : text),
};

/** Scopes as OAuth writes them (RFC 6749 §3.3). */
export const scopeListTransformer = spaceSeparated;

/** CIDR networks. */
export const networkListTransformer = spaceSeparated;

/** For the rows of a prepared read, which no entity's transformer touches. */
export function listFromText(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}
