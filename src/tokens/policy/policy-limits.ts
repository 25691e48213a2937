import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import type { Inheritance } from '../../shared/authz/principal.js';
import { Clock } from '../../shared/clock/clock.js';
import { durationInWords } from '../../shared/clock/duration.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { SitePolicies } from '../../directory/sites/site-policies.service.js';
import { policyLifetime } from '../tokens.errors.js';

const DAY_MS = 24 * 3600 * 1000;

/**
 * How long new and rotated tokens may live under the policy of their site. A lifetime that a person asks for is refused when it
 * is too long; a lifetime that an application was set to before the policy came is cut, so that the application keeps working.
 */
@Injectable()
export class PolicyLimits {
  constructor(
    private readonly policies: SitePolicies,
    private readonly clock: Clock,
  ) {}

  /** An expiry of never is longer than any limit. @throws policyLifetime */
  async requireExpiry(site: SiteId, expiresAt: Date | null, tx?: Tx): Promise<void> {
    const { maxLifetimeSeconds, allowNeverExpire } = await this.policies.of(site, tx);
    if (maxLifetimeSeconds !== null) {
      const latest = new Date(this.clock.now().getTime() + maxLifetimeSeconds * 1000);
      if (expiresAt === null || expiresAt > latest) throw tooLate(latest, maxLifetimeSeconds);
    }
    if (expiresAt === null && !allowNeverExpire)
      throw refused('expiresAt', 'The site requires that tokens expire', 'send a time as expiresAt');
  }

  /** @throws policyLifetime */
  async requireTimeToLive(site: SiteId, seconds: number, tx?: Tx): Promise<void> {
    const longest = await this.cap(site, seconds, tx);
    if (seconds > longest)
      throw refused('tokenTtlSeconds', atMost(longest), `ask for at most ${longest}`, { longestSeconds: longest });
  }

  /**
   * How long a token that an application fetches may live, and by when the policy wants the value of an inherited credential
   * replaced; null when the policy sets no such time. Reads the site once.
   */
  async ofFetched(
    site: SiteId,
    seconds: number,
    inherited: Inheritance | null,
    tx: Tx,
  ): Promise<{ readonly seconds: number; readonly renewBy: Date | null }> {
    const { maxLifetimeSeconds, rotateInheritedWithinDays: days } = await this.policies.of(site, tx);
    return {
      seconds: Math.min(seconds, maxLifetimeSeconds ?? seconds),
      renewBy: inherited === null || days === null ? null : new Date(inherited.at.getTime() + days * DAY_MS),
    };
  }

  /** The lifetime asked for, in seconds, or the longest that the policy allows. */
  async cap(site: SiteId, seconds: number, tx?: Tx): Promise<number> {
    const { maxLifetimeSeconds } = await this.policies.of(site, tx);
    return Math.min(seconds, maxLifetimeSeconds ?? seconds);
  }
}

function tooLate(latest: Date, seconds: number) {
  const time = latest.toISOString();
  const remedy = `send an expiresAt no later than ${time}`;
  return refused('expiresAt', atMost(seconds), remedy, { latestExpiresAt: time });
}

function atMost(seconds: number): string {
  return `The site lets tokens live at most ${durationInWords(seconds)}`;
}

/** Worded for a person who fills in a field, and with the value that a program has to send. */
function refused(
  path: string,
  limit: string,
  remedy: string,
  extensions: Readonly<Record<string, string | number>> = {},
) {
  return policyLifetime({ detail: `${limit}: ${remedy}.`, errors: [{ path, message: `${limit}.` }], extensions });
}
