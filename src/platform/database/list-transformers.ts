import type { ValueTransformer } from 'typeorm';

/** A list as space-separated text. Null stays null: it means no bound, and differs from an empty list. */
const spaceSeparated: ValueTransformer = {
  to: (list: readonly string[] | null | undefined) => list?.join(' ') ?? list,
  from: (text: string | null | undefined) => (typeof text === 'string' ? listFromText(text) : text),
};

/** Scopes as OAuth writes them (RFC 6749 §3.3). */
export const scopeListTransformer = spaceSeparated;

/** CIDR networks. */
export const networkListTransformer = spaceSeparated;

/** Origins contain no blanks. */
export const originListTransformer = spaceSeparated;

/** For the rows of a prepared read, to which no entity's transformer applies. */
export function listFromText(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}
