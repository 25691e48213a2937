import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { Agent, fetch } from 'undici';
import { type EdgePlace, type EdgeProxy, startEdge } from '../../support/edge-proxy.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { describeWith, installedProgram } from '../../support/installed-program.js';
import { RecipeDocument } from '../../support/recipe-document.js';

const VERSION = '        proxy_http_version 1.1;\n';

/** The block of docs/operations.md, within `http` of a configuration like Debian's. */
function nginx(program: string, change: (block: string) => string) {
  return (place: EdgePlace) => {
    const block = RecipeDocument.read('../operations.md').configuration('/etc/nginx/conf.d/gatehouse.conf', {
      '127.0.0.1:8443': `127.0.0.1:${place.gatehousePort}`,
      'listen 443 ssl': `listen 127.0.0.1:${place.port} ssl`,
      'gate.example.com;': 'localhost;',
      '/etc/ssl/gate.example.com.crt': place.certFile,
      '/etc/ssl/gate.example.com.key': place.keyFile,
    });
    const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${join(place.folder, name)};`,
    );
    const http = `access_log off; ${folders.join(' ')} include ${place.write('gatehouse.conf', change(block))};`;
    const main = `daemon off; pid ${join(place.folder, 'nginx.pid')}; error_log stderr; events {} http { ${http} }\n`;
    return { program, args: ['-p', place.folder, '-e', 'stderr', '-c', place.write('nginx.conf', main)] };
  };
}

describeWith(installedProgram('nginx', 'nginx'), 'the gateway behind nginx', (program) => {
  let stage: GatewayStage;
  let token: string;
  let path: string;

  beforeAll(async () => {
    const settings = { tls: { mode: 'off' } as const, trustProxy: ['127.0.0.1/32'] };
    stage = await GatewayStage.start('sqlite', settings, { headers: { 'x-forwarded-proto': 'https' } });
    token = await stage.token();
    ({ path } = await stage.deployed({}));
  });
  afterAll(() => stage.stop());

  describe.each([
    ['as in docs/operations.md', (block: string) => block],
    ['in HTTP/1.0, its default', (block: string) => block.replace(VERSION, '')],
  ])('%s', (_, change) => {
    let edge: EdgeProxy;
    let agent: Agent;

    beforeAll(async () => {
      const surroundings = {
        gatehousePort: stage.app.settings.port,
        gatehouseCertificate: '',
        apiPort: 0,
        client: { id: '', secret: '' },
      };
      edge = await startEdge(surroundings, nginx(program, change));
      agent = new Agent({ connect: { ca: edge.certificate } });
    });
    afterAll(async () => {
      await agent.destroy();
      await edge.stop();
    });

    const called = () =>
      fetch(`https://localhost:${edge.port}${path}`, {
        dispatcher: agent,
        headers: { authorization: `Bearer ${token}` },
      });

    it('passes a whole answer on', async () => {
      stage.upstream.answer = (_request, response) => {
        response.write('first');
        setTimeout(() => response.end('second'), 50);
      };
      const answer = await called();
      expect([answer.status, await answer.text()]).toEqual([200, 'firstsecond']);
    });

    it('[89] passes no half answer on as a whole one', async () => {
      stage.upstream.answer = (request, response) => {
        response.write('half');
        setTimeout(() => request.socket.destroy(), 50);
      };
      const answer = await called();
      expect(answer.status).toBe(200);
      await expect(answer.text()).rejects.toThrow('terminated');
    });

    it('passes a 304 on that states the length of what it leaves out', async () => {
      stage.upstream.answer = (_request, response) => {
        response.writeHead(304, { etag: '"x"', 'content-length': '12' }).end();
      };
      const answer = await called();
      expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, '"x"', '']);
    });
  });

  it('has the version that the test takes away', () => {
    expect(RecipeDocument.read('../operations.md').text).toContain(VERSION);
  });
});
