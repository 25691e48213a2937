import type { IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { RequestContext } from '../shared/authz/actor.js';
import { ExposedCredentials } from '../shared/authz/exposed-credentials.js';
import { CredentialFormat } from '../shared/crypto/credential-format.js';
import type { DomainError } from '../shared/errors/domain-error.js';
import { BODY_LIMIT, readBody } from './body-reader.js';
import { CredentialFinder } from './credential-finder.js';
import { httpsRequired } from './http.errors.js';

const BODY_DEADLINE_MS = 3_000;
const REPORT_DEADLINE_MS = 3_000;

/**
 * What happens to every request that came in plaintext: it is refused, never redirected (ASVS V4.1.2), and the
 * credentials that it carried are reported, since the network has read them (CONTRACT §2).
 */
@Injectable()
export class PlaintextRefusal {
  readonly #logger = new Logger('Http');
  readonly #finder: CredentialFinder;

  constructor(
    format: CredentialFormat,
    private readonly modules: ModuleRef,
  ) {
    this.#finder = new CredentialFinder(format);
  }

  /** Reports what is exposed and answers the error; it never fails, the refusal must not depend on a database. */
  async refuse(request: IncomingMessage, context: RequestContext): Promise<DomainError> {
    try {
      const found = this.#finder.find(request, await bodyOf(request));
      if (found.length > 0) await this.#report(found, context);
    } catch (err) {
      this.#logger.error({
        message: 'a credential sent in plaintext could not be revoked',
        requestId: context.requestId,
        err,
      });
    }
    return httpsRequired();
  }

  async #report(values: readonly string[], context: RequestContext): Promise<void> {
    const report = this.modules.get(ExposedCredentials, { strict: false }).report(values, context);
    const late = delay(REPORT_DEADLINE_MS, 'late' as const, { ref: false });
    if ((await Promise.race([report, late])) === 'late') {
      report.catch((err: unknown) => {
        this.#logger.error({
          message: 'a credential sent in plaintext could not be revoked',
          requestId: context.requestId,
          err,
        });
      });
      this.#logger.warn({
        message: 'revoking a credential sent in plaintext takes long',
        requestId: context.requestId,
      });
    }
  }
}

/** As much of the body as a client of ours would send, and only while it keeps sending; a body that is too long is not read. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  if (coding === undefined && (length === undefined || Number(length) === 0)) return '';
  const body = new Promise<string>((resolve) => {
    readBody(request, BODY_LIMIT, (error, bytes) => {
      resolve(error === null ? bytes.toString('utf8') : '');
    });
  });
  return Promise.race([body, delay(BODY_DEADLINE_MS, '', { ref: false })]);
}
