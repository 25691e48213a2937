import { sha256 } from '../crypto/hashing.js';
import { editConflict } from '../errors/general.errors.js';

/**
 * A strong entity tag (RFC 9110 §8.8.3) of the content that a PUT replaces. A deployment is not an edit, and does not change the
 * tag.
 */
export function entityTag(replaced: unknown): string {
  return `"${sha256(JSON.stringify(replaced)).slice(0, 32)}"`;
}

/** RFC 9110 §13.1.1. Call this with the row locked, or two edits of the same version both pass. @throws editConflict */
export function requireMatch(ifMatch: string | undefined, tag: string): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  if (!ifMatch.split(',').some((each) => each.trim() === tag)) throw editConflict();
}
