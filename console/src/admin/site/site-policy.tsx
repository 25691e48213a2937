import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Schemas } from '../../api/client';
import { text } from '../../text/text';
import { ProblemAlert } from '../../ui/problem-alert';
import { Section } from '../../ui/section';
import { formOf, policyOf, type PolicyForm } from './policy-form';
import { PolicyPreview } from './policy-preview';
import { useSiteChange, type Site } from './use-site';

const { site: words } = text.admin;

export function SitePolicy({ site }: { readonly site: Site }) {
  const form = useForm<PolicyForm>({ defaultValues: formOf(site) });
  const save = useSiteChange();
  const [previewed, setPreviewed] = useState<Schemas['SitePolicyRequest'] | null>(null);
  return (
    <Section title={words.policy} hint={words.policyHint}>
      <form
        noValidate
        onSubmit={(event) => {
          void form.handleSubmit((filled) => {
            save.mutate(
              { policy: policyOf(filled) },
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
          <ProblemAlert error={save.error} />
          <TextInput label={words.maxDays} inputMode="decimal" {...form.register('maxDays')} />
          <Checkbox label={words.never} {...form.register('allowNeverExpire')} />
          <TextInput label={words.unusedDays} inputMode="numeric" {...form.register('unusedDays')} />
          <TextInput label={words.inheritedDays} inputMode="numeric" {...form.register('inheritedDays')} />
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
                setPreviewed(policyOf(form.getValues()));
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
