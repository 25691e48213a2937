import { Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { text } from '../../text/text';
import { OnceShown } from '../../ui/once-shown';
import { Time } from '../../ui/time';

const { invitation: words } = text.admin.users;

export interface Invitation extends Readonly<Schemas['InvitationResponse']> {
  readonly username: string;
}

interface InvitationLinkProps {
  /** Null is none: the dialog is closed. */
  readonly invitation: Invitation | null;
  readonly onClose: () => void;
}

export function InvitationLink({ invitation, onClose }: InvitationLinkProps) {
  return (
    <OnceShown
      title={words.title}
      secrets={invitation === null ? null : [{ label: words.label, value: invitation.url, variable: null }]}
      onClose={onClose}
    >
      {invitation !== null && (
        <Text size="sm">
          {words.hint(invitation.username)} {words.until} <Time at={invitation.expiresAt} />.
        </Text>
      )}
    </OnceShown>
  );
}
