import type { ConsoleVisit } from './console-visit.js';

// For the browser, and so as text: its types are not those of the tests.
const FIELD_VALUES = `[...document.querySelectorAll('input, textarea')].map((field) => field.value).join()`;

/** Where a secret that was shown once can still be found in the browser: nowhere, if all is well. */
export async function remains(visit: ConsoleVisit, secret: string): Promise<string[]> {
  const { page, context } = visit;
  const places: Record<string, string> = {
    'the document': await page.content(),
    'the values of fields': await page.evaluate<string>(FIELD_VALUES),
    storage: JSON.stringify(await context.storageState({ indexedDB: true })),
    'the session storage': await page.evaluate<string>('JSON.stringify({ ...sessionStorage })'),
    'the address': page.url(),
    'the history state': await page.evaluate<string>('JSON.stringify(history.state)'),
    'the cache storage': JSON.stringify(await page.evaluate('caches.keys()')),
    'what going back shows': await afterGoingBack(visit),
  };
  return Object.entries(places)
    .filter(([, text]) => text.includes(secret))
    .map(([place]) => place);
}

async function afterGoingBack({ page }: ConsoleVisit): Promise<string> {
  const here = page.url();
  await page.goBack();
  const shown = (await page.content()) + page.url();
  await page.goto(here);
  return shown;
}
