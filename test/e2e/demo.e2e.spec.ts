import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptsConnections } from '../support/accepts-connections.js';
import { DemoProcess } from '../support/demo-process.js';
import { readTour, runTour, unmet } from '../support/readme-tour.js';

const PAGE = readFileSync(new URL('../../docs/demo.md', import.meta.url), 'utf8');
const MILLISECONDS = 180_000;

describe('npm run demo', () => {
  let demo: DemoProcess | undefined;
  const running = () => {
    if (demo === undefined) throw new Error('the demo is not running');
    return demo;
  };

  beforeAll(async () => {
    demo = await DemoProcess.start();
  }, MILLISECONDS);
  afterAll(async () => {
    await demo?.interrupt();
    demo?.remove();
  });

  it('prints a line that works when pasted, and one that is refused', async () => {
    const [read, write, ...others] = running().commands;
    expect(others).toEqual([]);
    expect(await pasted(read)).toEqual({
      status: 200,
      body: {
        orders: [
          { id: 1, item: 'Paper', by: 'mia' },
          { id: 2, item: 'Pencils', by: 'dan' },
        ],
      },
    });
    expect(await pasted(write)).toMatchObject({
      status: 403,
      body: { code: 'insufficient_scope', scope: 'orders:write', roles: ['ROLE_ADMIN', 'ROLE_ORDER_CLERK'] },
    });
  });

  it('is left alone by another one in the same folder', async () => {
    const { folder } = running();
    await expect(DemoProcess.start(folder)).rejects.toThrow('A demo is running already');
    expect(existsSync(join(folder, 'data', 'demo', 'demo.env'))).toBe(true);
    expect((await pasted(running().commands[0])).status).toBe(200);
  });

  it.each(['127.0.0.1', '::1', '::'])('names a busy port and who holds it, on %s', async (address) => {
    const holder = createServer().listen(0, address);
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-demo-'));
    try {
      const refused = DemoProcess.start(folder, port);
      await expect(refused).rejects.toThrow(new RegExp(`Port ${port} is in use by \\S+ \\(process ${process.pid}\\)`));
      await expect(refused).rejects.not.toThrow('certificate');
      expect(existsSync(join(folder, 'data'))).toBe(false);
    } finally {
      holder.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('says that it lets the gateway call a private address', () => {
    expect(running().output).toContain('GATEHOUSE_UPSTREAM_NETWORKS=127.0.0.1/32');
  });

  it(
    'is followed by docs/demo.md as it is written',
    async () => {
      const { folder, port } = running();
      const blocks = readTour(PAGE);
      expect(blocks.flatMap(({ expected }) => expected).length).toBeGreaterThan(10);
      const outputs = await runTour(blocks, { folder, port, environment: {} });
      expect(outputs.flatMap(unmet)).toEqual([]);
    },
    MILLISECONDS,
  );

  it('stops everything that it has started, and leaves nothing', async () => {
    const { output, folder, port } = running();
    const [, api = ''] = /orders API at http:\/\/127\.0\.0\.1:(\d+)/.exec(output) ?? [];
    expect([await acceptsConnections(port), await acceptsConnections(Number(api))]).toEqual([true, true]);
    expect(await running().interrupt()).toBe(0);
    expect([await acceptsConnections(port), await acceptsConnections(Number(api))]).toEqual([false, false]);
    expect(existsSync(join(folder, 'data', 'demo'))).toBe(false);
  });

  async function pasted(command = ''): Promise<{ status: number; body: unknown }> {
    const script = `${command} -s -w '\\n%{http_code}'`;
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: running().folder });
    const lines = stdout.trimEnd().split('\n');
    return { status: Number(lines.pop()), body: JSON.parse(lines.join('\n')) };
  }
});
