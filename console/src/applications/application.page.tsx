import { Button, Code, List } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { hasCode } from '../api/problem';
import { NotFound } from '../ui/not-found';
import { text } from '../text/text';
import { duration } from '../text/words';
import { Facts } from '../ui/facts';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Section } from '../ui/section';
import { Time } from '../ui/time';
import { AccessToken } from './access-token';
import { ClientSecrets } from './client-secrets';
import { DeleteApplication } from './delete-application';
import { EditApplication } from './edit-application';
import { Snippets } from './snippets';
import { Traffic } from './traffic';
import { useApplication, type Application } from './use-applications';

const { applications: words } = text;
const { detail } = words;

export function ApplicationPage() {
  const { id = '' } = useParams();
  const query = useApplication(id);
  // an address that is no id at all is a 400, and means the same to a reader
  if (hasCode(query.error, 'application_not_found') || hasCode(query.error, 'validation_failed')) return <NotFound />;
  return <Loaded query={query}>{(application) => <ApplicationDetail application={application} />}</Loaded>;
}

function ApplicationDetail({ application }: { readonly application: Application }) {
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState(false);
  return (
    <Page
      title={application.name}
      intro={application.description}
      actions={<EditApplication application={application} />}
    >
      <Section title={detail.facts}>
        <ApplicationFacts application={application} />
      </Section>
      <AccessToken application={application} />
      <ClientSecrets application={application} />
      <Section title={detail.snippets} hint={detail.snippetsHint}>
        <Snippets clientId={application.clientId} />
      </Section>
      <Button
        color="red"
        variant="outline"
        onClick={() => {
          setDeleting(true);
        }}
      >
        {detail.delete}
      </Button>
      <DeleteApplication
        application={application}
        opened={deleting}
        onClose={() => {
          setDeleting(false);
        }}
        onDeleted={async () => navigate('/applications', { replace: true })}
      />
    </Page>
  );
}

function ApplicationFacts({ application }: { readonly application: Application }) {
  const { clientId, scopes, ceiling, transferred, tokenFormat, tokenTtlSeconds, endsAt } = application;
  const { lastUsedAt, createdAt } = application;
  return (
    <Facts
      facts={[
        [detail.clientId, <Code key="id">{clientId}</Code>],
        [detail.may, scopes === null ? text.tokens.everything : <ScopeList scopes={scopes} />],
        ...(ceiling === null ? [] : [[detail.limit, text.tokens.ceiling] as const]),
        ...(transferred === null ? [] : [[text.tokens.transferred, detail.transferredHint] as const]),
        ...(endsAt === null ? [] : [[detail.end, <End key="end" at={endsAt} />] as const]),
        [detail.format, detail.formats[tokenFormat]],
        [detail.lifetime, duration(tokenTtlSeconds)],
        [detail.traffic, <Traffic key="traffic" at={lastUsedAt} />],
        [words.columns.created, <Time key="at" at={createdAt} />],
      ]}
    />
  );
}

function End({ at }: { readonly at: string }) {
  return (
    <span>
      {detail.endHint} <Time at={at} />
    </span>
  );
}

function ScopeList({ scopes }: { readonly scopes: readonly string[] }) {
  return (
    <List listStyleType="none" withPadding={false} size="sm" ff="monospace">
      {scopes.map((scope) => (
        <List.Item key={scope}>{scope}</List.Item>
      ))}
    </List>
  );
}
