import { Radio, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { proxies as proxyWords } from '../text/proxies';
import { Section } from '../ui/section';
import { StartFromExport } from './start-from-export';
import { StartFromOpenApi } from './start-from-openapi';
import type { ProxyDefinition } from './use-proxies';

const { form: words } = proxyWords;
const STARTS = ['empty', 'openapi', 'exported'] as const;
type Start = (typeof STARTS)[number];

interface ProxyStartProps {
  readonly projectId: string;
  /** What the form is to be filled with. */
  readonly onDefinition: (definition: ProxyDefinition) => void;
}

/** Where a new proxy comes from. Whatever it is, it is in the form first, and nothing is saved by it. */
export function ProxyStart({ projectId, onDefinition }: ProxyStartProps) {
  const [start, setStart] = useState<Start>('empty');
  return (
    <Section title={words.start}>
      <Stack>
        <Radio.Group
          aria-label={words.start}
          value={start}
          onChange={(chosen) => {
            setStart(STARTS.find((each) => each === chosen) ?? 'empty');
          }}
        >
          <Group gap="lg">
            {STARTS.map((each) => (
              <Radio key={each} value={each} label={words.starts[each]} />
            ))}
          </Group>
        </Radio.Group>
        {start === 'openapi' && <StartFromOpenApi projectId={projectId} onDefinition={onDefinition} />}
        {start === 'exported' && <StartFromExport onDefinition={onDefinition} />}
      </Stack>
    </Section>
  );
}
