import { ActionIcon, Anchor, Badge, Button, Code, Text, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { text } from '../text/text';
import { DataList } from '../ui/data-list';
import type { Column } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';
import { Time } from '../ui/time';
import { RegisterApplication } from './register-application';
import { Traffic } from './traffic';
import { useApplications, type Application } from './use-applications';

const { applications: words } = text;

const COLUMNS: Column<Application>[] = [
  { title: words.columns.name, cell: (application) => <ApplicationName application={application} /> },
  { title: words.columns.clientId, cell: ({ clientId }) => <Code>{clientId}</Code> },
  { title: words.columns.secrets, cell: ({ secrets }) => secrets.length },
  { title: words.columns.traffic, cell: ({ lastUsedAt }) => <Traffic at={lastUsedAt} /> },
  { title: words.columns.created, cell: ({ createdAt }) => <Time at={createdAt} words /> },
];

export function ApplicationsPage() {
  const query = useApplications();
  const [registering, setRegistering] = useState(false);
  const register = () => {
    setRegistering(true);
  };
  return (
    <Page
      title={text.pages.applications}
      intro={words.intro}
      actions={
        <Tooltip label={words.register}>
          <ActionIcon size={40} aria-label={words.register} onClick={register}>
            <IconPlus size={22} />
          </ActionIcon>
        </Tooltip>
      }
    >
      <DataList
        label={words.table}
        query={query}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={
          <EmptyState
            title={words.empty}
            hint={words.emptyHint}
            action={
              <Button leftSection={<IconPlus size={18} />} onClick={register}>
                {words.register}
              </Button>
            }
          />
        }
      />
      <RegisterApplication
        opened={registering}
        onClose={() => {
          setRegistering(false);
        }}
      />
    </Page>
  );
}

function ApplicationName({ application }: { readonly application: Application }) {
  const { id, name, description, transferred } = application;
  return (
    <>
      <Anchor component={Link} to={`/applications/${id}`} inherit underline="always">
        {name}
      </Anchor>{' '}
      {transferred !== null && (
        <Badge size="sm" variant="dot" color="orange">
          {text.tokens.transferred}
        </Badge>
      )}
      {description !== '' && (
        <Text size="xs" c="dimmed" fw={400}>
          {description}
        </Text>
      )}
    </>
  );
}
