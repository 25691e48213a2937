import { Injectable } from '@nestjs/common';
import type { ApplicationInUse } from '../../applications/applications.types.js';
import type { Actor } from '../../shared/authz/actor.js';
import type { TokenRecord } from '../../tokens/tokens.types.js';
import { type PreviewedList, PreviewedResources, type PreviewPages } from './previewed-resources.js';
import { type RemovalChoice, type RemovalPlan, RemovalPlanning } from './removal-planning.js';
import { RemovalVersion } from './removal-version.js';
import { type RemovalWarning, RemovalWarnings } from './removal-warnings.js';
import { UserChange } from '../users/user-change.js';
import { type MadeForServiceAccount, ServiceAccountMarks } from './service-account-marks.js';

export interface RemovalPreviewed {
  readonly version: string;
  readonly plan: RemovalPlan;
  readonly tokens: PreviewedList<{ readonly token: TokenRecord }>;
  readonly applications: PreviewedList<ApplicationInUse>;
  readonly warnings: readonly RemovalWarning[];
  readonly serviceAccounts: readonly MadeForServiceAccount[];
}

/** Says exactly what a removal would do, before it happens (contract §5). Nothing changes. */
@Injectable()
export class RemovalPreview {
  constructor(
    private readonly change: UserChange,
    private readonly planning: RemovalPlanning,
    private readonly version: RemovalVersion,
    private readonly warnings: RemovalWarnings,
    private readonly resources: PreviewedResources,
    private readonly serviceAccounts: ServiceAccountMarks,
  ) {}

  /** A unit of work, so that the whole answer describes one moment. @throws as RemoveUser.remove */
  async of(actor: Actor, id: string, choice: RemovalChoice, pages: PreviewPages): Promise<RemovalPreviewed> {
    await this.resources.writeUses();
    return this.change.within(actor, id, async (tx, user, site) => {
      const plan = await this.planning.settle(tx, actor, user, site, choice);
      return {
        plan,
        version: await this.version.of(tx, plan),
        tokens: await this.resources.tokens(tx, plan, pages),
        applications: await this.resources.applications(tx, plan, pages),
        warnings: await this.warnings.of(tx, plan),
        serviceAccounts: await this.serviceAccounts.preview(tx, user),
      };
    });
  }
}
