import type { MakerKind } from './authority.js';
import { credentialIdOf } from './lineage-key.js';

export class MakerResponse {
  /**
   * What made it: a `session`, a `personal` or `application` token, a client `secret`, a `developer_secret`, a `password`, or the
   * `system` and its operator.
   * @example "session"
   */
  kind: MakerKind;

  /**
   * The id of that session, token or secret; null for a password and the system.
   * @example "0199c0de-0000-7000-8000-0000000000ee"
   */
  id: string | null;
}

/** The maker of a value, as clients see it; null for values from before makers were kept. */
export function makerResponse(kind: MakerKind | null, lineageKey: string | null): MakerResponse | null {
  if (kind === null) return null;
  return { kind, id: lineageKey === null ? null : credentialIdOf(lineageKey) };
}
