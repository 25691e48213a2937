import { Textarea, TextInput } from '@mantine/core';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { text } from '../text/text';

const { form: words } = text.applications;

/** For `register('name', …)`. */
export const NAME_RULES = { validate: (name: string) => name.trim() !== '' || text.required };

interface ApplicationFieldsProps {
  readonly name: UseFormRegisterReturn;
  readonly nameError: string | undefined;
  readonly description: UseFormRegisterReturn;
}

export function ApplicationFields({ name, nameError, description }: ApplicationFieldsProps) {
  return (
    <>
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={100}
        autoComplete="off"
        data-autofocus
        error={nameError}
        {...name}
      />
      <Textarea label={words.description} maxLength={1000} autosize minRows={2} {...description} />
    </>
  );
}
