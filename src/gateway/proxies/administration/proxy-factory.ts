import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/clock/clock.js';
import { Ids } from '../../../shared/ids/ids.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import type { ProxyDefinition, ProxySettings } from '../proxies.types.js';
import type { Proxy } from '../proxy.entity.js';
import type { ProxyPatch } from '../proxy.repository.js';

/** The owner of a proxy, and the project it is kept in. */
export interface ProxyPlace {
  readonly siteId: SiteId;
  readonly accountId: string;
  readonly projectId: string;
}

export const UNDEPLOYED = { deployedRevision: null, deployedPath: null, deployedConnectionId: null } as const;

/** Makes the rows of proxies, and works out changes to them. */
@Injectable()
export class ProxyFactory {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  create({ siteId, accountId, projectId }: ProxyPlace, definition: ProxyDefinition): Proxy {
    const now = this.clock.now();
    const place = { siteId, accountId, projectId };
    return { id: this.ids.next(), ...place, ...columnsOf(definition), ...UNDEPLOYED, createdAt: now, updatedAt: now };
  }

  /** Null when nothing would change. */
  patch(proxy: Proxy, definition: ProxyDefinition): ProxyPatch | null {
    const columns = columnsOf(definition);
    const names = Object.keys(columns) as (keyof typeof columns)[];
    const changed = names.filter((name) => JSON.stringify(columns[name]) !== JSON.stringify(proxy[name]));
    if (changed.length === 0) return null;
    return { ...Object.fromEntries(changed.map((name) => [name, columns[name]])), updatedAt: this.clock.now() };
  }
}

function columnsOf({
  name,
  description,
  path,
  connectionId,
  ...settings
}: ProxyDefinition): Pick<Proxy, 'name' | 'description' | 'path' | 'connectionId'> & { settings: ProxySettings } {
  return { name, description, path, connectionId, settings };
}
