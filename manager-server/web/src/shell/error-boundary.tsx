import { Button } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { failureText } from '../language/failure-text.ts';
import { word } from '../language/words.ts';

interface Caught {
  readonly error: unknown;
}

/** A page that fails leaves the others and what they hold alone. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode; readonly retry: () => void },
  { readonly caught: Caught | null }
> {
  override state: { readonly caught: Caught | null } = { caught: null };

  static getDerivedStateFromError(error: unknown): { readonly caught: Caught } {
    return { caught: { error } };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    console.error('a page failed', error, componentStack);
  }

  override render(): ReactNode {
    const { caught } = this.state;
    if (caught === null) return this.props.children;
    const again = () => {
      this.props.retry();
      this.setState({ caught: null });
    };
    return (
      <div className="empty" role="alert">
        <h2>{word('broken')}</h2>
        <p>{word('brokenText')}</p>
        <p className="code">{failureText(caught.error)}</p>
        <Button onClick={again}>{word('tryAgain')}</Button>
      </div>
    );
  }
}
