import { useParams } from 'react-router';
import { hasCode } from '../../api/problem';
import { NotFound } from '../../ui/not-found';
import { upstreams } from '../../text/upstreams';
import { Facts } from '../../ui/facts';
import { Loaded } from '../../ui/loaded';
import { Time } from '../../ui/time';
import { UpstreamDetail } from '../upstream-detail';
import { useCredential, type Credential } from '../use-upstreams';
import { CredentialDialog } from './credential-dialog';
import { FIELDS_OF } from './credential-form';
import { shownWith } from './credential-shown';

const { credentials: words, general } = upstreams;

export function CredentialPage() {
  const { id = '' } = useParams();
  const query = useCredential(id);
  // an address that is no id at all is a 400, and means the same to a reader
  if (hasCode(query.error, 'credential_not_found') || hasCode(query.error, 'validation_failed')) return <NotFound />;
  return (
    <Loaded query={query}>
      {(credential) => (
        <UpstreamDetail
          kind="credentials"
          of={credential}
          dialog={(opened, close) => <CredentialDialog credential={credential} opened={opened} onClose={close} />}
        >
          <Facts facts={factsOf(credential)} />
        </UpstreamDetail>
      )}
    </Loaded>
  );
}

function factsOf(credential: Credential) {
  const { type, origins, secretSetAt, createdAt, updatedAt } = credential;
  return [
    [words.columns.type, words.types[type]],
    [words.columns.shown, shownWith(credential)],
    ...FIELDS_OF[type].map((field) => [words.fields[field], credential[field] ?? words.none] as const),
    [words.origins, origins.length === 0 ? words.noOrigins : origins.join(', ')],
    [words.secretSet, <Time key="secret" at={secretSetAt} />],
    [general.created, <Time key="created" at={createdAt} />],
    [general.changed, <Time key="changed" at={updatedAt} />],
  ] as const;
}
