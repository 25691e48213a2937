import type { Verifications } from '../verification-statistics.service.js';

export class HourOfVerificationsResponse {
  /**
   * The beginning of the hour, in UTC.
   * @example "2026-11-01T09:00:00.000Z"
   */
  hour: string;

  /**
   * How often a token was presented and is good: to this API, to /verify, to the gateway, or in a question about it at
   * /oauth/introspect.
   * @example 1204
   */
  verified: number;

  /**
   * How often one was presented that the site once issued and that does not work: it expired, was revoked, came from another
   * network than it may. What never was a token is not counted, and has no site.
   * @example 3
   */
  refused: number;
}

export class VerificationsResponse {
  /**
   * The beginning of the first hour.
   * @example "2026-11-01T09:00:00.000Z"
   */
  from: string;

  /**
   * The end of the last hour, which may still be running.
   * @example "2026-11-02T09:00:00.000Z"
   */
  to: string;

  /** Every hour of the range, oldest first. Instances add to them every 10 seconds. */
  hours: HourOfVerificationsResponse[];
}

export function verificationsResponse({ from, to, hours }: Verifications): VerificationsResponse {
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    hours: hours.map(({ hour, verified, refused }) => ({ hour: hour.toISOString(), verified, refused })),
  };
}
