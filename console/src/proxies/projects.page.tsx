import { Anchor, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMay } from '../session/me';
import { proxies as proxyWords } from '../text/proxies';
import { text } from '../text/text';
import { DataList } from '../ui/data-list';
import type { Column } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';
import { Time } from '../ui/time';
import { AccountChoice } from './account-choice';
import { ProjectDialog } from './project-dialog';
import { useAccount } from './use-account';
import { useProjects, type Project } from './use-projects';

const { projects: words } = proxyWords;

export function ProjectsPage() {
  const mayWrite = useMay()('projects:write');
  const query = useProjects();
  const [creating, { open, close }] = useDisclosure(false);
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={18} />} onClick={open}>
      {words.create}
    </Button>
  );
  return (
    <Page title={text.pages.projects} intro={words.intro} actions={create}>
      <AccountChoice />
      <DataList
        label={words.table}
        query={query}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={<EmptyState title={words.empty} hint={mayWrite ? words.emptyHint : words.emptyReader} action={create} />}
      />
      <ProjectDialog opened={creating} onClose={close} />
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
