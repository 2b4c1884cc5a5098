import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { chooseLanguage, useLanguage, word } from '../language/words.ts';
import { Icon } from './icons.tsx';

const next = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const labels = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const;
const icons = { auto: 'auto', light: 'sun', dark: 'moon' } as const;

/** Language, and light or dark: both at once, both remembered by this browser. */
export function Appearance(): ReactNode {
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={word(labels[colorScheme])}
        title={word(labels[colorScheme])}
        onClick={() => setColorScheme(next[colorScheme])}
      >
        <Icon name={icons[colorScheme]} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        lang={language === 'zh' ? 'en' : 'zh'}
        aria-label={word('otherLanguage')}
        title={word('otherLanguage')}
        onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        <Icon name="language" />
      </ActionIcon>
    </>
  );
}
