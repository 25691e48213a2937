import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { text } from '../text/text';

const { form: words } = text.applications;

export interface ApplicationNames {
  name: string;
  description: string;
}

export function ApplicationFields({ form }: { readonly form: UseFormReturn<ApplicationNames> }) {
  const { register, formState } = form;
  return (
    <>
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={100}
        autoComplete="off"
        data-autofocus
        error={formState.errors.name?.message}
        {...register('name', { validate: (name) => name.trim() !== '' || text.required })}
      />
      <Textarea label={words.description} maxLength={1000} autosize minRows={2} {...register('description')} />
    </>
  );
}
