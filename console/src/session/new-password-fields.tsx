import { PasswordInput } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { text } from '../text/text';

const { password: words } = text.session;
const SHORTEST_PASSWORD = 12;

export interface NewPassword {
  readonly password: string;
  readonly repeated: string;
}

/** A new password, twice. What makes one good is the service's to say; the length is told before it is asked. */
export function NewPasswordFields({ form }: { readonly form: UseFormReturn<NewPassword> }) {
  const { register, formState, getValues } = form;
  return (
    <>
      <PasswordInput
        label={words.next}
        description={words.nextHint}
        autoComplete="new-password"
        error={formState.errors.password?.message}
        {...register('password', {
          minLength: { value: SHORTEST_PASSWORD, message: words.tooShort },
          required: text.required,
        })}
      />
      <PasswordInput
        label={words.repeat}
        autoComplete="new-password"
        error={formState.errors.repeated?.message}
        {...register('repeated', { validate: (value) => value === getValues('password') || words.mismatch })}
      />
    </>
  );
}
