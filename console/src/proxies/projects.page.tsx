import { Anchor, Button, Paper, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../session/me';
import { text } from '../text/text';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { LoadMore } from '../ui/load-more';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Time } from '../ui/time';
import { AccountChoice } from './account-choice';
import { ProjectDialog } from './project-dialog';
import { useAccount } from './use-account';
import { useProjects, type Project } from './use-projects';

const { projects: words } = text.proxies;

export function ProjectsPage() {
  const mayWrite = useMay()('projects:write');
  const query = useProjects();
  const [creating, setCreating] = useState(false);
  const create = mayWrite && (
    <Button
      leftSection={<IconPlus size={18} />}
      onClick={() => {
        setCreating(true);
      }}
    >
      {words.create}
    </Button>
  );
  return (
    <Page title={text.pages.projects} intro={words.intro} actions={create}>
      <AccountChoice />
      <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
        <Loaded query={query}>
          {(projects) =>
            projects.length === 0 ? (
              <EmptyState title={words.empty} hint={mayWrite ? words.emptyHint : words.emptyReader} action={create} />
            ) : (
              <DataTable label={words.table} columns={COLUMNS} rows={projects} keyOf={({ id }) => id} />
            )
          }
        </Loaded>
        <LoadMore query={query} />
      </Paper>
      <ProjectDialog
        opened={creating}
        onClose={() => {
          setCreating(false);
        }}
      />
    </Page>
  );
}

const COLUMNS: Column<Project>[] = [
  { title: words.columns.name, cell: (project) => <ProjectLink project={project} /> },
  {
    title: words.columns.description,
    cell: ({ description }) => (
      <Text size="sm" c="dimmed" lineClamp={2}>
        {description}
      </Text>
    ),
  },
  { title: words.columns.created, cell: ({ createdAt }) => <Time at={createdAt} words /> },
];

function ProjectLink({ project: { id, name } }: { readonly project: Project }) {
  const { linkTo } = useAccount();
  return (
    <Anchor component={Link} to={linkTo(`/projects/${id}`)} inherit underline="always">
      {name}
    </Anchor>
  );
}
