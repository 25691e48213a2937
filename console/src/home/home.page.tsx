import { lazy, Suspense } from 'react';
import { useMay, useMe } from '../session/me';
import { text } from '../text/text';
import { Page } from '../ui/page';
import { Attention } from './attention';
import { OwnFigures, SiteFigures } from './figures';
import { GettingStarted } from './getting-started';

const { home } = text;

/** Not what everybody sees, and not needed to see the rest. */
const Verifications = lazy(async () => ({ default: (await import('./verifications')).Verifications }));

export function HomePage() {
  const { user, site } = useMe();
  const may = useMay();
  return (
    <Page title={home.greeting(user.username)} intro={home.intro(site.name)}>
      <GettingStarted />
      <Attention />
      <OwnFigures />
      {may('tokens:admin') && (
        <>
          <SiteFigures />
          <Suspense>
            <Verifications />
          </Suspense>
        </>
      )}
    </Page>
  );
}
