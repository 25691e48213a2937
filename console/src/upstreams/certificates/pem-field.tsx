import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { upstreams } from '../../text/upstreams';

const words = upstreams.certificates.form;
/** More than the service takes of either. */
const MOST_BYTES = 64 * 1024;
const FILE_TYPES = '.pem,.crt,.cer,.key,.txt,application/x-pem-file,application/x-x509-ca-cert';

interface PemFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly isDisabled?: boolean;
  readonly field: UseFormRegisterReturn;
  /** The text of a file goes where one would paste it. */
  readonly onRead: (pem: string) => void;
}

/** PEM, pasted or from a file. The file is read here and goes nowhere else. */
export function PemField({ label, hint, error, isDisabled = false, field, onRead }: PemFieldProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const read = async (file: File | null) => {
    if (file === null) return;
    const pem = file.size > MOST_BYTES ? null : await file.text();
    const refusal = pem === null ? words.tooLarge : pem.includes('-----BEGIN ') ? null : words.notPem;
    setProblem(refusal);
    if (pem !== null && refusal === null) onRead(pem);
  };
  return (
    <div>
      <Textarea
        label={label}
        description={hint}
        error={error}
        disabled={isDisabled}
        autosize
        minRows={3}
        maxRows={8}
        autoComplete="off"
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.75rem' } }}
        {...field}
      />
      <Group mt={6} gap="sm">
        <FileButton accept={FILE_TYPES} disabled={isDisabled} onChange={(file) => void read(file)}>
          {(props) => (
            <Button
              {...props}
              size="compact-sm"
              variant="default"
              leftSection={<IconUpload size={14} />}
              aria-label={words.fileOf(label)}
              aria-describedby={problemId}
            >
              {words.file}
            </Button>
          )}
        </FileButton>
        <Text id={problemId} role="alert" size="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      </Group>
    </div>
  );
}
