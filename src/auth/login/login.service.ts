import { Injectable } from '@nestjs/common';
import { userActor } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
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
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Ends the `sessions` that the browser had. @throws invalidCredentials, rateLimited */
  async signIn(
    given: { readonly login: string; readonly password: string; readonly sessions: readonly string[] },
    context: RequestContext,
  ): Promise<LiveSession> {
    const user = await this.signIns.verify(given.login, given.password, context);
    if (user === null) throw invalidCredentials();
    const before = await this.#live(given.sessions);
    const session = await this.unitOfWork.run(async (tx) => {
      if (!(await this.users.stillSignsIn(tx, user))) return null;
      for (const each of before) await this.#end(tx, each, 'replaced', context);
      return this.sessions.start(tx, user, context);
    });
    if (session === null) throw invalidCredentials();
    return session;
  }

  /** Ends every session that the browser named. One that has ended, or never existed, is already signed out. */
  async signOut(sessions: readonly string[], context: RequestContext): Promise<void> {
    const live = await this.#live(sessions);
    if (live.length === 0) return;
    await this.unitOfWork.run(async (tx) => {
      for (const each of live) await this.#end(tx, each, 'signed_out', context);
    });
  }

  async #live(ids: readonly string[]): Promise<OwnedSession[]> {
    const live: OwnedSession[] = [];
    for (const id of ids) {
      const session = await this.sessions.live(id);
      const owner = session && (await this.users.credentialsOf(session.siteId, session.userId));
      if (session && owner) live.push({ session, owner });
    }
    return live;
  }

  async #end(tx: Tx, { session, owner }: OwnedSession, reason: SessionEnd, context: RequestContext): Promise<void> {
    const credential = { credentialKind: 'session', credentialId: session.id } as const;
    await this.sessions.end(tx, session, reason, { ...userActor(owner, context), ...credential });
  }
}
