import type { Connection } from '../connection.entity.js';

export class ConnectionResponse {
  /** @example "0199c0de-0000-7000-8000-000000000001" */
  id: string;

  /** @example "Orders API" */
  name: string;

  /** @example "https://orders.example.com/v2" */
  baseUrl: string;

  /** @example "0199c0de-0000-7000-8000-000000000002" */
  credentialId: string | null;

  /** @example "0199c0de-0000-7000-8000-000000000003" */
  caCertificateId: string | null;

  /** @example null */
  clientCertificateId: string | null;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  updatedAt: string;
}

export class ConnectionPageResponse {
  items: ConnectionResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

export function connectionResponse(connection: Connection): ConnectionResponse {
  return {
    id: connection.id,
    name: connection.name,
    baseUrl: connection.baseUrl,
    credentialId: connection.credentialId,
    caCertificateId: connection.caCertificateId,
    clientCertificateId: connection.clientCertificateId,
    createdAt: connection.createdAt.toISOString(),
    updatedAt: connection.updatedAt.toISOString(),
  };
}
