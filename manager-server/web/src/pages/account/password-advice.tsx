import type { ReactNode } from 'react';
import { word } from '../../language/words.ts';
import '../../style/advice.css';
import { isLittleMoreThan, isPattern, passwordLength } from './password-rules.ts';

/** What the password has to be, and which of it holds so far. The manager judges once more, and more than this. */
export function PasswordAdvice(options: {
  readonly password: string;
  readonly again: string | null;
  readonly name: string;
  readonly least: number;
}): ReactNode {
  const { password, again, name, least } = options;
  const length = passwordLength(password);
  const rules = [
    { text: word('ruleLength', { count: least, length }), kept: length >= least },
    { text: word('ruleName'), kept: length > 0 && !isLittleMoreThan(name, password) },
    { text: word('ruleRepeated'), kept: !isPattern(password) },
    ...(again === null ? [] : [{ text: word('ruleSame'), kept: length > 0 && password === again }]),
  ];
  return (
    <div className="stack tight">
      <ul className="advice">
        {rules.map(({ text, kept }) => (
          <li key={text.replace(/\d+/g, '')} className={kept ? 'kept' : undefined}>
            <span aria-hidden="true">{kept ? '✓' : '○'}</span>
            <span>{text}</span>
            <span className="visually-hidden">{word(kept ? 'ruleKept' : 'ruleBroken')}</span>
          </li>
        ))}
      </ul>
      <span className="small quiet">{word('ruleServer')}</span>
    </div>
  );
}
