import { Injectable } from '@nestjs/common';
import { type OpenedCertificate, Certificates } from '../certificates/certificates.service.js';
import { Credentials } from '../credentials/credentials.service.js';
import type { OpenedCredential } from '../credentials/credentials.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { Secret } from '../../shared/crypto/secret.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { type ConnectionVersions, ConnectionVersionsQuery } from './connection-versions.query.js';
import { ConnectionRepository } from './connection.repository.js';

/** Everything needed to reach an upstream. The secrets in it are unsealed: it is kept in memory, and nowhere else. */
export interface Upstream {
  /** http or https, without user info, query or fragment, and without a trailing slash. */
  readonly baseUrl: string;
  /** PEM: the authority to trust instead of the well-known ones. */
  readonly ca: string | null;
  /** PEM: the certificate to present in TLS. */
  readonly clientCertificate: { readonly cert: string; readonly key: Secret } | null;
  readonly credential: OpenedCredential | null;
  /** Changes with each change of the connection, its credential or its certificates; see `Connections.versions`. */
  readonly version: string;
}

/** What other modules ask about connections. */
@Injectable()
export class Connections {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly credentials: Credentials,
    private readonly certificates: Certificates,
    private readonly versionsQuery: ConnectionVersionsQuery,
  ) {}

  /** For a module that refers to it: whether the site has the connection. It stays until the commit. */
  async held(tx: Tx, siteId: SiteId, id: string): Promise<boolean> {
    return (await this.connections.byIdForUpdate(tx, siteId, id)) !== null;
  }

  /**
   * The upstream of a connection, or null when the site has no such connection.
   * @throws UnsealError when no deployment key opens its secrets.
   */
  async forUpstream(siteId: SiteId, id: string): Promise<Upstream | null> {
    const row = await this.connections.byId(siteId, id);
    if (row === null) return null;
    const credential = await this.credentials.opened(siteId, row.credentialId);
    const ca = await this.certificates.opened(siteId, row.caCertificateId);
    const client = await this.certificates.opened(siteId, row.clientCertificateId);
    return {
      baseUrl: row.baseUrl,
      ca: ca?.chain ?? null,
      clientCertificate: clientCertificateOf(client),
      credential: credential?.credential ?? null,
      version: versionOf({
        own: row.version,
        credential: credential?.version ?? null,
        ca: ca?.version ?? null,
        client: client?.version ?? null,
      }),
    };
  }

  /**
   * The version of every connection of the deployment by its id, in one cheap statement that unseals no secret. An instance asks
   * once a second, to learn which of its upstreams another instance has changed. A deleted connection is not in the map.
   */
  async versions(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.versionsQuery.all();
    return new Map(rows.map((row) => [row.id, versionOf(row)]));
  }
}

function clientCertificateOf(client: OpenedCertificate | null): Upstream['clientCertificate'] {
  const { chain = '', key = null } = client ?? {};
  return key && { cert: chain, key };
}

function versionOf({ own, credential, ca, client }: Omit<ConnectionVersions, 'id'>): string {
  return [own, credential, ca, client].map((version) => version ?? '-').join('.');
}
