import { Badge } from '@mantine/core';
import { text } from '../../text/text';
import type { User } from './use-users';

export function UserStatus({ status }: Pick<User, 'status'>) {
  return (
    <Badge variant="dot" color={status === 'active' ? 'green' : 'orange'} tt="none">
      {text.admin.users.statuses[status]}
    </Badge>
  );
}
