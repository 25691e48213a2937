import { Select } from '@mantine/core';
import { useActiveUsers, type User } from './use-users';

interface UserSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (user: User | null) => void;
  /** Leaves out whom it makes no sense to choose. */
  readonly without?: string;
  readonly kind?: User['kind'];
  readonly error?: string | undefined;
}

/** An active user of the site, found by typing. */
export function UserSelect({ label, value, onChange, without, kind, error }: UserSelectProps) {
  const { data: users = [] } = useActiveUsers();
  const offered = users.filter((user) => user.id !== without && (kind === undefined || user.kind === kind));
  return (
    <Select
      label={label}
      searchable
      error={error}
      data={offered.map(({ id, username }) => ({ value: id, label: username }))}
      value={value}
      onChange={(id) => {
        onChange(offered.find((user) => user.id === id) ?? null);
      }}
    />
  );
}
