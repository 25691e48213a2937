import { Injectable } from '@nestjs/common';
import { type PreparedRead, PreparedReads } from '../../platform/database/prepared-reads.js';

/** The versions of a connection and of what it refers to; null where it refers to nothing. */
export interface ConnectionVersions {
  readonly id: string;
  readonly own: number;
  readonly credential: number | null;
  readonly ca: number | null;
  readonly client: number | null;
}

const VERSIONS = `
SELECT c.id AS id, c.version AS own, k.version AS credential, a.version AS ca, t.version AS client
FROM connections c
LEFT JOIN credentials k ON k.id = c.credential_id
LEFT JOIN certificates a ON a.id = c.ca_certificate_id
LEFT JOIN certificates t ON t.id = c.client_certificate_id`;

/**
 * Reads the versions of every connection of the deployment, because an instance serves the gateway of every site. Runs twice a
 * second, so without the ORM.
 */
@Injectable()
export class ConnectionVersionsQuery {
  readonly #versions: PreparedRead<ConnectionVersions>;

  constructor(reads: PreparedReads) {
    this.#versions = reads.prepare(VERSIONS);
  }

  all(): Promise<ConnectionVersions[]> {
    return this.#versions.all([]);
  }
}
