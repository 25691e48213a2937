import { ActionIcon, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { text } from '../../text/text';
import { upstreams } from '../../text/upstreams';
import type { Certificate } from '../use-upstreams';

const { certificates: words } = upstreams;
/** Of the hexadecimal pairs of the whole so many are shown of each end. */
const SHOWN_PAIRS = 3;

interface FingerprintProps {
  readonly certificate: Certificate;
  /** Both ends alone; what is copied is whole. */
  readonly isShort?: boolean;
}

export function Fingerprint({ certificate, isShort = false }: FingerprintProps) {
  const { name, fingerprintSha256 } = certificate;
  return (
    <CopyButton value={fingerprintSha256}>
      {({ copied, copy }) => (
        <Group gap={6} wrap="nowrap">
          <Text size="sm" ff="monospace" style={isShort ? { whiteSpace: 'nowrap' } : {}}>
            {isShort ? shortened(fingerprintSha256) : fingerprintSha256}
          </Text>
          <Tooltip label={copied ? text.copied : text.copy}>
            <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label={words.copyFingerprint(name)}>
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
          <Text role="status" size="xs" className="visually-hidden">
            {copied ? text.copied : ''}
          </Text>
        </Group>
      )}
    </CopyButton>
  );
}

function shortened(fingerprint: string): string {
  const pairs = fingerprint.split(':');
  return `${pairs.slice(0, SHOWN_PAIRS).join(':')}…${pairs.slice(-SHOWN_PAIRS).join(':')}`;
}
