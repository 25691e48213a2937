import { Injectable } from '@nestjs/common';
import type { Page } from '../../platform/database/page.js';
import { Roles } from '../../directory/roles/roles.service.js';
import { validationFailed } from '../../shared/errors/general.errors.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';
import type { UserFilter, UserRecord } from '../../directory/users/users.types.js';

/** Lists the users of a site. */
@Injectable()
export class UserListing {
  constructor(
    private readonly directory: UserDirectory,
    private readonly roles: Roles,
  ) {}

  /** A role that does not exist is an error, not an empty list, which would read as "nobody holds it" (contract §9). */
  async page(siteId: SiteId, filter: UserFilter): Promise<Page<UserRecord>> {
    const { role } = filter;
    if (role !== undefined && !(await this.roles.all(siteId)).some(({ name }) => name === role)) {
      const message = 'must be a role of this site; GET {api}/admin/roles lists them';
      throw validationFailed({ errors: [{ path: 'query.role', message }] });
    }
    return this.directory.list(siteId, filter);
  }

  read(siteId: SiteId, id: string): Promise<UserRecord> {
    return this.directory.read(siteId, id);
  }
}
