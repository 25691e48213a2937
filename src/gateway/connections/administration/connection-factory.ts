import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/clock/clock.js';
import type { Secret } from '../../../shared/crypto/secret.js';
import { Ids } from '../../../shared/ids/ids.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import { normalizedUrl } from '../../../shared/validation/upstream-url.js';
import type { Connection } from '../connection.entity.js';
import type { ConnectionPatch } from '../connection.repository.js';

export interface WantedConnection {
  readonly name: string;
  readonly baseUrl: string;
  readonly credentialId?: string | null;
  readonly caCertificateId?: string | null;
  readonly clientCertificateId?: string | null;
  /** The secret of the credential, sent again, so that it may be sent where it was not sent before. */
  readonly credentialSecret?: Secret | null;
}

/** Makes the rows of connections. */
@Injectable()
export class ConnectionFactory {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  create(siteId: SiteId, wanted: WantedConnection): Connection {
    const now = this.clock.now();
    return { id: this.ids.next(), siteId, ...contentOf(wanted), version: 1, createdAt: now, updatedAt: now };
  }

  patch({ version }: Connection, wanted: WantedConnection): ConnectionPatch {
    return { ...contentOf(wanted), version: version + 1, updatedAt: this.clock.now() };
  }
}

/** The request path is appended to the address. Ids are compared byte by byte, and are stored in lower case. */
function contentOf(wanted: WantedConnection) {
  return {
    name: wanted.name,
    baseUrl: normalizedUrl(wanted.baseUrl).replace(/\/$/, ''),
    credentialId: wanted.credentialId ?? null,
    caCertificateId: wanted.caCertificateId ?? null,
    clientCertificateId: wanted.clientCertificateId ?? null,
  };
}
