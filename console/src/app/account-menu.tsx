import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconBook, IconLogout, IconUser } from '@tabler/icons-react';
import { Link } from 'react-router';
import { pageSettings } from '../api/page-settings';
import { useMe } from '../session/me';
import { useSignOut } from '../session/use-sign-out';
import { text } from '../text/text';
import { ThemeItems } from './theme-items';

export function AccountMenu() {
  const { user, site } = useMe();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <UnstyledButton aria-label={text.account(user.username)}>
          <Avatar color="blue" variant="filled" radius="xl" size={36} aria-hidden>
            {user.username.slice(0, 2).toUpperCase()}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text span fw={600} c="var(--mantine-color-text)">
            {user.username}
          </Text>
          <br />
          {site.name}
        </Menu.Label>
        <Menu.Item component={Link} to="/profile" leftSection={<IconUser size={16} />}>
          {text.pages.profile}
        </Menu.Item>
        <Menu.Item component="a" href={`${pageSettings.base}/docs`} leftSection={<IconBook size={16} />}>
          {text.apiReference}
        </Menu.Item>
        <Menu.Divider />
        <ThemeItems />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() => {
            signOut.mutate();
          }}
        >
          {text.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
