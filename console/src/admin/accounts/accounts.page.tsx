import { Badge, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { usePages } from '../../api/pages';
import { useChange } from '../../api/use-change';
import { useMay } from '../../session/me';
import { text } from '../../text/text';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { DataList } from '../../ui/data-list';
import type { Column } from '../../ui/data-table';
import { notifyDone } from '../../ui/notify';
import { Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { Time } from '../../ui/time';
import { useKept } from '../../ui/use-kept';
import { type Account, AccountDialog, type EditedAccount } from './account-dialog';

const { accounts: words } = text.admin;

export function AccountsPage() {
  const mayWrite = useMay()('accounts:write');
  const query = usePages(['accounts', 'list'], (cursor) =>
    answerOf(api.GET('/accounts', { params: { query: cursor } })),
  );
  const [edited, setEdited] = useState<EditedAccount | null>(null);
  const [suspending, setSuspending] = useState<Account | null>(null);
  const change = useChangeStatus(() => {
    setSuspending(null);
  });
  const shown = useKept(suspending);
  const toggle = (account: Account) => {
    change.reset();
    if (account.status === 'active') setSuspending(account);
    else change.mutate(account);
  };
  return (
    <Page
      title={text.pages.accounts}
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
      {suspending === null && <ProblemAlert error={change.error} />}
      <DataList
        label={words.table}
        query={query}
        columns={mayWrite ? [...COLUMNS, actions(setEdited, toggle)] : COLUMNS}
        keyOf={({ id }) => id}
      />
      <AccountDialog
        account={edited}
        onClose={() => {
          setEdited(null);
        }}
      />
      <ConfirmDialog
        opened={suspending !== null}
        title={words.suspendTitle(shown?.name ?? '')}
        hint={words.suspendHint}
        submit={words.suspend}
        isRunning={change.isPending}
        error={change.error}
        onConfirm={() => {
          if (suspending !== null) change.mutate(suspending);
        }}
        onClose={() => {
          setSuspending(null);
        }}
      />
    </Page>
  );
}

function useChangeStatus(onDone: () => void) {
  const queries = useQueryClient();
  return useChange({
    mutationFn: ({ id, status }: Account) => {
      const params = { path: { id } };
      return answerOf(
        status === 'active'
          ? api.POST('/accounts/{id}/suspend', { params })
          : api.POST('/accounts/{id}/resume', { params }),
      );
    },
    onSuccess: async (_, { name, status }) => {
      notifyDone(status === 'active' ? words.suspended(name) : words.resumed(name));
      onDone();
      await queries.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
}

const COLUMNS: Column<Account>[] = [
  { title: words.columns.name, cell: ({ name }) => name },
  { title: words.columns.description, cell: ({ description }) => description ?? '' },
  {
    title: words.columns.status,
    cell: ({ status }) => (
      <Badge variant="dot" color={status === 'active' ? 'green' : 'orange'} tt="none">
        {words.statuses[status]}
      </Badge>
    ),
  },
  { title: words.columns.created, cell: ({ createdAt }) => <Time at={createdAt} words /> },
];

function actions(onEdit: (account: Account) => void, onToggle: (account: Account) => void): Column<Account> {
  return {
    title: text.actions,
    isActions: true,
    cell: (account) => {
      const isActive = account.status === 'active';
      return (
        <>
          <Button
            size="xs"
            variant="default"
            aria-label={words.editNamed(account.name)}
            onClick={() => {
              onEdit(account);
            }}
          >
            {words.edit}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={isActive ? words.suspendNamed(account.name) : words.resumeNamed(account.name)}
            onClick={() => {
              onToggle(account);
            }}
          >
            {isActive ? words.suspend : words.resume}
          </Button>
        </>
      );
    },
  };
}
