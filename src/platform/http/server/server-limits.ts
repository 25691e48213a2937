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

/** What a slow sender of a body may cost: times in milliseconds. */
export const SLOW_SENDER_LIMITS = {
  /** For a whole request to the service; through the gateway, the time over which the rate of a body is measured. */
  after: SERVER_LIMITS.requestTimeout,
  /** Below it, a sender holds a connection rather than sends a body. */
  bytesPerSecond: 500,
  checkEvery: SERVER_LIMITS.connectionsCheckingInterval,
} as const;

/** A whole request through the gateway: no proxy waits for longer than ten minutes. */
export const LONGEST_PASSED_ON_MS = 660_000;

export const LONGEST_PATH_PART = 256;
