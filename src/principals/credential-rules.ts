import { Injectable } from '@nestjs/common';
import type { Access, Narrowly } from '../shared/authz/access.js';
import { accountPinned, inheritedCredential, supersededCredential } from '../shared/authz/authority.errors.js';
import { Authority } from '../shared/authz/authority.js';
import type { Principal } from '../shared/authz/principal.js';
import { Clock } from '../shared/clock/clock.js';
import { InheritedUseNotices } from './notices/inherited-use-notices.js';

/** What a route declares about the credentials that call it. */
export interface CredentialTraits {
  readonly accountCall: boolean;
  readonly pinned: Narrowly | undefined;
  readonly inherited: Narrowly | undefined;
  readonly makesCredentials: boolean;
  readonly changesCredentials: boolean;
}

/** Which calls are closed to a credential because of what it is, whatever scopes it holds (contract §1, §5). */
@Injectable()
export class CredentialRules {
  constructor(
    private readonly notices: InheritedUseNotices,
    private readonly clock: Clock,
  ) {}

  /**
   * Checked first: what is closed to a pinned, inherited or superseded credential stays closed whatever scopes it holds. `about`:
   * the id in the path of the call, if there is one.
   * @throws accountPinned, inheritedCredential, supersededCredential
   */
  async requireOpen(
    principal: Principal,
    access: Access,
    traits: CredentialTraits,
    about: string | undefined,
  ): Promise<void> {
    const isItself = about?.toLowerCase() === principal.credential.id;
    if (principal.accountId !== null && !traits.accountCall && !isOpen(traits.pinned, isItself)) throw accountPinned();
    if (principal.credential.inherited !== null && isClosedToInherited(access, traits, isItself)) {
      await this.notices.tell(principal);
      throw inheritedCredential();
    }
    if (principal.credential.superseded && touchesCredentials(traits)) throw supersededCredential();
  }

  /** @throws supersededCredential, reauthenticationRequired */
  requireMaking(principal: Principal, { makesCredentials }: CredentialTraits): void {
    if (makesCredentials) Authority.toMake(principal, this.clock.now());
  }
}

function isOpen(how: Narrowly | undefined, isItself: boolean): boolean {
  return how === 'any' || (how === 'itself' && isItself);
}

/** A call that needs a scope is a call like any other, unless it makes or changes a credential. */
function isClosedToInherited(access: Access, traits: CredentialTraits, isItself: boolean): boolean {
  if (isOpen(traits.inherited, isItself)) return false;
  return access.to === 'scopes' ? touchesCredentials(traits) : access.to === 'principal';
}

function touchesCredentials({ makesCredentials, changesCredentials }: CredentialTraits): boolean {
  return makesCredentials || changesCredentials;
}
