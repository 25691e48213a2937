import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { newKey } from '../../support/keyed-client.js';

forEachDialect((dialect) => {
  let stage: GatewayStage;
  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
  });
  afterAll(() => stage.stop());

  it('[83] a deployment with an Idempotency-Key is served from its answer on, and is one revision', async () => {
    const { id, path } = await stage.deployed();
    await stage.manage('POST', `/proxies/${id}/undeploy`);
    const token = await stage.token();
    const [admin, key] = [stage.admin.about(stage.accountId), newKey()];
    const deploy = () => admin.post(`/proxies/${id}/deploy`, {}, { 'idempotency-key': key });
    expect((await stage.call(token, 'GET', `${path}/x`)).status).toBe(404);

    const first = await deploy();
    expect([first.status, first.body.revision]).toEqual([200, 2]);
    expect((await stage.call(token, 'GET', `${path}/x`)).status).toBe(200);

    await stage.manage('POST', `/proxies/${id}/undeploy`);
    expect((await deploy()).body).toEqual(first.body);
    expect((await stage.call(token, 'GET', `${path}/x`)).status).toBe(404);
    expect((await admin.get(`/proxies/${id}/revisions`)).body.items).toHaveLength(2);
  });
});
