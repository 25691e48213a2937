import { Anchor, Button, Code, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { hasCode } from '../api/problem';
import { NotFound } from '../ui/not-found';
import { useMay } from '../session/me';
import { proxies as proxyWords } from '../text/proxies';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { LoadMore } from '../ui/load-more';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Section } from '../ui/section';
import { Time } from '../ui/time';
import { DeleteProject } from './delete-project';
import { ProjectDialog } from './project-dialog';
import { ProxyState } from './proxy-state';
import { Trail } from './trail';
import { useAccount } from './use-account';
import { useProject, type Project } from './use-projects';
import { useProxiesOf, type Proxy } from './use-proxies';

const { projects: words } = proxyWords;

export function ProjectPage() {
  const { id = '' } = useParams();
  const query = useProject(id);
  // an address that is no id at all is a 400, and means the same to a reader
  if (hasCode(query.error, 'project_not_found') || hasCode(query.error, 'validation_failed')) return <NotFound />;
  return <Loaded query={query}>{(project) => <ProjectDetail project={project} />}</Loaded>;
}

type Asked = 'edit' | 'delete' | null;

function ProjectDetail({ project }: { readonly project: Project }) {
  const mayWrite = useMay()('projects:write');
  const navigate = useNavigate();
  const { linkTo } = useAccount();
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => {
    setAsked(null);
  };
  return (
    <>
      <Trail />
      <Page
        title={project.name}
        {...(project.description === null ? {} : { intro: project.description })}
        actions={
          mayWrite && (
            <Button
              variant="default"
              onClick={() => {
                setAsked('edit');
              }}
            >
              {words.edit}
            </Button>
          )
        }
      >
        <ProxiesOf project={project} />
        {mayWrite && (
          <>
            <Button
              color="red"
              variant="outline"
              onClick={() => {
                setAsked('delete');
              }}
            >
              {words.delete}
            </Button>
            <ProjectDialog project={project} opened={asked === 'edit'} onClose={close} />
            <DeleteProject
              project={project}
              opened={asked === 'delete'}
              onClose={close}
              onDeleted={async () => navigate(linkTo('/projects'), { replace: true })}
            />
          </>
        )}
      </Page>
    </>
  );
}

function ProxiesOf({ project: { id } }: { readonly project: Project }) {
  const mayWrite = useMay()('proxies:write');
  const { linkTo } = useAccount();
  const query = useProxiesOf(id);
  const create = mayWrite && (
    <Button component={Link} to={linkTo(`/projects/${id}/proxies/new`)} leftSection={<IconPlus size={18} />}>
      {words.createProxy}
    </Button>
  );
  return (
    <Section title={words.proxies} hint={words.proxiesHint} actions={create}>
      <Loaded query={query}>
        {(proxies) =>
          proxies.length === 0 ? (
            <EmptyState title={words.noProxies} hint={mayWrite ? words.noProxiesHint : words.noProxiesReader} />
          ) : (
            <DataTable label={words.proxiesTable} columns={COLUMNS} rows={proxies} keyOf={(proxy) => proxy.id} />
          )
        }
      </Loaded>
      <LoadMore query={query} />
    </Section>
  );
}

const COLUMNS: Column<Proxy>[] = [
  { title: words.proxyColumns.name, cell: (proxy) => <ProxyLink proxy={proxy} /> },
  { title: words.proxyColumns.path, cell: ({ path }) => <Code>{path}</Code> },
  { title: words.proxyColumns.rules, cell: ({ routes }) => routes.length },
  { title: words.proxyColumns.state, cell: (proxy) => <ProxyState proxy={proxy} /> },
  { title: words.proxyColumns.updated, cell: ({ updatedAt }) => <Time at={updatedAt} words /> },
];

function ProxyLink({ proxy: { id, name, description } }: { readonly proxy: Proxy }) {
  const { linkTo } = useAccount();
  return (
    <>
      <Anchor component={Link} to={linkTo(`/proxies/${id}`)} inherit underline="always">
        {name}
      </Anchor>
      {description !== null && (
        <Text size="xs" c="dimmed" fw={400} lineClamp={2}>
          {description}
        </Text>
      )}
    </>
  );
}
