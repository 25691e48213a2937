import { expect, it } from '@jest/globals';
import { TokenUsage } from '../../../src/tokens/token-usage.service.js';
import { type ApiClient, bearer, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { consoleStage } from '../../support/console-stage.js';

/** axe looks at the longest of them three times. */
const MILLISECONDS = 60_000;

describeInBrowser('many tokens at once in the console', () => {
  const stage = consoleStage();
  let people = 0;
  const newPerson = () => createPerson(stage.app, `bulk-${people++}`, ['ROLE_MANAGE_PROXIES']);

  async function signedIn(): Promise<ApiClient> {
    await stage.visit.signInAsAdmin();
    return signInAsAdmin(stage.app);
  }

  /** Of a person these tokens, by their names. */
  async function tokensOf(session: ApiClient, names: readonly string[]) {
    const tokens: { id: string; token: string }[] = [];
    for (const name of names) tokens.push(await createToken(session, { name }));
    return tokens;
  }

  const stateOf = async (client: ApiClient, id: string): Promise<unknown> =>
    (await client.get(`/tokens/${id}`)).body.state;

  it('are chosen with the keyboard, one by one or all that are shown, and choosing can be taken back', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { id, session } = await newPerson();
    await tokensOf(session, ['First', 'Second', 'Third']);
    await signedIn();
    await visit.goto(`/admin/tokens?owner=${id}`, 'All tokens');
    const bar = page.getByRole('group', { name: 'With the chosen tokens' });
    expect(await bar.getByRole('button').count()).toBe(0); // nothing is offered before something is chosen
    await page.getByRole('checkbox', { name: 'Choose Second' }).focus();
    await page.keyboard.press('Space');
    await bar.getByText('1 chosen').waitFor();
    const all = page.getByRole('checkbox', { name: 'All shown' });
    expect(await all.isChecked()).toBe(false);
    await all.focus();
    await page.keyboard.press('Space');
    await bar.getByText('3 chosen').waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-tokens-chosen');
    await bar.getByRole('button', { name: 'Choose none' }).click();
    await bar.getByRole('button').first().waitFor({ state: 'detached' });
    expect(await page.getByRole('checkbox', { name: 'Choose Third' }).isChecked()).toBe(false);
    await all.check();
    await bar.getByText('3 chosen').waitFor();
    await page.getByLabel('Search by name').fill('Third'); // what is not shown must not be chosen
    await page.getByRole('row', { name: /Second/ }).waitFor({ state: 'detached' });
    expect(await page.getByText(/[23] chosen/).count()).toBe(0);
  });

  it('are handed over to one user, and those of API keys stay', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const from = await newPerson();
    const to = await newPerson();
    const tokens = await tokensOf(from.session, ['One', 'Two']);
    await from.session.post('/applications', { name: 'Sync' }); // with a token of its own
    await signedIn();
    await visit.goto(`/admin/tokens?owner=${from.id}`, 'All tokens');
    await page.getByRole('checkbox', { name: 'All shown' }).check();
    await page.getByText('3 chosen').waitFor();
    await page.getByRole('button', { name: 'Hand over', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Hand 2 tokens over' });
    await dialog.getByText('One more is of an API key and stays').waitFor();
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await dialog.getByText('Please fill this in').waitFor();
    await dialog.getByRole('combobox', { name: 'New owner' }).click();
    await page.getByRole('option', { name: to.username }).click();
    expect(await visit.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await page.getByText(`2 tokens now belong to ${to.username}.`).waitFor();
    await page.getByRole('checkbox', { name: 'Choose One' }).waitFor({ state: 'detached' });
    for (const { token } of tokens) expect((await bearer(app, token).get('/auth/me')).body.user.id).toBe(to.id);
    const { items } = (await from.session.get('/tokens?kind=application')).body as { items: { state: string }[] };
    expect(items.map(({ state }) => state)).toEqual(['active']);
  });

  it('are handed over all or none: one that is over meanwhile is named, and nothing moves', async () => {
    const { visit } = stage;
    const { page } = visit;
    const from = await newPerson();
    const to = await newPerson();
    const [stays, gone] = await tokensOf(from.session, ['Stays', 'Gone meanwhile']);
    await signedIn();
    await visit.goto(`/admin/tokens?owner=${from.id}`, 'All tokens');
    await page.getByRole('checkbox', { name: 'All shown' }).check();
    await page.getByRole('button', { name: 'Hand over', exact: true }).click();
    await from.session.delete(`/tokens/${gone?.id ?? ''}`);
    await page.getByRole('combobox', { name: 'New owner' }).click();
    await page.getByRole('option', { name: to.username }).click();
    visit.expectAnswers(409);
    await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
    const alert = page.getByRole('dialog').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/Nothing was handed over\..*Gone meanwhile.*Request \S+/s);
    expect((await from.session.get(`/tokens/${stays?.id ?? ''}`)).status).toBe(200);
  });

  it(
    'are revoked after one question, with progress and a result that says what failed and why',
    async () => {
      const { visit, app } = stage;
      const { page } = visit;
      const { id, session } = await newPerson();
      const [broken, used, unused] = await tokensOf(session, ['Broken', 'Used', 'Unused']); // the newest is tried first
      expect((await bearer(app, used?.token ?? '').get('/auth/me')).status).toBe(200);
      await app.app.get(TokenUsage, { strict: false }).flush();
      await signedIn();
      await visit.goto(`/admin/tokens?owner=${id}`, 'All tokens');
      await page.getByRole('checkbox', { name: 'All shown' }).check();
      await page.getByRole('button', { name: 'Revoke', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Revoke 3 tokens' });
      await dialog.getByText('They belong to 1 user.').waitFor();
      await dialog.getByText('One of them was used within the last day').waitFor();
      expect(await dialog.getByRole('button', { name: 'Revoke' }).isDisabled()).toBe(true);
      expect(await visit.violations()).toEqual([]);
      visit.expectAnswers(503);
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      await page.route(`**/admin/tokens/${broken?.id ?? ''}*`, async (route) => {
        await held;
        await route.fulfill({
          status: 503,
          json: { title: 'The service cannot reach its database', requestId: 'r-17' },
        });
      });
      await page.keyboard.type('3 tokens'); // the field has the focus
      await page.keyboard.press('Enter');
      await dialog.getByText('2 of 3 tokens done').waitFor();
      expect(await visit.violations()).toEqual([]);
      letGo();
      await dialog.getByText('2 tokens are revoked.').waitFor();
      await dialog.getByText('Broken: The service cannot reach its database (Request r-17)').waitFor();
      await visit.keepScreenshots('light-tokens-revoked');
      expect(await visit.violations()).toEqual([]);
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await page.getByRole('row', { name: /Used/ }).waitFor({ state: 'detached' });
      await page.getByRole('row', { name: /Broken/ }).waitFor();
      expect(await page.getByText(/\d chosen/).count()).toBe(0);
      const states = [used, unused, broken].map((token) => stateOf(session, token?.id ?? ''));
      expect(await Promise.all(states)).toEqual(['revoked', 'revoked', 'active']);
    },
    MILLISECONDS,
  );

  it('are told of when none of them is left in the list, and the focus is somewhere afterwards', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { id, session } = await newPerson();
    await tokensOf(session, ['Last one', 'Very last one']);
    await signedIn();
    await visit.goto(`/admin/tokens?owner=${id}`, 'All tokens');
    await page.getByRole('checkbox', { name: 'All shown' }).check();
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('2 tokens are revoked.').waitFor();
    await page.getByText('No token matches.').waitFor();
    expect(await page.getByText('2 tokens are revoked.').isVisible()).toBe(true);
    await page.keyboard.press('Enter'); // the button has the focus
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('All tokens');
  });

  it('stop being revoked when that is asked for', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { id, session } = await newPerson();
    const tokens = await tokensOf(session, ['A', 'B', 'C']);
    await signedIn();
    await visit.goto(`/admin/tokens?owner=${id}`, 'All tokens');
    await page.getByRole('checkbox', { name: 'All shown' }).check();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/admin/tokens/*', async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('0 of 3 tokens done').waitFor();
    await page.keyboard.press('Escape'); // it would go on unseen
    await page.getByRole('button', { name: 'Stop' }).click();
    letGo();
    await page.getByText('1 token is revoked.').waitFor();
    await page.getByText('Stopped: 2 tokens were not tried.').waitFor();
    const states = await Promise.all(tokens.map((token) => stateOf(session, token.id)));
    expect(states.filter((state) => state === 'active')).toHaveLength(2);
  });

  it('change hands with the API keys of a user, from the page of that user', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const from = await newPerson();
    const to = await newPerson();
    const [token] = await tokensOf(from.session, ['Moving along']);
    const application = (await from.session.post('/applications', { name: 'Handed on' })).body as { id: string };
    await signedIn();
    await visit.goto(`/admin/users/${from.id}`, from.username);
    await page.getByRole('button', { name: 'Hand everything over' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'New owner' }).click();
    expect(await page.getByRole('option', { name: from.username, exact: true }).count()).toBe(0);
    await page.getByRole('option', { name: to.username }).click();
    expect(await visit.violations()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
    await page.getByText(new RegExp(`1 API key now belong to ${to.username}\\.`)).waitFor();
    expect((await to.session.get(`/applications/${application.id}`)).body.name).toBe('Handed on');
    expect((await bearer(app, token?.token ?? '').get('/auth/me')).body.user.id).toBe(to.id);
  });
});
