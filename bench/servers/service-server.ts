// The service itself, as main.ts starts it, on a database with one person, their tokens and a caller that may introspect. It
// reports its port and the tokens' values, which only the maker of a token ever knows.
import { Logger } from '@nestjs/common';
import { processSettings } from '../../src/platform/config/process-settings.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createApp } from '../../src/app/create-app.js';
import { SYSTEM } from '../../src/platform/audit/audit.types.js';
import { Sites } from '../../src/directory/sites/sites.service.js';
import { TokenIssuer } from '../../src/tokens/token-issuer.js';
import { UserCreation } from '../../src/directory/users/user-creation.js';
import { CredentialCheck } from '../../src/principals/credential-check.service.js';
import { Refusal } from '../../src/principals/refusal.js';
import { ApplicationRegistration } from '../../src/applications/registration/application-registration.js';
import type { Principal } from '../../src/shared/authz/principal.js';
import { Authority } from '../../src/shared/authz/authority.js';
import { Makers } from '../../src/platform/database/makers.js';

const BATCH = 500;

const settings = processSettings();
const app = await createApp(settings);
await app.listen(0, '127.0.0.1');
const [site] = await app.get(Sites, { strict: false }).all();
if (site === undefined) throw new Error('the first start made no site');
const siteId = site.id;
const unitOfWork = app.get(UnitOfWork);

const owner = await unitOfWork.run((tx) =>
  app.get(UserCreation, { strict: false }).create(tx, {
    siteId,
    username: 'bench',
    email: 'bench@example.com',
    kind: 'person',
    roles: ['ROLE_MANAGE_PROXIES'],
    password: null,
    actor: SYSTEM,
  }),
);
const [caller = ''] = await issue(site.ownerId ?? '', 1);
const tokens: string[] = [];
const wanted = Number(process.env['BENCH_TOKENS'] ?? 1);
while (tokens.length < wanted) tokens.push(...(await issue(owner.id, Math.min(BATCH, wanted - tokens.length))));
Logger.flush();
const address = app.getHttpServer().address() as { port: number };
process.send?.({ port: address.port, tokens, caller, client: await register(site.ownerId ?? '') });
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));

async function personOf(userId: string): Promise<Principal> {
  const person = await app.get(CredentialCheck, { strict: false }).person(userId);
  if (person instanceof Refusal) throw new Error(`the owner of the tokens: ${person.reason}`);
  return person;
}

async function register(ownerId: string): Promise<{ id: string; secret: string }> {
  const registration = app.get(ApplicationRegistration, { strict: false });
  const actor = { principal: await personOf(ownerId), address: '127.0.0.1', requestId: 'bench', userAgent: null };
  const { application, secret } = await registration.register(actor, {
    name: 'bench',
    description: '',
    scopes: null,
    tokenFormat: 'opaque',
    tokenTtlSeconds: 3_600,
    issueToken: false,
  });
  return { id: application.clientId, secret: secret.value };
}

async function issue(ownerId: string, count: number): Promise<string[]> {
  const spec = { siteId, ownerId, createdBy: ownerId, kind: 'personal', name: 'bench', scopes: null } as const;
  const bounds = {
    ceiling: null,
    within: null,
    accountId: null,
    allowedNetworks: null,
    applicationId: null,
    expiresAt: null,
    inherited: null,
  };
  const person = await personOf(ownerId);
  const issuer = app.get(TokenIssuer, { strict: false });
  return unitOfWork.run(
    async (tx) => {
      const authority = Authority.toFetch(await app.get(Makers, { strict: false }).again(tx, person));
      const values: string[] = [];
      for (let i = 0; i < count; i++)
        values.push((await issuer.issueOpaque(tx, authority, { ...spec, ...bounds })).value);
      return values;
    },
    { deadlineMs: 60_000 },
  );
}
