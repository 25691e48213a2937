import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useMay } from '../../session/me';
import { text } from '../../text/text';
import { FormAnswer } from '../../ui/form-answer';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { SiteOwner } from './site-owner';
import { SitePolicy } from './site-policy';
import { useSite, useSiteChange, type Site } from './use-site';

const { site: words } = text.admin;

export function SitePage() {
  const query = useSite();
  const may = useMay();
  return (
    <Page title={text.pages.site} intro={words.intro}>
      <Loaded query={query}>
        {(site) => (
          <>
            <Names site={site} />
            {may('users:read') && <SiteOwner site={site} />}
            <SitePolicy site={site} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Names({ site: { name, slug } }: { readonly site: Site }) {
  const form = useForm({ defaultValues: { name, slug } });
  const save = useSiteChange();
  const { errors, isDirty } = form.formState;
  return (
    <Section title={words.names}>
      <form
        noValidate
        onSubmit={(event) => {
          void form.handleSubmit((names) => {
            save.mutate(names, {
              onSuccess: () => {
                form.reset(names);
              },
            });
          })(event);
        }}
      >
        <Stack maw={420}>
          <FormAnswer error={save.error} labels={{ name: words.name, slug: words.slug }} />
          <TextInput
            label={words.name}
            autoComplete="off"
            error={errors.name?.message}
            {...form.register('name', { required: text.required })}
          />
          <TextInput
            label={words.slug}
            description={words.slugHint}
            autoComplete="off"
            spellCheck={false}
            error={errors.slug?.message}
            {...form.register('slug', { required: text.required })}
          />
          <Button type="submit" w="fit-content" loading={save.isPending} disabled={!isDirty}>
            {text.save}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
