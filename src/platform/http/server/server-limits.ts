/** What one connection may cost (API4, ASVS V15): times in milliseconds, sizes in bytes. */
export const SERVER_LIMITS = {
  /** A whole request, including its body. */
  requestTimeout: 30_000,
  headersTimeout: 15_000,
  keepAliveTimeout: 65_000,
  /** After this much silence, TCP asks the peer whether it is still there: an open WebSocket has no other limit. */
  keepAlive: true,
  keepAliveInitialDelay: 60_000,
  connectionsCheckingInterval: 5_000,
  /** All headers together, including the request line. */
  maxHeaderSize: 16 * 1024,
} as const;

export const LONGEST_PATH_PART = 256;
