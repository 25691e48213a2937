import { Badge, Button, Group, Paper, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useMay } from '../../session/me';
import { text } from '../../text/text';
import { DataTable, type Column } from '../../ui/data-table';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { DeleteRole } from './delete-role';
import { RoleDialog } from './role-dialog';
import { readRole, useRoles, type EditedRole, type Role } from './use-roles';

const { roles: words } = text.admin;

export function RolesPage() {
  const mayWrite = useMay()('roles:write');
  const query = useRoles();
  const [edited, setEdited] = useState<EditedRole | 'new' | null>(null);
  const read = useChange({ mutationFn: readRole });
  // of several that are read, the one that was asked for last
  const edit = (name: string) => {
    read.mutate(name, { onSuccess: setEdited });
  };
  const [deleting, setDeleting] = useState<Role | null>(null);
  return (
    <Page
      title={text.pages.roles}
      intro={words.intro}
      actions={
        mayWrite && (
          <Button
            leftSection={<IconPlus size={18} />}
            onClick={() => {
              setEdited('new');
            }}
          >
            {words.create}
          </Button>
        )
      }
    >
      <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
        <ProblemAlert error={read.error} />
        <Loaded query={query}>
          {(roles) => (
            <DataTable
              label={words.table}
              columns={mayWrite ? [...COLUMNS, actions(edit, setDeleting)] : COLUMNS}
              rows={roles}
              keyOf={({ name }) => name}
            />
          )}
        </Loaded>
      </Paper>
      <RoleDialog
        role={edited}
        onLoadNewest={edit}
        onClose={() => {
          read.reset(); // it may be under way, for the newest version
          setEdited(null);
        }}
      />
      <DeleteRole
        role={deleting}
        onClose={() => {
          setDeleting(null);
        }}
      />
    </Page>
  );
}

const COLUMNS: Column<Role>[] = [
  {
    title: words.columns.name,
    cell: ({ name, builtIn }) => (
      <Group gap="xs">
        <Text span inherit>
          {name}
        </Text>
        {builtIn && (
          <Badge size="sm" variant="light" color="gray">
            {words.builtIn}
          </Badge>
        )}
      </Group>
    ),
  },
  { title: words.columns.description, cell: ({ description }) => description },
  {
    title: words.columns.scopes,
    cell: ({ scopes }) => (
      <Text size="xs" ff="monospace">
        {scopes.join(' ')}
      </Text>
    ),
  },
];

function actions(onEdit: (name: string) => void, onDelete: (role: Role) => void): Column<Role> {
  return {
    title: text.actions,
    isActions: true,
    cell: (role) =>
      !role.builtIn && (
        <>
          <Button
            size="xs"
            variant="default"
            aria-label={words.editNamed(role.name)}
            onClick={() => {
              onEdit(role.name);
            }}
          >
            {text.admin.users.edit}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={words.deleteNamed(role.name)}
            onClick={() => {
              onDelete(role);
            }}
          >
            {words.delete}
          </Button>
        </>
      ),
  };
}
