import { expect, it } from '@jest/globals';
import { Counters } from '../../../../src/principals/limits/counting/counters.service.js';
import { LeakLimits } from '../../../../src/principals/limits/leak-limits.service.js';
import { testSettings } from '../../../support/test-settings.js';

it('an address reports leaks sixty times an hour', async () => {
  const limits = new LeakLimits(new Counters(testSettings({ dataDir: '', database: { kind: 'sqlite', file: '' } })));
  for (let i = 0; i < 60; i++) await limits.require('203.0.113.9');
  await expect(limits.require('203.0.113.9')).rejects.toMatchObject({
    code: 'rate_limited',
    occurrence: { retryAfterSeconds: 3600 },
  });
  await expect(limits.require('203.0.113.10')).resolves.toBeUndefined();
});
