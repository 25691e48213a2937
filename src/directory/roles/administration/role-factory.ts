import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/clock/clock.js';
import { Ids } from '../../../shared/ids/ids.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import { entityTag } from '../../../shared/protocol/entity-tag.js';
import type { Role } from '../role.entity.js';

export interface WantedRole {
  readonly description: string;
  readonly scopes: readonly string[];
}

/** Makes the rows of roles. A scope that is named twice is stored once. */
@Injectable()
export class RoleFactory {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  create(siteId: SiteId, name: string, wanted: WantedRole): Role {
    const { updatedAt, ...rest } = this.patch(wanted);
    return { id: this.ids.next(), siteId, name, ...rest, createdAt: updatedAt, updatedAt };
  }

  patch(wanted: WantedRole): Pick<Role, 'description' | 'scopes' | 'updatedAt'> {
    return { description: wanted.description, scopes: [...new Set(wanted.scopes)], updatedAt: this.clock.now() };
  }
}

export function roleTag({ description, scopes }: WantedRole): string {
  return entityTag([description, scopes]);
}
