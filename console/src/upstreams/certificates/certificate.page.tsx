import { Code, Group, List } from '@mantine/core';
import { useParams } from 'react-router';
import { hasCode } from '../../api/problem';
import { NotFound } from '../../ui/not-found';
import { upstreams } from '../../text/upstreams';
import { Facts } from '../../ui/facts';
import { Loaded } from '../../ui/loaded';
import { Time } from '../../ui/time';
import { UpstreamDetail } from '../upstream-detail';
import { useCertificate, type Certificate } from '../use-upstreams';
import { CertificateDialog } from './certificate-dialog';
import { CertificateExpiry } from './certificate-expiry';
import { goodFor } from './certificate-use';
import { Fingerprint } from './fingerprint';

const { certificates: words, general } = upstreams;

export function CertificatePage() {
  const { id = '' } = useParams();
  const query = useCertificate(id);
  // an address that is no id at all is a 400, and means the same to a reader
  if (hasCode(query.error, 'certificate_not_found') || hasCode(query.error, 'validation_failed')) return <NotFound />;
  return (
    <Loaded query={query}>
      {(certificate) => (
        <UpstreamDetail
          kind="certificates"
          of={certificate}
          edit={words.edit}
          dialog={(opened, close) => <CertificateDialog certificate={certificate} opened={opened} onClose={close} />}
        >
          <Facts facts={factsOf(certificate)} />
        </UpstreamDetail>
      )}
    </Loaded>
  );
}

function factsOf(certificate: Certificate) {
  const { subject, issuer, sans, validFrom, validTo, serialNumber, hasPrivateKey, createdAt, updatedAt } = certificate;
  const { facts } = words;
  return [
    [facts.subject, subject === '' ? words.noSubject : subject],
    [facts.issuer, issuer],
    [facts.sans, sans.length === 0 ? words.noNames : <Names key="sans" sans={sans} />],
    [
      facts.validity,
      <Group key="validity" gap="sm">
        <CertificateExpiry certificate={certificate} />
        <span>
          <Time at={validFrom} /> – <Time at={validTo} />
        </span>
      </Group>,
    ],
    [facts.fingerprint, <Fingerprint key="fingerprint" certificate={certificate} />],
    [facts.serial, <Code key="serial">{serialNumber}</Code>],
    [facts.use, goodFor(certificate)],
    [facts.key, hasPrivateKey ? words.hasKey : words.noKey],
    [general.created, <Time key="created" at={createdAt} />],
    [general.changed, <Time key="changed" at={updatedAt} />],
  ] as const;
}

function Names({ sans }: { readonly sans: readonly string[] }) {
  return (
    <List listStyleType="none" withPadding={false} size="sm">
      {sans.map((name) => (
        <List.Item key={name}>{name}</List.Item>
      ))}
    </List>
  );
}
