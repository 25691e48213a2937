import { Injectable } from '@nestjs/common';
import { SitePolicies } from '../sites/site-policies.service.js';
import type { UnusedLimit } from './care.types.js';

/** Which sites want unused tokens to be revoked, and after how long: as their policies say. */
@Injectable()
export class UnusedLimits {
  constructor(private readonly policies: SitePolicies) {}

  async all(): Promise<readonly UnusedLimit[]> {
    const all = await this.policies.all();
    return all.flatMap(({ siteId, policy: { revokeUnusedAfterDays: days } }) =>
      days === null ? [] : [{ siteId, days }],
    );
  }
}
