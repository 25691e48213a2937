import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { proxies as proxyWords } from '../text/proxies';

const { form: words } = proxyWords;

interface DocumentFileProps {
  readonly label: string;
  readonly hint: string;
  /** What is wrong with the text of it, or null. */
  readonly onRead: (text: string) => string | null;
}

/** A file of the reader's disk. */
export function DocumentFile({ label, hint, onRead }: DocumentFileProps) {
  const [file, setFile] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (chosen: File | null) => {
    if (chosen === null) return;
    const text = await chosen.text();
    setFile(chosen.name);
    setProblem(onRead(text));
  };
  return (
    <div role="group" aria-label={label}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {hint}
      </Text>
      <Group gap="sm">
        <FileButton
          accept="application/json,application/yaml,.json,.yaml,.yml"
          onChange={(chosen) => void read(chosen)}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconFileUpload size={18} />}>
              {words.chooseFile}
            </Button>
          )}
        </FileButton>
        {file !== null && <Text size="sm">{file}</Text>}
      </Group>
      {problem !== null && (
        <Text role="alert" size="sm" mt={6} c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </div>
  );
}
