import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { word } from '../language/words.ts';

/** The details of what was chosen in a list, beside it. */
export function SidePanel(options: {
  readonly opened: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Drawer
      opened={options.opened}
      onClose={options.close}
      size={options.wide === true ? 820 : 640}
      classNames={{ content: options.wide === true ? 'side-panel wide-panel' : 'side-panel' }}
      title={<bdi className="strong any">{options.title}</bdi>}
      closeButtonProps={{ 'aria-label': word('close') }}
    >
      {options.children}
    </Drawer>
  );
}
