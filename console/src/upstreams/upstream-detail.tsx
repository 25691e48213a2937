import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useMay } from '../session/me';
import { upstreams } from '../text/upstreams';
import { Page } from '../ui/page';
import { Section } from '../ui/section';
import { DeleteUpstream, type UpstreamKind } from './delete-upstream';

const { general: words } = upstreams;

interface UpstreamDetailProps {
  readonly kind: UpstreamKind;
  readonly of: { readonly id: string; readonly name: string };
  /** What the button that opens the dialog is called. */
  readonly edit?: string;
  readonly dialog: (opened: boolean, close: () => void) => ReactNode;
  /** The facts. */
  readonly children: ReactNode;
}

/** A connection, a credential or a certificate: its facts, and for who may, editing and deletion. */
export function UpstreamDetail({ kind, of: { id, name }, edit = words.edit, dialog, children }: UpstreamDetailProps) {
  const mayWrite = useMay()('security:write');
  const [editing, { open, close }] = useDisclosure(false);
  const button = mayWrite && (
    <Button variant="default" onClick={open}>
      {edit}
    </Button>
  );
  return (
    <Page title={name} actions={button}>
      <Section title={words.details}>{children}</Section>
      {mayWrite && <DeleteUpstream kind={kind} id={id} name={name} hint={upstreams[kind].deleteHint} />}
      {dialog(editing, close)}
    </Page>
  );
}
