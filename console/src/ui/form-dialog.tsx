import { Button, Group, Stack, type MantineSize } from '@mantine/core';
import type { ReactNode, SyntheticEvent } from 'react';
import { text } from '../text/text';
import { Dialog } from './dialog';
import { FormAnswer } from './form-answer';
import classes from './form-dialog.module.css';
import type { Labels } from './labels';

interface FormDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly opened: boolean;
  readonly isRunning: boolean;
  /** Nothing differs from what there is: there is nothing to send. */
  readonly isUnchanged?: boolean;
  readonly error: unknown;
  /** What the fields are called, for what the service says to them by the API's names. */
  readonly labels?: Labels;
  /** Of what others edit too. */
  readonly onLoadNewest?: () => void;
  readonly size?: MantineSize;
  readonly onSubmit: (event: SyntheticEvent) => unknown;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Fields in a dialog, with what the service says to them. */
export function FormDialog({ title, opened, onClose, size = 'md', labels, onLoadNewest, ...form }: FormDialogProps) {
  return (
    <Dialog title={title} opened={opened} onClose={onClose} size={size}>
      <form
        noValidate
        onSubmit={(event) => {
          form.onSubmit(event);
        }}
      >
        <Stack>
          <FormAnswer error={form.error} labels={labels} onLoadNewest={onLoadNewest} />
          {form.children}
          <Group justify="flex-end" className={classes.buttons}>
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
