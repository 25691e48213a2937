export class ConnectionNameResponse {
  /** @example "0199c0de-0000-7000-8000-000000000050" */
  id: string;

  /** @example "Orders API" */
  name: string;
}

export class ConnectionNamePageResponse {
  items: ConnectionNameResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}
