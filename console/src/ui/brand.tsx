import { Group, Text } from '@mantine/core';
import { text } from '../text/text';
import icon from './icon.svg';

export function Brand({ size = 28 }: { readonly size?: number }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <img src={icon} width={size} height={size} alt="" />
      <Text fw={700} fz="lg">
        {text.product}
      </Text>
    </Group>
  );
}
