export class TransferResponse {
  /**
   * The id of the former owner.
   * @example "0199c0de-0000-7000-8000-0000000000aa"
   */
  from: string;

  /**
   * When the transfer happened.
   * @example "2026-11-01T09:30:00.000Z"
   */
  at: string;
}
