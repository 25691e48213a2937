import { Anchor, Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../session/me';
import { text } from '../../text/text';
import { DataList } from '../../ui/data-list';
import type { Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { Time } from '../../ui/time';
import { CreateUser } from './create-user';
import { useUsers, type User, type UserFilter } from './use-users';
import { UserStatus } from './user-status';

const { users: words } = text.admin;
const KINDS = ['person', 'service'] as const;
const STATUSES = ['active', 'suspended'] as const;
const SEARCH_DELAY_MILLISECONDS = 250;

export function UsersPage() {
  const may = useMay();
  const [filter, setFilter] = useState<UserFilter>({ search: '', kind: null, status: null });
  const [search] = useDebouncedValue(filter.search, SEARCH_DELAY_MILLISECONDS);
  const [creating, { open, close }] = useDisclosure(false);
  const query = useUsers({ ...filter, search });
  return (
    <Page
      title={text.pages.users}
      intro={words.intro}
      actions={
        may('users:write') && (
          <Button leftSection={<IconPlus size={18} />} onClick={open}>
            {words.create}
          </Button>
        )
      }
    >
      <DataList
        label={words.table}
        query={query}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={<EmptyState title={words.nothingFound} />}
      >
        <Filters filter={filter} onChange={setFilter} />
      </DataList>
      <CreateUser opened={creating} onClose={close} />
    </Page>
  );
}

interface FiltersProps {
  readonly filter: UserFilter;
  readonly onChange: (filter: UserFilter) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  return (
    <Group mb="md" align="flex-end">
      <TextInput
        label={words.search}
        type="search"
        value={filter.search}
        flex="1 1 12rem"
        maw={320}
        onChange={(event) => {
          onChange({ ...filter, search: event.currentTarget.value });
        }}
      />
      <Select
        label={words.kind}
        w={170}
        placeholder={words.anyKind}
        clearable
        data={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={filter.kind}
        onChange={(value) => {
          onChange({ ...filter, kind: KINDS.find((kind) => kind === value) ?? null });
        }}
      />
      <Select
        label={words.status}
        w={150}
        placeholder={words.anyStatus}
        clearable
        data={STATUSES.map((status) => ({ value: status, label: words.statuses[status] }))}
        value={filter.status}
        onChange={(value) => {
          onChange({ ...filter, status: STATUSES.find((status) => status === value) ?? null });
        }}
      />
    </Group>
  );
}

const COLUMNS: Column<User>[] = [
  {
    title: words.columns.name,
    cell: ({ id, username }) => (
      <Anchor component={Link} to={`/admin/users/${id}`} inherit underline="always">
        {username}
      </Anchor>
    ),
  },
  { title: words.columns.email, cell: ({ email }) => email ?? words.noEmail },
  { title: words.columns.kind, cell: ({ kind }) => words.kinds[kind] },
  { title: words.columns.roles, cell: ({ roles }) => (roles.length === 0 ? words.noRoles : roles.join(', ')) },
  { title: words.columns.status, cell: (user) => <UserStatus user={user} /> },
  { title: words.columns.created, cell: ({ createdAt }) => <Time at={createdAt} words /> },
];
