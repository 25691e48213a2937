// `npm run demo`: Gatehouse and a small API behind it, with two people, a proxy and a working curl line. Everything is made
// through the public API, in a data folder of the demo's own, and removed when the demo ends.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeDataFolder } from './data-folder.js';
import { requireFreePort } from './free-port.js';
import { GatehouseProcess } from './gatehouse-process.js';
import { startOrdersApi } from './orders-api.js';
import { deployProxy, newPassword, setUpSite, type DemoSite } from './people.js';

/** Not 8443, so that the demo runs beside another Gatehouse. */
const DEFAULT_PORT = 8543;
const DATA_DIR = join('data', 'demo');
/** The gateway refuses private addresses, and the orders API has one. */
const UPSTREAM_NETWORKS = '127.0.0.1/32';

const port = Number(process.env['GATEHOUSE_PORT'] ?? DEFAULT_PORT);
const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      resolve();
    });
});

await requireFreePort(port).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
takeDataFolder(DATA_DIR);
const orders = await startOrdersApi();
const adminPassword = newPassword();
const gatehouse = new GatehouseProcess({ port, dataDir: DATA_DIR, adminPassword, upstreamNetworks: UPSTREAM_NETWORKS });
try {
  const interrupted = await Promise.race([asked.then(() => true), show().then(() => false)]);
  if (!interrupted && (await Promise.race([asked.then(() => 'asked'), gatehouse.ended])) !== 'asked')
    throw new Error('Gatehouse has ended');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await gatehouse.stop();
  await orders.stop();
  rmSync(DATA_DIR, { recursive: true, force: true });
}

async function show(): Promise<void> {
  process.stdout.write('Starting Gatehouse and an orders API…\n');
  const api = await gatehouse.ready();
  const site = await setUpSite(await api.signedIn('admin', adminPassword), orders.url);
  const [mia, dan] = await Promise.all([
    api.withToken('mia', site.miaPassword),
    api.withToken('dan', site.danPassword),
  ]);
  await deployProxy(mia, dan, site.connection);
  writeFileSync(join(DATA_DIR, 'demo.env'), variables(site), { mode: 0o600 });
  process.stdout.write(introduction(site));
}

/** Shell variables for people who follow docs/demo.md. */
function variables({ miaPassword, danPassword, connection, token }: DemoSite): string {
  const values = {
    GATE: gatehouse.url,
    CURL_CA_BUNDLE: join(DATA_DIR, 'tls.crt'),
    ADMIN_PASSWORD: adminPassword,
    MIA_PASSWORD: miaPassword,
    DAN_PASSWORD: danPassword,
    CONNECTION: connection,
    TOKEN: token,
  };
  return Object.entries(values)
    .map(([name, value]) => `export ${name}='${value}'\n`)
    .join('');
}

function introduction({ token }: DemoSite): string {
  const curl = `curl --cacert ${join(DATA_DIR, 'tls.crt')} -H 'Authorization: Bearer ${token}'`;
  const url = `${gatehouse.url}/gw/default/shop/orders`;
  return `
Gatehouse is at ${gatehouse.url}, an orders API at ${orders.url}.
That address is private: GATEHOUSE_UPSTREAM_NETWORKS=${UPSTREAM_NETWORKS} lets the gateway call it all the same.

A program with the scope orders:read reads orders:

  ${curl} ${url}

and may not write any:

  ${curl} -H 'Content-Type: application/json' -d '{"item":"Pens"}' ${url}

Who made this and how: docs/demo.md, with the passwords and ids in ${join(DATA_DIR, 'demo.env')}.
Ctrl-C stops Gatehouse and the API, and removes ${DATA_DIR}.
`;
}
