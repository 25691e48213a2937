import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { text } from '../text/text';

const SCHEMES: readonly (readonly [MantineColorScheme, string, typeof IconSun])[] = [
  ['light', text.theme.light, IconSun],
  ['dark', text.theme.dark, IconMoon],
  ['auto', text.theme.auto, IconDeviceDesktop],
];

/** Light, dark, or what the system says; this browser remembers it. */
export function ThemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{text.theme.label}</Menu.Label>
      {SCHEMES.map(([scheme, label, Icon]) => (
        <Menu.Item
          key={scheme}
          leftSection={<Icon size={16} />}
          role="menuitemradio"
          aria-checked={colorScheme === scheme}
          fw={colorScheme === scheme ? 600 : 400}
          onClick={() => {
            setColorScheme(scheme);
          }}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}
