import { TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import classes from './profile.module.css';

type Props = {
  readonly label: string;
  readonly value: string | null;
  /** Absent where it may not be changed. Answers whether it was. */
  readonly onSave?: ((value: string | null) => Promise<boolean>) | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'number';
  readonly isLong?: boolean;
};

/** A fact with its name, changed where it stands: Enter or leaving saves, Escape puts back what was there. */
export function Editable({ label, value, onSave, type = 'text', isLong = false }: Props) {
  const there = value ?? '';
  const [text, setText] = useState(there);
  const [seen, setSeen] = useState(there);
  if (there !== seen) {
    setSeen(there);
    setText(there);
  }
  if (!onSave)
    return value === null ? null : (
      <div className={classes['fact']}>
        <span className="muted">{label}</span>
        <span>{value}</span>
      </div>
    );

  const save = async () => {
    const wanted = text.trim();
    if (wanted === there) return setText(there);
    if (!(await onSave(wanted === '' ? null : wanted))) setText(there);
    return undefined;
  };
  const shared = {
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
    onBlur: () => void save(),
    'aria-label': label,
    placeholder: '–',
    size: 'xs',
    classNames: { input: `${classes['editable'] ?? ''} ${isLong ? (classes['growing'] ?? '') : ''}` },
  } as const;
  const onKeyDown = (event: { key: string; shiftKey: boolean; currentTarget: HTMLElement; preventDefault(): void }) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      event.currentTarget.blur();
    }
    if (event.key === 'Escape') setText(there);
  };
  return (
    <div className={classes['fact']}>
      <span className="muted" aria-hidden="true">
        {label}
      </span>
      {isLong ? (
        <Textarea {...shared} rows={1} onKeyDown={onKeyDown} />
      ) : (
        <TextInput {...shared} type={type} onKeyDown={onKeyDown} />
      )}
    </div>
  );
}
