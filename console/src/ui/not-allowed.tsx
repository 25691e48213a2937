import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { text } from '../text/text';
import { Page } from './page';

/** For who followed a link to a page that their roles don't open. */
export function NotAllowed() {
  return (
    <Page title={text.notAllowed.title} intro={text.notAllowed.hint}>
      <Button component={Link} to="/">
        {text.notFound.home}
      </Button>
    </Page>
  );
}
