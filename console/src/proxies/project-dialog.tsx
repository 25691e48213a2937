import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { proxies as proxyWords } from '../text/proxies';
import { text } from '../text/text';
import { FormDialog } from '../ui/form-dialog';
import { notifyDone } from '../ui/notify';
import { useAccount, type ChosenAccount } from './use-account';
import { PROJECTS, type Project } from './use-projects';

const { projects: words } = proxyWords;

interface ProjectForm {
  name: string;
  description: string;
}

interface ProjectDialogProps {
  /** Left out, it is a new one. */
  readonly project?: Project;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function ProjectDialog({ project, opened, onClose }: ProjectDialogProps) {
  const queries = useQueryClient();
  const { header } = useAccount();
  const form = useForm<ProjectForm>();
  const save = useChange({
    mutationFn: (filled: ProjectForm) => saveProject(header, project, filled),
    onSuccess: async ({ name }) => {
      notifyDone(project === undefined ? words.created(name) : text.saved);
      onClose();
      await queries.invalidateQueries({ queryKey: PROJECTS });
    },
  });
  const { reset } = form;
  const forget = save.reset;
  useEffect(() => {
    if (!opened) return;
    reset({ name: project?.name ?? '', description: project?.description ?? '' });
    forget();
  }, [opened, project, reset, forget]);
  return (
    <FormDialog
      title={project === undefined ? words.createTitle : words.editTitle}
      submit={text.save}
      opened={opened}
      isRunning={save.isPending}
      isUnchanged={project !== undefined && !form.formState.isDirty}
      error={save.error}
      onSubmit={form.handleSubmit((filled) => {
        save.mutate(filled);
      })}
      onClose={onClose}
    >
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={100}
        autoComplete="off"
        data-autofocus
        error={form.formState.errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || text.required })}
      />
      <Textarea label={words.description} maxLength={1000} autosize minRows={2} {...form.register('description')} />
    </FormDialog>
  );
}

function saveProject(
  header: ChosenAccount['header'],
  project: Project | undefined,
  filled: ProjectForm,
): Promise<Project> {
  const description = filled.description.trim();
  const body = { name: filled.name.trim(), description: description === '' ? null : description };
  if (project === undefined) return answerOf(api.POST('/projects', { params: { header }, body }));
  return answerOf(api.PATCH('/projects/{id}', { params: { header, path: { id: project.id } }, body }));
}
