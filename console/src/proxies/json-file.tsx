import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { proxies as proxyWords } from '../text/proxies';

const { form: words } = proxyWords;

interface JsonFileProps {
  readonly label: string;
  readonly hint: string;
  /** What is wrong with it, or null. */
  readonly onRead: (content: unknown) => string | null;
}

/** A JSON file of the reader's disk. It is read here and sent nowhere. */
export function JsonFile({ label, hint, onRead }: JsonFileProps) {
  const [file, setFile] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (chosen: File | null) => {
    if (chosen === null) return;
    const content = parsed(await chosen.text());
    setFile(chosen.name);
    setProblem(content === undefined ? words.notJson : onRead(content));
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
        <FileButton accept="application/json,.json" onChange={(chosen) => void read(chosen)}>
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

/** Undefined is what no JSON is. */
function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined; // said by who asked
  }
}
