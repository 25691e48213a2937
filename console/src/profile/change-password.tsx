import { Button, PasswordInput, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { useMe } from '../session/me';
import { NewPasswordFields, type NewPassword } from '../session/new-password-fields';
import { text } from '../text/text';
import { FormAnswer } from '../ui/form-answer';
import { notifyDone } from '../ui/notify';
import { Section } from '../ui/section';

const { password: words } = text.session;

interface PasswordChange extends NewPassword {
  readonly currentPassword: string;
}

const NOTHING: PasswordChange = { currentPassword: '', password: '', repeated: '' };

export function ChangePassword() {
  const { user } = useMe();
  const queries = useQueryClient();
  const form = useForm<PasswordChange>({ defaultValues: NOTHING });
  const change = useChange({
    mutationFn: ({ currentPassword, password }: PasswordChange) =>
      answerOf(api.PUT('/auth/password', { body: { currentPassword, newPassword: password } })),
    onSuccess: async () => {
      form.reset(NOTHING);
      notifyDone(words.done);
      await queries.invalidateQueries();
    },
  });
  return (
    <Section title={words.title} hint={words.hint}>
      <form
        noValidate
        onSubmit={(event) => {
          void form.handleSubmit((values) => {
            change.mutate(values);
          })(event);
        }}
      >
        <Stack maw={420}>
          <FormAnswer error={change.error} />
          {/* password managers want to know whose password this is */}
          <input type="text" name="username" autoComplete="username" defaultValue={user.username} hidden readOnly />
          <PasswordInput
            label={words.current}
            autoComplete="current-password"
            error={form.formState.errors.currentPassword?.message}
            {...form.register('currentPassword', { required: text.required })}
          />
          {/* The form has these fields among its own, which its type, invariant in them, can't say. */}
          <NewPasswordFields form={form as unknown as UseFormReturn<NewPassword>} />
          <Button type="submit" w="fit-content" loading={change.isPending}>
            {words.submit}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
