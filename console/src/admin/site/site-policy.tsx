import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Schemas } from '../../api/client';
import { text } from '../../text/text';
import { FormAnswer } from '../../ui/form-answer';
import { Section } from '../../ui/section';
import {
  daysProblem,
  formOf,
  lifeProblem,
  liveTokensProblem,
  POLICY_LABELS,
  policyOf,
  type PolicyForm,
} from './policy-form';
import { PolicyPreview } from './policy-preview';
import { useSiteChange, type Site } from './use-site';

const { site: words } = text.admin;

export function SitePolicy({ site }: { readonly site: Site }) {
  const form = useForm<PolicyForm>({ defaultValues: formOf(site) });
  const { errors, dirtyFields } = form.formState;
  const save = useSiteChange();
  const [previewed, setPreviewed] = useState<Schemas['SitePolicyRequest'] | null>(null);
  return (
    <Section title={words.policy} hint={words.policyHint}>
      <form
        noValidate
        onSubmit={(event) => {
          void form.handleSubmit((filled) => {
            save.mutate(
              { policy: policyOf(filled, dirtyFields) },
              {
                onSuccess: () => {
                  form.reset(filled);
                },
              },
            );
          })(event);
        }}
      >
        <Stack maw={420}>
          <FormAnswer error={save.error} labels={POLICY_LABELS} />
          <TextInput
            label={words.maxDays}
            inputMode="decimal"
            error={errors.maxDays?.message}
            {...form.register('maxDays', { validate: lifeProblem })}
          />
          <Checkbox label={words.never} {...form.register('allowNeverExpire')} />
          {(['unusedDays', 'inheritedDays'] as const).map((field) => (
            <TextInput
              key={field}
              label={words[field]}
              inputMode="numeric"
              error={errors[field]?.message}
              {...form.register(field, { validate: daysProblem })}
            />
          ))}
          <TextInput
            label={words.liveTokens}
            description={words.liveTokensHint}
            inputMode="numeric"
            error={errors.liveTokens?.message}
            {...form.register('liveTokens', { validate: liveTokensProblem })}
          />
          <Textarea
            label={words.networks}
            description={words.networksHint}
            autosize
            minRows={2}
            {...form.register('networks')}
          />
          <Group>
            <Button
              variant="default"
              onClick={() => {
                void form.handleSubmit((filled) => {
                  setPreviewed(policyOf(filled, dirtyFields));
                })();
              }}
            >
              {words.preview}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!form.formState.isDirty}>
              {text.save}
            </Button>
          </Group>
        </Stack>
      </form>
      <PolicyPreview
        policy={previewed}
        onClose={() => {
          setPreviewed(null);
        }}
      />
    </Section>
  );
}
