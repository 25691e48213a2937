import type { Removed } from '../remove-user.js';
import { countsOf } from '../remove-user.js';
import type { UserRecord } from '../../users/users.types.js';

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

export class RemovalResponse {
  /** Who owns the tokens and applications now; null when they were decommissioned. */
  receiver: ReceiverResponse | null;

  /** Live tokens. */
  tokens: MovedCountResponse;

  applications: MovedCountResponse;

  /**
   * How many sign-ins of the user were running.
   * @example 1
   */
  sessionsEnded: number;

  /** The first 200 that moved or ended. The audit log names all of them. */
  items: MovedItemResponse[];
}

export function receiverResponse(user: UserRecord | null): ReceiverResponse | null {
  return user && { id: user.id, username: user.username };
}

export function removalResponse({ receiver, moved, sessionsEnded }: Removed): RemovalResponse {
  return {
    receiver: receiverResponse(receiver),
    ...countsOf(receiver, moved),
    sessionsEnded,
    items: moved.items.map(({ type, id, name }) => ({ type, id, name })),
  };
}
