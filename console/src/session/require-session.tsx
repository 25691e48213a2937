import { Center, Container, Loader } from '@mantine/core';
import { useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { text } from '../text/text';
import { Loaded } from '../ui/loaded';
import { useIsPageKept } from '../ui/kept-page';
import { SignedIn, useMeQuery, type Me } from './me';
import { useNoteOfTyping } from '../api/typed';

/** Shows what is below it to who is signed in, and the sign-in to everybody else, which leads back here. */
export function RequireSession() {
  const query = useMeQuery();
  const isKept = useIsPageKept();
  const [last, setLast] = useState<Me | null>(null);
  const { pathname, search } = useLocation();
  useNoteOfTyping(pathname);
  if (query.data === undefined && query.error === null)
    return (
      <Center h="100dvh" role="status">
        <Loader aria-label={text.loading} />
      </Center>
    );
  if (query.data === undefined)
    return (
      <Container size="sm" py="xl">
        <Loaded query={query}>{() => null}</Loaded>
      </Container>
    );
  if (query.data !== null && query.data !== last) setLast(query.data);
  const me = query.data ?? (isKept ? last : null);
  if (me === null) {
    const here = pathname + search;
    return <Navigate to={here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`} replace />;
  }
  return (
    <SignedIn value={me}>
      <Outlet />
    </SignedIn>
  );
}
