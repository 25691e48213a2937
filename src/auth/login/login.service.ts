import { Injectable } from '@nestjs/common';
import { userActor } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SessionCookie } from '../../directory/sessions/session-cookie.service.js';
import { Sessions } from '../../directory/sessions/sessions.service.js';
import type { LiveSession, SessionEnd } from '../../directory/sessions/sessions.types.js';
import type { RequestContext } from '../../shared/authz/actor.js';
import { Users } from '../../directory/users/users.service.js';
import type { UserName } from '../../directory/users/users.types.js';
import { PasswordSignIn } from './password-sign-in.service.js';
import { invalidCredentials } from './sign-in.errors.js';

interface OwnedSession {
  readonly session: LiveSession;
  readonly owner: UserName;
}

/** Signing in and out. */
@Injectable()
export class Login {
  constructor(
    private readonly signIns: PasswordSignIn,
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws invalidCredentials, rateLimited */
  async signIn(
    given: { readonly login: string; readonly password: string; readonly cookie: string | undefined },
    context: RequestContext,
  ): Promise<LiveSession> {
    const user = await this.signIns.verify(given.login, given.password, context);
    if (user === null) throw invalidCredentials();
    const before = await this.#sessionBehind(given.cookie);
    const session = await this.unitOfWork.run(async (tx) => {
      if (!(await this.users.stillSignsIn(tx, user))) return null;
      if (before !== null) await this.#end(tx, before, 'replaced', context);
      return this.sessions.start(tx, user, context);
    });
    if (session === null) throw invalidCredentials();
    return session;
  }

  /** Ends the session behind a cookie. A session that has ended, or never existed, is already signed out. */
  async signOut(cookie: string | undefined, context: RequestContext): Promise<void> {
    const session = await this.#sessionBehind(cookie);
    if (session !== null) await this.unitOfWork.run((tx) => this.#end(tx, session, 'signed_out', context));
  }

  async #sessionBehind(cookie: string | undefined): Promise<OwnedSession | null> {
    const id = cookie === undefined ? null : await this.cookie.open(cookie);
    const session = id === null ? null : await this.sessions.live(id);
    const owner = session && (await this.users.credentialsOf(session.siteId, session.userId));
    return session && owner && { session, owner };
  }

  async #end(tx: Tx, { session, owner }: OwnedSession, reason: SessionEnd, context: RequestContext): Promise<void> {
    const credential = { credentialKind: 'session', credentialId: session.id } as const;
    await this.sessions.end(tx, session, reason, { ...userActor(owner, context), ...credential });
  }
}
