import type { Removed } from '../remove-user.js';
import { countsOf } from '../remove-user.js';
import type { UserRecord } from '../../../directory/users/users.types.js';

export class ReceiverResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  id: string;

  /** @example "ann" */
  username: string;
}

export class MovedCountResponse {
  /**
   * How many passed to the receiver.
   * @example 12
   */
  transferred: number;

  /**
   * How many were ended.
   * @example 0
   */
  decommissioned: number;
}

export class MovedItemResponse {
  /** @example "token" */
  type: 'token' | 'application';

  /** @example "0199c0de-0000-7000-8000-0000000000ff" */
  id: string;

  /** @example "Nightly export" */
  name: string;
}

export class MarkedCountResponse {
  /** @example 2 */
  tokens: number;

  /** @example 0 */
  applications: number;
}

export class RemovalResponse {
  /** The user who owns the tokens and applications now; null when they were decommissioned. */
  receiver: ReceiverResponse | null;

  /** Live tokens. */
  tokens: MovedCountResponse;

  applications: MovedCountResponse;

  /**
   * How many sessions of the user were ended.
   * @example 1
   */
  sessionsEnded: number;

  /** What the user had made for service accounts. It stays with them, marked until an administrator replaces the value. */
  marked: MarkedCountResponse;

  /** The first 200 items that moved or ended. The audit log names all of them. */
  items: MovedItemResponse[];
}

export function receiverResponse(user: UserRecord | null): ReceiverResponse | null {
  return user && { id: user.id, username: user.username };
}

export function removalResponse({ receiver, moved, sessionsEnded, marked }: Removed): RemovalResponse {
  return {
    receiver: receiverResponse(receiver),
    ...countsOf(receiver, moved),
    sessionsEnded,
    marked: { ...marked },
    items: moved.items.map(({ type, id, name }) => ({ type, id, name })),
  };
}
