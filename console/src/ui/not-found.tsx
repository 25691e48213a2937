import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { text } from '../text/text';
import { Page } from './page';

export function NotFound() {
  return (
    <Page title={text.notFound.title} intro={text.notFound.hint}>
      <Button component={Link} to="/">
        {text.notFound.home}
      </Button>
    </Page>
  );
}
