import type { Tx } from './transaction.js';
import type { Principal, StandingPrincipal } from '../../shared/authz/principal.js';
import type { UnitOfWork } from './unit-of-work.js';

/**
 * The caller of a change, read again in the transaction that stores the change. Guards admit a call before its transaction
 * begins. Since then, another request may have ended, narrowed or handed over the credential, and have been answered.
 */
export abstract class Makers {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A unit of work that begins by reading the principal again. @throws what `again` throws */
  run<T>(principal: Principal, work: (tx: Tx, standing: StandingPrincipal) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(async (tx) => work(tx, await this.again(tx, principal)));
  }

  /**
   * Reads the principal again, and locks its user and its credential until the commit.
   * @throws invalidToken when the principal is now refused; supersededCredential, inheritedCredential when the credential has
   *   become so
   */
  abstract again(tx: Tx, principal: Principal): Promise<StandingPrincipal>;
}
