import { useParams } from 'react-router';
import { hasCode } from '../../api/problem';
import { NotFound } from '../../ui/not-found';
import { upstreams } from '../../text/upstreams';
import { Facts } from '../../ui/facts';
import { Loaded } from '../../ui/loaded';
import { Time } from '../../ui/time';
import { UpstreamDetail } from '../upstream-detail';
import { Reference } from '../reference';
import { useAllCertificates, useAllCredentials, useConnection, type Connection } from '../use-upstreams';
import { ConnectionDialog } from './connection-dialog';

const { connections: words, general } = upstreams;

export function ConnectionPage() {
  const { id = '' } = useParams();
  const query = useConnection(id);
  // an address that is no id at all is a 400, and means the same to a reader
  if (hasCode(query.error, 'connection_not_found') || hasCode(query.error, 'validation_failed')) return <NotFound />;
  return (
    <Loaded query={query}>
      {(connection) => (
        <UpstreamDetail
          kind="connections"
          of={connection}
          dialog={(opened, close) => <ConnectionDialog connection={connection} opened={opened} onClose={close} />}
        >
          <ConnectionFacts connection={connection} />
        </UpstreamDetail>
      )}
    </Loaded>
  );
}

function ConnectionFacts({ connection }: { readonly connection: Connection }) {
  const { data: credentials } = useAllCredentials();
  const { data: certificates } = useAllCertificates();
  const { baseUrl, credentialId, caCertificateId, clientCertificateId, createdAt, updatedAt } = connection;
  const certificate = (id: string) => <Reference to="/upstreams/certificates" id={id} among={certificates} />;
  return (
    <Facts
      facts={[
        [words.facts.baseUrl, baseUrl],
        [
          words.facts.trust,
          <span key="trust">
            {baseUrl.startsWith('http:')
              ? words.trust.plain
              : caCertificateId === null
                ? words.trust.wellKnown
                : words.trust.signedBy}{' '}
            {caCertificateId !== null && certificate(caCertificateId)}
          </span>,
        ],
        [words.facts.client, clientCertificateId === null ? words.nothing : certificate(clientCertificateId)],
        [
          words.facts.credential,
          credentialId === null ? (
            words.nothing
          ) : (
            <Reference key="credential" to="/upstreams/credentials" id={credentialId} among={credentials} />
          ),
        ],
        [general.created, <Time key="created" at={createdAt} />],
        [general.changed, <Time key="changed" at={updatedAt} />],
      ]}
    />
  );
}
