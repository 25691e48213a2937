import { AppShell, Burger, Container, Group } from '@mantine/core';
import { useDisclosure, useReducedMotion } from '@mantine/hooks';
import { Link, Outlet, useNavigation } from 'react-router';
import { text } from '../text/text';
import { AccountMenu } from './account-menu';
import { Brand } from '../ui/brand';
import { Navigation } from './navigation';

const MAIN = 'content';

/** The frame around every page of who is signed in. */
export function Shell() {
  const [opened, menu] = useDisclosure(false);
  const isStill = useReducedMotion();
  const isLoading = useNavigation().state !== 'idle';
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 260, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      transitionDuration={isStill ? 0 : 200}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <a className="skip-link" href={`#${MAIN}`}>
        {text.skipToContent}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="sm">
            <Burger
              hiddenFrom="sm"
              size="sm"
              opened={opened}
              onClick={menu.toggle}
              aria-label={opened ? text.closeMenu : text.openMenu}
              aria-expanded={opened}
            />
            <Link to="/" style={{ color: 'inherit', textDecoration: 'none' }}>
              <Brand />
            </Link>
          </Group>
          <AccountMenu />
        </Group>
      </AppShell.Header>
      {/* what an administrator may do is longer than a phone's screen is high */}
      <AppShell.Navbar p="sm" aria-label={text.navigation} style={{ overflowY: 'auto' }}>
        <Navigation onFollow={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main id={MAIN} tabIndex={-1} aria-busy={isLoading} style={{ outline: 'none' }}>
        <Container size="lg" px={0} mx={0}>
          <Outlet />
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}
