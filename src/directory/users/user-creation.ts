import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import type { Tx } from '../../platform/database/transaction.js';
import { normalLogin } from '../../shared/authz/login-name.js';
import { usernameProblem } from '../../shared/authz/username.js';
import { validationFailed } from '../../shared/errors/general.errors.js';
import { DeveloperSecretFactory } from './developer-secrets/developer-secret-factory.js';
import { DeveloperSecretRepository } from './developer-secrets/developer-secret.repository.js';
import { Passwords } from './passwords.service.js';
import { UserRows } from './user-rows.js';
import { recordOf } from './user-record.js';
import type { NewUser, UserRecord } from './users.types.js';

/** Makes a user with everything that a user has from the start. */
@Injectable()
export class UserCreation {
  constructor(
    private readonly rows: UserRows,
    private readonly passwords: Passwords,
    private readonly secretFactory: DeveloperSecretFactory,
    private readonly secrets: DeveloperSecretRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes and audits a user. A person gets a developer secret.
   * @throws duplicateName when the username or the e-mail is taken, validationFailed when one of them or the password can't be
   *   used.
   */
  async create(tx: Tx, wanted: NewUser): Promise<UserRecord> {
    const username = normalLogin(wanted.username);
    const email = wanted.email === null ? null : normalLogin(wanted.email);
    const roles = [...new Set(wanted.roles)].sort();
    const problem = usernameProblem(username);
    if (problem !== null) throw validationFailed({ errors: [{ path: 'username', message: problem }] });
    const passwordHash = await this.#passwordHash({ ...wanted, username, email });
    const user = await this.rows.insert(tx, { ...wanted, username, email, passwordHash }, roles);
    if (user.kind === 'person') await this.secrets.insert(tx, this.secretFactory.make(user));
    await this.audit.record(tx, {
      siteId: user.siteId,
      action: 'user.created',
      outcome: 'success',
      actor: wanted.actor,
      subject: { type: 'user', id: user.id, name: username },
      details: { email, kind: user.kind, roles, passwordSet: passwordHash !== null },
    });
    return recordOf(user, roles);
  }

  async #passwordHash({ username, email, kind, password }: NewUser): Promise<string | null> {
    if (password === null) return null;
    if (kind === 'service') throw validationFailed({ errors: [{ path: 'password', message: 'is only for a person' }] });
    this.passwords.requireAcceptable(password, { username, email });
    return this.passwords.hash(password);
  }
}
