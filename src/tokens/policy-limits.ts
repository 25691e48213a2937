import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import { durationInWords } from '../shared/clock/duration.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { SitePolicies } from '../sites/site-policies.service.js';
import { policyLifetime } from './tokens.errors.js';

/**
 * How long what is made or rotated may live by the policy of its site. What a person asks for is refused when it is longer;
 * what an application was set to before the policy came is cut, so that it goes on working.
 */
@Injectable()
export class PolicyLimits {
  constructor(
    private readonly policies: SitePolicies,
    private readonly clock: Clock,
  ) {}

  /** Never is longer than any bound. @throws policyLifetime */
  async requireExpiry(site: SiteId, expiresAt: Date | null, tx?: Tx): Promise<void> {
    const { maxLifetimeSeconds, allowNeverExpire } = await this.policies.of(site, tx);
    if (maxLifetimeSeconds !== null) {
      const latest = new Date(this.clock.now().getTime() + maxLifetimeSeconds * 1000);
      if (expiresAt === null || expiresAt > latest) throw tooLate(latest, maxLifetimeSeconds);
    }
    if (expiresAt === null && !allowNeverExpire)
      throw refused('expiresAt', 'The site asks tokens for an expiry', 'send a time as expiresAt');
  }

  /** @throws policyLifetime */
  async requireTimeToLive(site: SiteId, seconds: number, tx?: Tx): Promise<void> {
    const longest = await this.cap(site, seconds, tx);
    if (seconds > longest)
      throw refused('tokenTtlSeconds', atMost(longest), `ask for at most ${longest}`, { longestSeconds: longest });
  }

  /** So many seconds, or as many as the policy allows. */
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

/** In words for a person who fills a field in, and with what a program is to send. */
function refused(
  path: string,
  limit: string,
  remedy: string,
  extensions: Readonly<Record<string, string | number>> = {},
) {
  return policyLifetime({ detail: `${limit}: ${remedy}.`, errors: [{ path, message: `${limit}.` }], extensions });
}
