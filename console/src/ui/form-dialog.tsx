import { Button, Group, Stack, type MantineSize } from '@mantine/core';
import { useEffect, useRef, type ReactNode, type SyntheticEvent } from 'react';
import { text } from '../text/text';
import { Dialog } from './dialog';
import { ProblemAlert } from './problem-alert';

interface FormDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly opened: boolean;
  readonly isRunning: boolean;
  /** Nothing differs from what there is: there is nothing to send. */
  readonly isUnchanged?: boolean;
  readonly error: unknown;
  /** What the fields are called, for what the service says to them by the API's names. */
  readonly labels?: Readonly<Record<string, string | undefined>>;
  readonly size?: MantineSize;
  readonly onSubmit: (event: SyntheticEvent) => unknown;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Fields in a dialog, with what the service says to them. */
export function FormDialog({ title, opened, onClose, size = 'md', labels, ...form }: FormDialogProps) {
  const answer = useRef<HTMLDivElement>(null);
  // in a long dialog it would be out of sight, and the button that had the focus was off meanwhile
  useEffect(() => {
    if (form.error !== null && form.error !== undefined) answer.current?.focus();
  }, [form.error]);
  return (
    <Dialog title={title} opened={opened} onClose={onClose} size={size}>
      <form
        noValidate
        onSubmit={(event) => {
          form.onSubmit(event);
        }}
      >
        <Stack>
          <div ref={answer} tabIndex={-1}>
            <ProblemAlert error={form.error} {...(labels === undefined ? {} : { labels })} />
          </div>
          {form.children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={form.isRunning} disabled={form.isUnchanged === true}>
              {form.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
