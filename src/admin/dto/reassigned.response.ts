import type { Reassigned } from '../reassign-tokens.js';
import { ReceiverResponse } from './removal.response.js';

export class TransferredCountResponse {
  /** @example 12 */
  transferred: number;
}

export class ReassignedResponse {
  /** Who owns them now. */
  receiver: ReceiverResponse;

  /** Live tokens that moved; those that the receiver had already are not counted. */
  tokens: TransferredCountResponse;

  applications: TransferredCountResponse;
}

export function reassignedResponse({ receiver, tokens, applications }: Reassigned): ReassignedResponse {
  return {
    receiver: { id: receiver.id, username: receiver.username },
    tokens: { transferred: tokens },
    applications: { transferred: applications },
  };
}
