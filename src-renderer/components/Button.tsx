import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import './Button.css';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

export type ButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  look?: Look;
  size?: 'md' | 'sm';
  icon?: LucideIcon;
  /** Shows that it is at work and ignores further presses, without losing the focus. */
  busy?: boolean;
};

/** A push button with a text. */
export function Button({
  look = 'secondary',
  size = 'md',
  icon: Icon,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className={`button button-${look} button-${size} ${className ?? ''}`}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {Icon && <Icon aria-hidden="true" size={size === 'sm' ? 14 : 15} strokeWidth={2} />}
      {children}
    </button>
  );
}

export type IconButtonProps = Omit<ComponentProps<'button'>, 'type' | 'children'> & { icon: LucideIcon; label: string };

/** A button that is only a glyph; its label is its name and its tooltip. */
export function IconButton({ icon: Icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button {...rest} type="button" className={`icon-button ${className ?? ''}`} aria-label={label} title={label}>
      <Icon aria-hidden="true" size={16} strokeWidth={2} />
    </button>
  );
}
