import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readTour, runTour, unmet } from '../support/readme-tour.js';
import { startService, type StartedService } from '../support/started-service.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** The tour's reader copies the generated one off the terminal; here it is set, for the service and the reader alike. */
const ADMINISTRATOR = { GATEHOUSE_ADMIN_PASSWORD: 'a tour needs 1 good password' };
const MILLISECONDS = 180_000;

describe('the tour of the README', () => {
  let service: StartedService | undefined;

  beforeAll(async () => {
    service = await startService(ADMINISTRATOR);
  }, MILLISECONDS);

  afterAll(async () => {
    await service?.stop();
  });

  it(
    'works when pasted, and shows what it says',
    async () => {
      const blocks = readTour(README);
      expect(blocks).not.toEqual([]);
      const { folder = '', port = 0 } = service ?? {};
      const outputs = await runTour(blocks, { folder, port, environment: ADMINISTRATOR });
      expect(outputs.flatMap(unmet)).toEqual([]);
    },
    MILLISECONDS,
  );

  it('ends with status 0 when it is asked to stop', async () => {
    expect(await service?.stop()).toBe(0);
  });
});
