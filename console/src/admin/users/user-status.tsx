import { Badge } from '@mantine/core';
import { text } from '../../text/text';
import type { User } from './use-users';

const { users: words } = text.admin;

/** Who was invited is active already, but can't sign in before choosing a password. */
export function UserStatus({ user: { status, kind, passwordSet } }: { readonly user: User }) {
  const isInvited = status === 'active' && kind === 'person' && !passwordSet;
  return (
    <Badge variant="dot" color={isInvited ? 'blue' : status === 'active' ? 'green' : 'orange'} tt="none">
      {isInvited ? words.invited : words.statuses[status]}
    </Badge>
  );
}
