import type { Verifications } from '../verification-statistics.service.js';

export class HourOfVerificationsResponse {
  /**
   * The start of the hour, in UTC.
   * @example "2026-11-01T09:00:00.000Z"
   */
  hour: string;

  /**
   * How often a valid token was presented: to this API, to /verify, to the gateway, or to /oauth/introspect in a question about
   * it.
   * @example 1204
   */
  verified: number;

  /**
   * How often a token was presented that the site once issued and that does not work: it expired, was revoked, or came from a
   * network it may not be used from. A value that never was a token is not counted, since it has no site.
   * @example 3
   */
  refused: number;
}

export class VerificationsResponse {
  /**
   * The start of the first hour.
   * @example "2026-11-01T09:00:00.000Z"
   */
  from: string;

  /**
   * The end of the last hour, which may still be running.
   * @example "2026-11-02T09:00:00.000Z"
   */
  to: string;

  /** Every hour of the range, oldest first. Instances add their counts every 10 seconds. */
  hours: HourOfVerificationsResponse[];
}

export function verificationsResponse({ from, to, hours }: Verifications): VerificationsResponse {
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    hours: hours.map(({ hour, verified, refused }) => ({ hour: hour.toISOString(), verified, refused })),
  };
}
