import { ApiProperty } from '@nestjs/swagger';
import type { ProxyRevision } from '../deployments/proxy-revision.entity.js';
import type { Proxy } from '../proxy.entity.js';
import type { Difference } from '../deployments/revision-difference.js';
import type { PendingChanges } from '../deployments/revision-listing.js';
import { ProxyDefinitionResponse, proxyDefinitionResponse } from './proxy.response.js';

/** A field of a proxy can have a value of any type. */
const ANY_VALUE = {
  anyOf: [
    { type: 'string', maxLength: 2000 },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'null' },
    { type: 'array', maxItems: 200, items: {} },
    { type: 'object', additionalProperties: true },
  ],
};

export class RevisionResponse {
  /**
   * Its number. The first revision of a proxy is 1.
   * @example 1
   */
  revision: number;

  /**
   * Whether this revision is served now.
   * @example true
   */
  deployed: boolean;

  /** What it serves. */
  definition: ProxyDefinitionResponse;

  /**
   * When it was first deployed.
   * @example "2026-11-01T09:30:00.000Z"
   */
  createdAt: string;

  /**
   * The id of the user who first deployed it.
   * @example "0199c0de-0000-7000-8000-000000000002"
   */
  createdBy: string;
}

export class RevisionPageResponse {
  items: RevisionResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

export class DifferenceResponse {
  /**
   * The field that differs.
   * @example "routes.0.scopes"
   */
  path: string;

  /** Its value in the revision that was compared with; null where it had none. */
  @ApiProperty({ ...ANY_VALUE, example: ['orders:read'] })
  before: unknown;

  /** Its value in the revision of the path; null where it has none. */
  @ApiProperty({ ...ANY_VALUE, example: ['orders:write'] })
  after: unknown;
}

export class RevisionDifferenceResponse {
  /** @example 2 */
  revision: number;

  /** @example 1 */
  against: number;

  /** Empty when the two are the same. */
  changes: DifferenceResponse[];
}

export class PendingChangesResponse {
  /**
   * The number of the revision that is served; null when none is, so there is nothing to compare with.
   * @example 1
   */
  against: number | null;

  /** Empty when a deployment would change nothing. */
  changes: DifferenceResponse[];

  /**
   * The ETag of the proxy as it is edited now. Send it as If-Match with the deployment, so that a proxy edited since then is not
   * deployed.
   * @example "\"6b1f0c9d2a7e4835b0d1c2e3f4a59687\""
   */
  etag: string;
}

export function revisionResponse(revision: ProxyRevision, { deployedRevision }: Proxy): RevisionResponse {
  return {
    revision: revision.number,
    deployed: revision.number === deployedRevision,
    definition: proxyDefinitionResponse(revision.snapshot.definition),
    createdAt: revision.createdAt.toISOString(),
    createdBy: revision.createdBy,
  };
}

export function differenceResponse(revision: number, against: number, changes: readonly Difference[]) {
  return { revision, against, changes: changes.map(changeResponse) };
}

export function pendingChangesResponse({ against, changes, etag }: PendingChanges): PendingChangesResponse {
  return { against, changes: changes.map(changeResponse), etag };
}

function changeResponse({ path, before, after }: Difference): DifferenceResponse {
  return { path, before, after };
}
