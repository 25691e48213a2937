import { crc32 } from 'node:zlib';

/** What a change can be about. `value`: a hash under which something is kept; `site`: everything of that site. */
export type SubjectKind = 'value' | 'token' | 'secret' | 'session' | 'user' | 'application' | 'account' | 'site';

/** What a committed change may have altered: all that depends on it must be read again. */
export type Subject = `${SubjectKind}:${string}` | typeof EVERYTHING;

export const EVERYTHING = 'everything';

/** The shards of the change clock: units of work that change different things seldom wait for each other. */
export const SHARDS = 16;

export function shardOf(subject: Subject): number {
  return crc32(subject) % SHARDS;
}
