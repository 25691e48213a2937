import type { Reassigned } from '../reassign-tokens.js';
import { ReceiverResponse } from '../../removal/dto/removal.response.js';

export class TransferredCountResponse {
  /** @example 12 */
  transferred: number;
}

export class ReassignedResponse {
  /** The user who owns them now. */
  receiver: ReceiverResponse;

  /** The live tokens that moved. Tokens that the receiver already owned are not counted. */
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
