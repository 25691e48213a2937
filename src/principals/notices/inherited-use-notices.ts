import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Notifications } from '../../platform/notifications/notifications.service.js';
import { ROLE_ADMIN } from '../../shared/authz/built-in-roles.js';
import type { Principal } from '../../shared/authz/principal.js';
import { Clock } from '../../shared/clock/clock.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';

const KIND = 'credential.inherited_refused';
const DAY_MS = 24 * 3600 * 1000;
const MOST_REMEMBERED = 10_000;

/**
 * Tells the owner of an inherited credential that it tried to do more than call: either its value has to be replaced, or a leaver
 * is using it (contract §5). For a service account, the administrators are told. At most once a day for each credential.
 */
@Injectable()
export class InheritedUseNotices {
  readonly #logger = new Logger(InheritedUseNotices.name);
  readonly #told = new Map<string, number>();

  constructor(
    private readonly notifications: Notifications,
    private readonly directory: UserDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Never fails: the refusal must not depend on whether the owner can be told. */
  async tell(principal: Principal): Promise<void> {
    const { id } = principal.credential;
    const now = this.clock.now().getTime();
    if (now - (this.#told.get(id) ?? -Infinity) < DAY_MS) return;
    try {
      await this.#tell(principal, new Date(now - DAY_MS));
      if (this.#told.size >= MOST_REMEMBERED) this.#told.clear();
      this.#told.set(id, now);
    } catch (error) {
      this.#logger.warn(`the owner of inherited credential ${id} could not be told: ${String(error)}`);
    }
  }

  /** Another instance may have told them already. */
  async #tell({ siteId, userId, userKind, credential }: Principal, since: Date): Promise<void> {
    const { id, name, inherited } = credential;
    const type = credential.kind === 'secret' ? 'application' : 'token';
    const subject = { type, id: type === 'application' ? (credential.applicationId ?? id) : id };
    await this.unitOfWork.run(async (tx) => {
      const told = userKind === 'person' ? [userId] : await this.directory.activePersonsWith(tx, siteId, [ROLE_ADMIN]);
      for (const each of told) {
        if (await this.notifications.wasTold(tx, { siteId, userId: each, kind: KIND, subject }, since)) continue;
        const details = { name, from: inherited?.from };
        await this.notifications.tell(tx, { siteId, userId: each, kind: KIND, subject, details });
      }
    });
  }
}
