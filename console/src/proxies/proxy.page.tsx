import { Button, Group } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { hasCode } from '../api/problem';
import { NotFound } from '../ui/not-found';
import { useMay } from '../session/me';
import { proxies as proxyWords } from '../text/proxies';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Section } from '../ui/section';
import { DeleteProxy } from './delete-proxy';
import { Deployment } from './deployment';
import { ExportProxy } from './export-proxy';
import { ProxyFacts } from './proxy-facts';
import { Revisions } from './revisions';
import { RuleTester } from './rule-tester';
import { RulesTable } from './rules-table';
import { Trail } from './trail';
import { useAccount } from './use-account';
import { useProject } from './use-projects';
import { useProxy, type EditedProxy } from './use-proxies';

const { detail: words, form } = proxyWords;

export function ProxyPage() {
  const { id = '' } = useParams();
  const query = useProxy(id);
  // an address that is no id at all is a 400, and means the same to a reader
  if (hasCode(query.error, 'proxy_not_found') || hasCode(query.error, 'validation_failed')) return <NotFound />;
  return <Loaded query={query}>{(proxy) => <ProxyDetail proxy={proxy} />}</Loaded>;
}

function ProxyDetail({ proxy }: { readonly proxy: EditedProxy }) {
  const { id, name, description, projectId, routes } = proxy;
  const may = useMay();
  const { linkTo } = useAccount();
  const { data: project } = useProject(projectId);
  return (
    <>
      <Trail steps={[[`/projects/${projectId}`, project?.name ?? words.project]]} />
      <Page
        title={name}
        {...(description === null ? {} : { intro: description })}
        actions={
          <Group gap="sm">
            <ExportProxy proxy={proxy} />
            {may('proxies:write') && (
              <Button component={Link} to={linkTo(`/proxies/${id}/edit`)} variant="default">
                {words.edit}
              </Button>
            )}
          </Group>
        }
      >
        <Deployment proxy={proxy} />
        <Section title={form.rules} hint={form.rulesHint}>
          <RulesTable routes={routes} />
        </Section>
        <RuleTester routes={routes} />
        <Section title={words.facts}>
          <ProxyFacts proxy={proxy} />
        </Section>
        {may('proxies:deploy') && <Revisions proxy={proxy} />}
        {may('proxies:write') && <DeleteProxy proxy={proxy} />}
      </Page>
    </>
  );
}
