import { NestFactory } from '@nestjs/core';
import { OperatorModule } from '../../../src/app/operator.module.js';
import { KeyCommands, ROTATED_KEYS } from '../../../src/cli/key-commands.js';
import { SiteCommands } from '../../../src/cli/site-commands.js';
import { SessionUse } from '../../../src/directory/sessions/session-use.service.js';
import { VerificationCounter } from '../../../src/statistics/verification-counter.service.js';
import { OPERATOR } from '../../../src/platform/audit/audit.types.js';
import { settingsOf } from '../../../src/platform/config/settings.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { CleanupLease } from '../../../src/platform/retention/cleanup-lease.js';
import { CleanupSteps } from '../../../src/platform/retention/cleanup-steps.js';
import { BATCH, RetentionCleanup } from '../../../src/platform/retention/retention-cleanup.js';
import { KeyRing } from '../../../src/shared/crypto/key-ring.js';
import { Secret } from '../../../src/shared/crypto/secret.js';
import { TokenUsage } from '../../../src/tokens/token-usage.service.js';
import { bearer, createToken } from '../../support/api-client.js';
import type { Stage } from '../../support/changes.js';
import { openSite } from '../../support/second-site.js';
import type { TestApp } from '../../support/test-app.js';
import { TEST_KEY } from '../../support/test-settings.js';
import { UNSEALED } from '../seed.js';
import { good } from './good.js';

const OTHER_KEY = 'q2u8Yc5hPzX3aLwJdGfTiVoNQ9AtSsvK7n0yB4m1eRk=';
const ALL = { maxLifetimeSeconds: 86_400, allowNeverExpire: false, allowedNetworks: ['203.0.113.0/24'] };

/** What a policy would stop, and one that holds. */
export async function policy({ app, admin }: Stage): Promise<void> {
  const { token } = await createToken(admin);
  await good(bearer(app, token).get('/auth/me'));
  const rules = { ...ALL, revokeUnusedAfterDays: 90, rotateInheritedWithinDays: 30 };
  for (const page of ['', '?limit=1']) await good(admin.post(`/admin/site/policy/preview${page}`, rules));
  await good(admin.patch('/admin/site', { policy: { revokeUnusedAfterDays: 90, rotateInheritedWithinDays: 30 } }));
  await good(admin.get('/statistics/tokens'));
  await good(admin.get('/tokens?stopped=true'));
}

/** The operator's commands, one of which seals everything with another key. */
export async function operate(app: TestApp): Promise<void> {
  const settings = settingsOf({ ...app.settings, secretKeys: [new Secret(OTHER_KEY), new Secret(TEST_KEY)] });
  const operator = await NestFactory.createApplicationContext(OperatorModule.register(settings), { logger: false });
  try {
    passOverSeed(operator.get(KeyRing));
    await operator.get(SiteCommands).list();
    for (const purpose of ROTATED_KEYS) await operator.get(KeyCommands).rotate(purpose);
  } finally {
    await operator.close();
  }
}

/** What stands in the rows of the seed was never sealed. */
function passOverSeed(ring: KeyRing): void {
  const isSealedWithFirstKey = ring.isSealedWithFirstKey.bind(ring);
  ring.isSealedWithFirstKey = (sealed) => sealed === UNSEALED || isSealedWithFirstKey(sealed);
}

/** Another site, as an operator opens it. */
export async function open(app: TestApp): Promise<void> {
  const { admin } = await openSite(app, 'second');
  await good(admin.get('/projects')); // which account it means goes without saying
}

/** What was noted in memory. */
export async function write({ app }: TestApp): Promise<void> {
  for (const type of [TokenUsage, SessionUse, VerificationCounter])
    await app.get<TokenUsage>(type, { strict: false }).flush();
}

/** A round of scheduled clean-up that finds a little, and the first portions of one that finds all. */
export async function care({ app, clock }: TestApp): Promise<void> {
  const round = app.get(RetentionCleanup, { strict: false });
  const lease = app.get(CleanupLease, { strict: false });
  const unitOfWork = app.get(UnitOfWork, { strict: false });
  clock.advance({ days: 31 });
  const holder = (await unitOfWork.run((tx) => lease.take(tx))) ?? '';
  await round.run(OPERATOR); // it is another's turn
  await unitOfWork.run((tx) => lease.release(tx, holder));
  await round.run(OPERATOR);
  clock.advance({ days: 400 });
  for (const { batch } of await app.get(CleanupSteps, { strict: false }).now())
    await unitOfWork.run((tx) => batch(tx, BATCH), { deadlineMs: 10_000 });
}
