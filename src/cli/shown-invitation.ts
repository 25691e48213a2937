import type { InvitationLink } from '../directory/users/users.types.js';

export interface ShownInvitation {
  readonly url: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

export function shownInvitation({ url, expiresAt }: InvitationLink): ShownInvitation {
  return { url, expiresAt: expiresAt.toISOString() };
}
