/** What one connection may cost (API4, ASVS V15): times in milliseconds, sizes in bytes. */
export const SERVER_LIMITS = {
  /** A whole request, body included. */
  requestTimeout: 30_000,
  headersTimeout: 15_000,
  keepAliveTimeout: 65_000,
  /** TCP asks a peer that is silent for this long whether it is still there: an open WebSocket has no other end. */
  keepAlive: true,
  keepAliveInitialDelay: 60_000,
  connectionsCheckingInterval: 5_000,
  /** All headers together, the request line included. */
  maxHeaderSize: 16 * 1024,
} as const;

export const LONGEST_PATH_PART = 256;
