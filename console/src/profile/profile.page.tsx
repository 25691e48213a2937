import { List, SimpleGrid, Stack, Text } from '@mantine/core';
import { byResource, useScopes, type Scope } from '../api/scopes';
import { useMe } from '../session/me';
import { text } from '../text/text';
import { Facts } from '../ui/facts';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Section } from '../ui/section';
import { Time } from '../ui/time';
import { ChangePassword } from './change-password';

const { profile: words } = text;

export function ProfilePage() {
  const scopes = useScopes();
  return (
    <Page title={text.pages.profile}>
      <Who />
      <Section title={words.roles}>
        <Loaded query={scopes}>{(all) => <Roles all={all} />}</Loaded>
      </Section>
      <Section title={words.scopes} hint={words.scopesHint}>
        <Loaded query={scopes}>{(all) => <HeldScopes scopes={all.filter(({ held }) => held)} />}</Loaded>
      </Section>
      <ChangePassword />
    </Page>
  );
}

function Who() {
  const { user, site, account, credential } = useMe();
  return (
    <Section title={words.who}>
      <Facts
        facts={[
          [words.username, user.username],
          [words.email, user.email ?? words.noEmail],
          [words.site, site.name],
          [words.account, account?.name ?? words.anyAccount],
          [words.sessionUntil, credential.expiresAt === null ? text.never : <Time at={credential.expiresAt} />],
        ]}
      />
    </Section>
  );
}

function Roles({ all }: { readonly all: readonly Scope[] }) {
  const { roles } = useMe();
  if (roles.length === 0) return <Text>{words.rolesEmpty}</Text>;
  return (
    <Stack gap="sm">
      {roles.map((role) => (
        <div key={role}>
          <Text fw={600}>{role}</Text>
          <Text size="sm" c="dimmed">
            {words.role[role] ?? words.ownRole(all.filter((scope) => scope.roles.includes(role)).length)}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

function HeldScopes({ scopes }: { readonly scopes: readonly Scope[] }) {
  if (scopes.length === 0) return <Text>{words.scopesEmpty}</Text>;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      {byResource(scopes).map(({ name, scopes: of }) => (
        <div key={name}>
          <Text fw={600}>{name}</Text>
          <List size="sm" listStyleType="none" withPadding={false}>
            {of.map(({ scope, description }) => (
              <List.Item key={scope}>
                {description}{' '}
                <Text span size="xs" c="dimmed" ff="monospace">
                  {scope}
                </Text>
              </List.Item>
            ))}
          </List>
        </div>
      ))}
    </SimpleGrid>
  );
}
