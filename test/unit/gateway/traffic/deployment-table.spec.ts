import { describe, expect, it } from '@jest/globals';
import { performance } from 'node:perf_hooks';
import { DeploymentTable } from '../../../../src/gateway/traffic/deployments/deployment-table.js';
import { gatewayTarget } from '../../../../src/gateway/proxies/gateway-target.js';
import { snapshotOf } from '../../../../src/gateway/proxies/rules/route-compiler.js';
import type { DeployedProxy, ProxyDefinition } from '../../../../src/gateway/proxies/proxies.types.js';
import type { SiteId } from '../../../../src/shared/ids/site-id.js';

function proxy(path: string, routes: ProxyDefinition['routes'] = [], siteSlug = 'acme'): DeployedProxy {
  const definition: ProxyDefinition = {
    name: path,
    description: null,
    path,
    connectionId: 'c',
    routes,
    stripPrefix: true,
    timeoutMs: 1,
    bodyLimitBytes: 1,
    headers: { add: {}, remove: [] },
    rateLimit: null,
  };
  const place = { proxyId: path, siteId: siteSlug as SiteId, siteSlug, accountId: 'a', revision: 1 };
  return { ...place, snapshot: snapshotOf(definition) };
}

describe('the table of what is served', () => {
  const table = new DeploymentTable([proxy('/shop'), proxy('/shop/v1'), proxy('/shop', [], 'bolt')]);
  const found = (url: string) => {
    const served = table.find(gatewayTarget(url));
    return served && [served.proxy.siteSlug, served.proxy.proxyId, served.ownSegments];
  };

  it('finds the longest path, in the site of the address alone', () => {
    expect(found('/gw/acme/shop')).toEqual(['acme', '/shop', 1]);
    expect(found('/gw/acme/shop/v2/x')).toEqual(['acme', '/shop', 1]);
    expect(found('/gw/acme/shop/v1/x')).toEqual(['acme', '/shop/v1', 2]);
    expect(found('/gw/bolt/shop/v1')).toEqual(['bolt', '/shop', 1]);
    for (const url of ['/gw/acme', '/gw/acme/shopping', '/gw/other/shop', '/gw/acme/SHOP', '/gw/acme/x/shop'])
      expect([url, found(url)]).toEqual([url, null]);
  });

  it('is as fast with 1,000 proxies as with 10', () => {
    const tables = [10, 1_000].map(
      (count) => new DeploymentTable(Array.from({ length: count }, (_, i) => proxy(`/p${i}`))),
    );
    const target = gatewayTarget('/gw/acme/p9/orders/17');
    const time = (each: DeploymentTable | undefined) => {
      const startedAt = performance.now();
      for (let i = 0; i < 100_000; i++) each?.find(target);
      return performance.now() - startedAt;
    };
    tables.forEach(time);
    const [few, many] = [0, 1].map((index) => Math.min(...[1, 2, 3, 4, 5].map(() => time(tables[index]))));
    expect((many ?? Infinity) / (few ?? 1)).toBeLessThan(5);
  });
});
