import { Fragment, type ReactNode } from 'react';
import { Link } from 'wouter';

/** Where something that a sentence names is looked at; null: nowhere. */
export interface Named {
  readonly text: string;
  readonly path: string | null;
}

/** `{…}` in the language's own place for it. A text that a person chose stands for itself, whatever is in it. */
export function Sentence({
  text,
  named,
}: {
  readonly text: string;
  readonly named: Readonly<Record<string, Named>>;
}): ReactNode {
  return text.split(/(\{\w+\})/).map((part, index) => {
    const name = named[part.slice(1, -1)];
    // The parts never change places.
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's parts have no other identity
    return <Fragment key={index}>{part.startsWith('{') && name !== undefined ? <Name of={name} /> : part}</Fragment>;
  });
}

const Name = ({ of: { text, path } }: { readonly of: Named }): ReactNode =>
  path === null ? (
    <bdi className="strong">{text}</bdi>
  ) : (
    <Link className="link" href={path}>
      {text}
    </Link>
  );
