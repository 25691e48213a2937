import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { text } from '../text/text';
import { Dialog } from './dialog';
import { ProblemAlert } from './problem-alert';

interface ConfirmDialogProps {
  readonly title: string;
  readonly hint: string;
  readonly submit: string;
  readonly opened: boolean;
  readonly isRunning: boolean;
  readonly error: unknown;
  /** With what was filled in: fields may be among the children. */
  readonly onConfirm: (filled: FormData) => void;
  readonly onClose: () => void;
  /** What has to be typed first, for what can't be undone and is in use. */
  readonly typeName?: string | undefined;
  readonly isDangerous?: boolean;
  /** Whether there is all that one has to know before. */
  readonly isReady?: boolean;
  readonly children?: ReactNode;
}

/** Asks before something that can't be taken back. */
export function ConfirmDialog({ opened, onClose, title, ...rest }: ConfirmDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <Body {...rest} onClose={onClose} />
    </Dialog>
  );
}

/** In the dialog, and so anew each time it opens. */
function Body(props: Omit<ConfirmDialogProps, 'opened' | 'title'>) {
  const { hint, submit, isRunning, error, onConfirm, onClose, typeName, isDangerous = true, children } = props;
  const { isReady = true } = props;
  const [typed, setTyped] = useState('');
  const isNamed = typeName === undefined || typed.trim() === typeName;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed && isReady) onConfirm(new FormData(event.currentTarget));
      }}
    >
      <Stack>
        <Text>{hint}</Text>
        {children}
        {typeName !== undefined && (
          <TextInput
            label={text.typeName(typeName)}
            value={typed}
            autoComplete="off"
            data-autofocus
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
        )}
        <ProblemAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button
            type="submit"
            color={isDangerous ? 'red' : 'blue'}
            loading={isRunning}
            disabled={!isNamed || !isReady}
          >
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
