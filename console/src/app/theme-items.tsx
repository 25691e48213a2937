import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { text } from '../text/text';

const SCHEMES: readonly (readonly [MantineColorScheme, string])[] = [
  ['light', text.theme.light],
  ['dark', text.theme.dark],
  ['auto', text.theme.auto],
];

/** Light, dark, or what the system says; this browser remembers it. */
export function ThemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{text.theme.label}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        aria-label={text.theme.label}
        onChange={(chosen) => {
          setColorScheme(SCHEMES.find(([scheme]) => scheme === chosen)?.[0] ?? 'auto');
        }}
      >
        {SCHEMES.map(([scheme, label]) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
