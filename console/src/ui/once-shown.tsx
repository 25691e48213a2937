import { Alert, Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useKeptPage } from './kept-page';
import { text } from '../text/text';
import { Dialog } from './dialog';
import { downloadFile } from './download-file';
import { SecretValue } from './secret-value';

export interface ShownSecret {
  readonly label: string;
  readonly value: string;
  /** Its name in a downloaded .env file; null keeps it out of one. */
  readonly variable: string | null;
}

interface OnceShownProps {
  readonly title: string;
  /** Null is nothing to show: the dialog is closed. */
  readonly secrets: readonly ShownSecret[] | null;
  /** The caller forgets the values here: nothing else holds them. */
  readonly onClose: () => void;
  readonly children?: ReactNode;
  readonly wide?: boolean;
}

/** What the service shows this once. Neither a click beside the dialog nor Escape closes it: that would lose it. */
export function OnceShown({ title, secrets, onClose, children, wide = false }: OnceShownProps) {
  useKeptPage(secrets !== null);
  const isStorable = secrets?.some(({ variable }) => variable !== null) ?? false;
  return (
    <Dialog opened={secrets !== null} onClose={onClose} title={title} size={wide ? 'xl' : 'lg'} isSticky>
      <Stack>
        <Alert color="yellow" variant="light">
          {text.onceShown.warning}
        </Alert>
        {secrets?.map((secret) => (
          <SecretValue key={secret.label} label={secret.label} value={secret.value} />
        ))}
        {children}
        <Group justify={isStorable ? 'space-between' : 'flex-end'}>
          {isStorable && (
            <Button
              variant="default"
              onClick={() => {
                downloadAsEnv(secrets ?? []);
              }}
            >
              {text.onceShown.download}
            </Button>
          )}
          <Button onClick={onClose} data-autofocus>
            {text.onceShown.done}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function downloadAsEnv(secrets: readonly ShownSecret[]): void {
  const lines = secrets.flatMap(({ variable, value }) => (variable === null ? [] : [`${variable}=${value}\n`]));
  downloadFile('gatehouse.env', 'text/plain', lines.join(''));
}
