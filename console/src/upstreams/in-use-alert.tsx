import { Alert, Anchor, Code, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { ProblemError } from '../api/problem';
import { useMay } from '../session/me';
import { text } from '../text/text';
import { upstreams } from '../text/upstreams';

const { general: words } = upstreams;

interface User {
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

/** The page of a thing that uses another, and the scope that it takes to see it. */
const PAGES: Readonly<Record<string, { readonly scope: string; readonly path: string }>> = {
  connection: { scope: 'security:read', path: '/upstreams/connections' },
  proxy: { scope: 'proxies:read', path: '/proxies' },
};

/** Why something was not deleted: what uses it, each with the way there if one may go it. */
export function InUseAlert({ name, error }: { readonly name: string; readonly error: ProblemError }) {
  const users = usersOf(error);
  const { requestId } = error.problem;
  return (
    <Alert role="alert" color="red" title={words.inUse(name)}>
      <Text size="sm">{users.length === 0 ? words.inUseElsewhere : words.inUseHint}</Text>
      <List size="sm" mt="xs">
        {users.map((user) => (
          <List.Item key={user.id}>
            {words.usedBy[user.type] ?? user.type} <UserName user={user} />
          </List.Item>
        ))}
      </List>
      {requestId !== undefined && (
        <Text size="xs" mt="xs">
          {text.errors.requestId} <Code>{requestId}</Code>
        </Text>
      )}
    </Alert>
  );
}

function UserName({ user: { type, id, name } }: { readonly user: User }) {
  const may = useMay();
  const page = PAGES[type];
  if (page === undefined || !may(page.scope)) return name;
  return (
    <Anchor component={Link} to={`${page.path}/${id}`} inherit c="inherit" underline="always">
      {name}
    </Anchor>
  );
}

function usersOf({ problem }: ProblemError): readonly User[] {
  const { usedBy } = problem as { readonly usedBy?: readonly User[] };
  return usedBy ?? [];
}
