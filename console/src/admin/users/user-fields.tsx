import { Radio, Stack, TextInput } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { text } from '../../text/text';
import { RoleChoice } from './role-choice';
import { useMayGiveRoles, type User } from './use-users';

const { form: words, kinds } = text.admin.users;

export interface UserForm {
  username: string;
  email: string;
  kind: User['kind'];
  roles: string[];
}

interface UserFieldsProps {
  readonly form: UseFormReturn<UserForm>;
  /** A user is one or the other for good. */
  readonly withKind: boolean;
}

export function UserFields({ form, withKind }: UserFieldsProps) {
  const mayGiveRoles = useMayGiveRoles();
  return (
    <>
      <TextInput
        label={words.username}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
        error={form.formState.errors.username?.message}
        {...form.register('username', { required: text.required })}
      />
      <TextInput label={words.email} type="email" autoComplete="off" {...form.register('email')} />
      {withKind && (
        <Controller
          name="kind"
          control={form.control}
          render={({ field: { value, onChange } }) => (
            <Radio.Group label={words.kind} description={words.kindHint} value={value} onChange={onChange}>
              <Stack gap="xs" mt="xs">
                <Radio value="person" label={kinds.person} />
                <Radio value="service" label={kinds.service} />
              </Stack>
            </Radio.Group>
          )}
        />
      )}
      {mayGiveRoles && (
        <Controller
          name="roles"
          control={form.control}
          render={({ field: { value, onChange } }) => <RoleChoice value={value} onChange={onChange} />}
        />
      )}
    </>
  );
}
