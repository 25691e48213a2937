import { Checkbox, Stack } from '@mantine/core';
import { useScopes, type Scope } from '../../api/scopes';
import { text } from '../../text/text';

const { form: words } = text.admin.users;

/** The names of the site's roles, as its scopes tell them: that takes no scope. */
function roleNames(scopes: readonly Scope[]): string[] {
  return [...new Set(scopes.flatMap(({ roles }) => roles))].sort();
}

interface RoleChoiceProps {
  readonly value: readonly string[];
  readonly onChange: (roles: string[]) => void;
}

export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const { data: scopes = [] } = useScopes();
  return (
    <Checkbox.Group label={words.roles} description={words.rolesHint} value={[...value]} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {roleNames(scopes).map((role) => (
          <Checkbox key={role} value={role} label={role} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
