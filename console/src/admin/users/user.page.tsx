import { Anchor, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { NotFound } from '../../ui/not-found';
import { RegisterApplication } from '../../applications/register-application';
import { useMay, useMe } from '../../session/me';
import { text } from '../../text/text';
import { Facts } from '../../ui/facts';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { Time } from '../../ui/time';
import { useSiteOwner } from '../site/use-site';
import { EditUser } from './edit-user';
import { HandOverEverything } from './hand-over-everything';
import { RenewInvitation } from './renew-invitation';
import { SuspendUser } from './suspend-user';
import { isNobody, useUser, type User } from './use-users';
import { UserStatus } from './user-status';

const { users: words } = text.admin;

export function UserPage() {
  const { id = '' } = useParams();
  const query = useUser(id);
  if (isNobody(query.error)) return <NotFound />;
  return <Loaded query={query}>{(user) => <UserDetail user={user} />}</Loaded>;
}

function UserDetail({ user }: { readonly user: User }) {
  const may = useMay();
  const isSelf = useMe().user.id === user.id;
  const isOwner = useSiteOwner() === user.id;
  return (
    <Page title={user.username} actions={may('users:write') && <EditUser user={user} />}>
      <Section title={words.details}>
        <Facts facts={factsOf(user)} />
      </Section>
      {may('tokens:admin') && <UserTokens user={user} />}
      {may('users:write') && (
        <Group>
          {!isSelf && !isOwner && user.kind === 'person' && <RenewInvitation user={user} />}
          {!isSelf && <SuspendUser user={user} />}
          {!isSelf && (
            <Button component={Link} to={`/admin/users/${user.id}/removal`} color="red" variant="outline">
              {words.remove}
            </Button>
          )}
        </Group>
      )}
      {may('users:write') && !isSelf && isOwner && <Text size="sm">{words.invitation.ownerHint}</Text>}
    </Page>
  );
}

function factsOf(user: User) {
  const { username, email, kind, roles, passwordSet, createdAt } = user;
  const { columns } = words;
  return [
    [columns.name, username],
    [columns.email, email ?? words.noEmail],
    [columns.kind, words.kinds[kind]],
    [columns.roles, roles.length === 0 ? words.noRoles : roles.join(', ')],
    [columns.status, <UserStatus key="status" user={user} />],
    ...(kind === 'person'
      ? ([[words.password, passwordSet ? words.passwordSet : words.passwordMissing]] as const)
      : []),
    [columns.created, <Time key="created" at={createdAt} />],
  ] as const;
}

function UserTokens({ user }: { readonly user: User }) {
  const { id, kind, status } = user;
  return (
    <Section
      title={words.tokens}
      actions={
        <Group gap="xs">
          {kind === 'service' && status === 'active' && <NewCredentials id={id} />}
          <HandOverEverything user={user} />
        </Group>
      }
    >
      <Text>
        <Anchor component={Link} to={`/admin/tokens?owner=${id}`} underline="always">
          {words.showTokens}
        </Anchor>
      </Text>
    </Section>
  );
}

/** A service account never signs in: administrators make its credentials. */
function NewCredentials({ id }: { readonly id: string }) {
  const [registering, setRegistering] = useState(false);
  return (
    <>
      <Button component={Link} to={`/admin/users/${id}/tokens/new`} variant="default">
        {words.newToken}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          setRegistering(true);
        }}
      >
        {words.newApplication}
      </Button>
      <RegisterApplication
        userId={id}
        opened={registering}
        onClose={() => {
          setRegistering(false);
        }}
      />
    </>
  );
}
