import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { proxies as proxyWords } from '../text/proxies';

const { form: words } = proxyWords;

interface DocumentFileProps {
  readonly label: string;
  readonly hint: string;
  /** What is wrong with it, or null. */
  readonly onRead: (content: unknown) => string | null;
}

/** A JSON or YAML file of the reader's disk. It is read here and sent nowhere. */
export function DocumentFile({ label, hint, onRead }: DocumentFileProps) {
  const [file, setFile] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (chosen: File | null) => {
    if (chosen === null) return;
    const content = await parsed(await chosen.text());
    setFile(chosen.name);
    setProblem(content === undefined ? words.notReadable : onRead(content));
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

/** Undefined is what neither JSON nor YAML is. */
async function parsed(content: string): Promise<unknown> {
  try {
    return JSON.parse(content);
  } catch {
    return parsedYaml(content); // most OpenAPI documents are
  }
}

async function parsedYaml(content: string): Promise<unknown> {
  try {
    const { parse } = await import('yaml');
    return JSON.parse(JSON.stringify(parse(content))); // YAML can say what JSON can't: a thing that holds itself
  } catch {
    return undefined; // said by who asked
  }
}
