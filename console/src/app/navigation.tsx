import { NavLink, Stack, Text } from '@mantine/core';
import {
  IconApps,
  IconBuilding,
  IconCertificate,
  IconCode,
  IconDevices,
  IconFlag,
  IconHome,
  IconKey,
  IconListSearch,
  IconLock,
  IconPlugConnected,
  IconSearch,
  IconSettings,
  IconShield,
  IconTicket,
  IconUser,
  IconUsers,
  IconRoute,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { Link, useLocation } from 'react-router';
import { useMay } from '../session/me';
import { text } from '../text/text';

interface Entry {
  readonly to: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  /** The scope that the page takes; who lacks it isn't offered it. */
  readonly scope?: string;
  /** Where the pages of what is listed there are, if not below it. */
  readonly with?: string;
}

const { pages, sections } = text;

const SECTIONS: readonly (readonly [string, readonly Entry[]])[] = [
  [
    sections.you,
    [
      { to: '/', label: pages.home, icon: IconHome },
      { to: '/profile', label: pages.profile, icon: IconUser },
      { to: '/tokens', label: pages.tokens, icon: IconTicket },
      { to: '/developer', label: pages.developer, icon: IconCode },
      { to: '/sessions', label: pages.sessions, icon: IconDevices },
      { to: '/leaks', label: pages.leaks, icon: IconFlag },
    ],
  ],
  [sections.applications, [{ to: '/applications', label: pages.applications, icon: IconApps }]],
  [
    sections.gateway,
    [
      { to: '/projects', label: pages.projects, icon: IconRoute, scope: 'projects:read', with: '/proxies' },
      { to: '/upstreams/connections', label: pages.connections, icon: IconPlugConnected, scope: 'security:read' },
      { to: '/upstreams/credentials', label: pages.credentials, icon: IconLock, scope: 'security:read' },
      { to: '/upstreams/certificates', label: pages.certificates, icon: IconCertificate, scope: 'security:read' },
    ],
  ],
  [
    sections.administration,
    [
      { to: '/admin/users', label: pages.users, icon: IconUsers, scope: 'users:read' },
      { to: '/admin/tokens', label: pages.allTokens, icon: IconKey, scope: 'tokens:admin' },
      { to: '/admin/identify', label: pages.identify, icon: IconSearch, scope: 'tokens:admin' },
      { to: '/admin/roles', label: pages.roles, icon: IconShield, scope: 'roles:read' },
      { to: '/admin/accounts', label: pages.accounts, icon: IconBuilding, scope: 'accounts:read' },
      { to: '/admin/site', label: pages.site, icon: IconSettings, scope: 'site:write' },
      { to: '/admin/audit', label: pages.audit, icon: IconListSearch, scope: 'audit:read' },
    ],
  ],
];

interface NavigationProps {
  /** A link was followed: a narrow screen's menu closes. */
  readonly onFollow: () => void;
}

export function Navigation({ onFollow }: NavigationProps) {
  const may = useMay();
  const { pathname } = useLocation();
  const isBelow = (to: string) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`));
  const isHere = ({ to, with: other = to }: Entry) => isBelow(to) || isBelow(other);
  return (
    <Stack gap="lg">
      {SECTIONS.map(([title, entries]) => {
        const open = entries.filter(({ scope }) => scope === undefined || may(scope));
        if (open.length === 0) return null;
        return (
          <div key={title}>
            <Text size="xs" fw={600} c="dimmed" px="sm" pb={4}>
              {title}
            </Text>
            {open.map((entry) => (
              <NavLink
                key={entry.to}
                component={Link}
                to={entry.to}
                label={entry.label}
                leftSection={<entry.icon size={18} stroke={1.6} aria-hidden />}
                active={isHere(entry)}
                bdrs="md"
                aria-current={isHere(entry) ? 'page' : undefined}
                onClick={onFollow}
              />
            ))}
          </div>
        );
      })}
    </Stack>
  );
}
