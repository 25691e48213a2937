import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api } from '../api/client';
import { text } from '../text/text';
import { Dialog } from '../ui/dialog';
import { notifyDone } from '../ui/notify';
import { ProblemAlert } from '../ui/problem-alert';
import { ApplicationFields, type ApplicationNames } from './application-fields';
import { APPLICATIONS, type Application } from './use-applications';

const { detail: words } = text.applications;

export function EditApplication({ application }: { readonly application: Application }) {
  const [opened, setOpened] = useState(false);
  const close = () => {
    setOpened(false);
  };
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setOpened(true);
        }}
      >
        {words.edit}
      </Button>
      <Dialog opened={opened} onClose={close} title={words.editTitle}>
        <EditForm application={application} onClose={close} />
      </Dialog>
    </>
  );
}

function EditForm({ application, onClose }: { readonly application: Application; readonly onClose: () => void }) {
  const { id, name, description } = application;
  const queries = useQueryClient();
  const form = useForm<ApplicationNames>({ defaultValues: { name, description } });
  const save = useMutation({
    mutationFn: (names: ApplicationNames) =>
      answerOf(
        api.PATCH('/applications/{id}', {
          params: { path: { id } },
          body: { name: names.name.trim(), description: names.description },
        }),
      ),
    onSuccess: async () => {
      notifyDone(text.saved);
      onClose();
      await queries.invalidateQueries({ queryKey: APPLICATIONS });
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        void form.handleSubmit((names) => {
          save.mutate(names);
        })(event);
      }}
    >
      <Stack>
        <ProblemAlert error={save.error} />
        <ApplicationFields form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
