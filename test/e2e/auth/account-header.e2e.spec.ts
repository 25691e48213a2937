import { Controller, Get, Module, type DynamicModule } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountCall, CurrentAccountId, RequireScopes } from '../../../src/shared/authz/access.js';
import {
  anonymous,
  type ApiAnswer,
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { openSite } from '../../support/second-site.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { rawTls } from '../http/raw-request.js';

@Controller('account-call')
class AccountCallController {
  @Get()
  @AccountCall()
  @RequireScopes('projects:read')
  read(@CurrentAccountId() accountId: string): { accountId: string } {
    return { accountId };
  }
}

@Module({})
class AccountCallModule {}

const accountCalls: DynamicModule = { module: AccountCallModule, controllers: [AccountCallController] };

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let ann: TestPerson;
  let token: string;
  let first: string;

  beforeAll(async () => {
    app = await startTestApp(dialect, {
      modules: [accountCalls],
      settings: { accountHeaders: ['X-Account-Id', 'X-Org-Id'] },
    });
    admin = await signInAsAdmin(app);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
    token = (await createToken(ann.session)).token;
    first = (await admin.get('/accounts')).body.items[0].id;
  });
  afterAll(() => app.stop());

  const call = (value: string, headers: Record<string, string> = {}) =>
    bearer(app, value).get('/account-call', headers);
  const said = ({ status, body }: ApiAnswer) => (status === 200 ? body.accountId : `${status} ${body.code}`);
  const raw = async (lines: readonly string[]) => {
    const port = Number(new URL(app.url).port);
    const head = ['GET /api/v1/account-call HTTP/1.1', 'Host: localhost', 'Connection: close'];
    const request = [...head, `Authorization: Bearer ${token}`, ...lines, '', ''].join('\r\n');
    return Number((await rawTls({ port, ca: app.certificate }, request)).split(' ')[1]);
  };

  it("without a header is about the site's only account", async () => {
    expect(said(await call(token))).toBe(first);
    expect(said(await ann.session.get('/account-call'))).toBe(first);
  });

  it('is asked for a credential and a scope before it says anything about accounts', async () => {
    expect(said(await anonymous(app).get('/account-call', { 'x-account-id': 'nonsense' }))).toBe(
      '401 authentication_required',
    );
    const narrow = (await createToken(ann.session, { scopes: ['projects:write'] })).token;
    expect(said(await call(narrow, { 'x-account-id': 'nonsense' }))).toBe('403 insufficient_scope');
  });

  describe('in a site with several accounts', () => {
    let second: string;
    let pinned: string;

    beforeAll(async () => {
      second = (await admin.post('/accounts', { name: 'Second' })).body.id;
      pinned = (await createToken(ann.session, { accountId: first })).token;
    });

    it("is about the header's, else the token's, else 400 account_required", async () => {
      expect(said(await call(token))).toBe('400 account_required');
      expect(said(await call(token, { 'x-account-id': second }))).toBe(second);
      expect(said(await call(pinned))).toBe(first);
      expect(said(await call(pinned, { 'x-account-id': first }))).toBe(first);
      expect(said(await call(pinned, { 'x-account-id': second }))).toBe('403 account_mismatch');
    });

    it('takes the further names of the settings, whatever the case of name and id', async () => {
      expect(said(await call(token, { 'x-org-id': second }))).toBe(second);
      expect(said(await call(token, { 'X-ORG-ID': second, 'X-ACCOUNT-ID': second }))).toBe(second);
      expect(said(await call(token, { 'x-tenant-id': second }))).toBe('400 account_required');
    });

    it('[6] refuses two headers that disagree, in one name or in two', async () => {
      expect(said(await call(token, { 'x-account-id': first, 'x-org-id': second }))).toBe('400 invalid_request');
      expect(await raw([`X-Account-Id: ${first}`, `X-Account-Id: ${second}`])).toBe(400);
      expect(await raw([`X-Account-Id: ${first}`, `x-org-id: ${second}`])).toBe(400);
      expect(await raw([`X-Account-Id: ${first}`, `X-Account-Id: ${first}`])).toBe(200);
      expect(await raw([`X-Account-Id: ${first}, ${second}`])).toBe(400);
    });

    it('[80] is the same header with `_`, which CGI, WSGI and PHP take for `-`', async () => {
      const number = `X-Account-Id: ${first}`;
      for (const name of ['X_Account_Id', 'x_account-id', 'X-ACCOUNT_ID', 'X_Org_Id', 'x-org_id']) {
        expect([name, said(await call(token, { [name]: second }))]).toEqual([name, second]);
        expect([name, said(await call(pinned, { [name]: second }))]).toEqual([name, '403 account_mismatch']);
        expect([name, await raw([number, `${name}: ${second}`])]).toEqual([name, 400]);
        expect([name, await raw([`${name}: ${second}`, number])]).toEqual([name, 400]);
        expect([name, await raw([number, `${name}: ${first.toUpperCase()}`])]).toEqual([name, 200]);
      }
    });

    it.each(['', ' ', 'acme', '*', '0', "' OR 1=1 --", 'null', '../x'])('refuses "%s" as an id', async (id) => {
      expect(said(await call(token, { 'x-account-id': id }))).toBe('400 validation_failed');
    });

    it("[46] answers 404 for another site's account, as for none", async () => {
      const other = await openSite(app, 'other');
      const [foreign, none] = [
        await call(token, { 'x-account-id': other.accountId }),
        await call(token, { 'x-account-id': '0199c0de-0000-7000-8000-00000000dead' }),
      ];
      expect([foreign.status, none.status]).toEqual([404, 404]);
      expect({ ...foreign.body, requestId: '' }).toEqual({ ...none.body, requestId: '' });
    });

    it('refuses a suspended one, named or pinned, until it is resumed', async () => {
      const secondPinned = (await createToken(ann.session, { accountId: second })).token;
      await admin.post(`/accounts/${second}/suspend`);
      expect(said(await call(token, { 'x-account-id': second }))).toBe('403 account_suspended');
      expect(said(await call(secondPinned))).toBe('403 account_suspended');
      expect(said(await ann.session.get('/account-call', { 'x-account-id': second }))).toBe('403 account_suspended');
      await admin.post(`/accounts/${second}/resume`);
      expect(said(await call(secondPinned))).toBe(second);
    });
  });
});
