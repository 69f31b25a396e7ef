import type { ReactNode } from "react";

// Drawn on a 16 by 16 grid with one stroke width, in the colour of the text around them. Decoration only: whatever
// shows one has a name of its own.

export function Icon(props: { readonly children: ReactNode; readonly size?: number }): ReactNode {
  const size = props.size ?? 16;
  return (
    <svg
      aria-hidden="true"
      fill="none"
      focusable="false"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.4"
      viewBox="0 0 16 16"
      width={size}
    >
      {props.children}
    </svg>
  );
}

export function ComposeIcon(): ReactNode {
  return (
    <Icon>
      <path d="M2.5 13.5l.7-3L10.6 3a1.4 1.4 0 0 1 2 0l.4.4a1.4 1.4 0 0 1 0 2l-7.5 7.4z" />
      <path d="M9.4 4.3l2.3 2.3" />
    </Icon>
  );
}

export function CatalogsIcon(): ReactNode {
  return (
    <Icon>
      <path d="M2.5 4h11M2.5 8h11M2.5 12h11" />
    </Icon>
  );
}

export function HistoryIcon(): ReactNode {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.8V8l2.3 1.6" />
    </Icon>
  );
}

export function SettingsIcon(): ReactNode {
  return (
    <Icon>
      <path d="M2 4.5h6.2M11.8 4.5H14M2 11.5h2.2M7.8 11.5H14" />
      <circle cx="10" cy="4.5" r="1.8" />
      <circle cx="6" cy="11.5" r="1.8" />
    </Icon>
  );
}

export function SearchIcon(): ReactNode {
  return (
    <Icon size={13}>
      <circle cx="7" cy="7" r="4.5" />
      <path d="M10.5 10.5L14 14" />
    </Icon>
  );
}

export function CrossIcon(): ReactNode {
  return (
    <Icon size={12}>
      <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
    </Icon>
  );
}

export function ChevronDownIcon(): ReactNode {
  return (
    <Icon size={12}>
      <path d="M3.5 6l4.5 4.5L12.5 6" />
    </Icon>
  );
}

export function CheckIcon(): ReactNode {
  return (
    <Icon size={12}>
      <path d="M2.5 8.5l3.7 3.7 7.3-8" />
    </Icon>
  );
}

export function PlusIcon(): ReactNode {
  return (
    <Icon size={12}>
      <path d="M8 3v10M3 8h10" />
    </Icon>
  );
}

export function MoreIcon(): ReactNode {
  return (
    <Icon size={14}>
      <path d="M3.4 8h.2M7.9 8h.2M12.4 8h.2" strokeWidth="2.2" />
    </Icon>
  );
}

export function ArrowUpIcon(): ReactNode {
  return (
    <Icon size={12}>
      <path d="M8 13V3.5M3.8 7.5L8 3.3l4.2 4.2" />
    </Icon>
  );
}

export function ArrowDownIcon(): ReactNode {
  return (
    <Icon size={12}>
      <path d="M8 3v9.5M3.8 8.5L8 12.7l4.2-4.2" />
    </Icon>
  );
}

export function WarningIcon(): ReactNode {
  return (
    <Icon size={14}>
      <path d="M8 2.2l6.2 11H1.8zM8 6.6v3M8 11.6v.1" />
    </Icon>
  );
}

export function InfoIcon(): ReactNode {
  return (
    <Icon size={14}>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 7.4v3.4M8 5.2v.1" />
    </Icon>
  );
}

export function VariablesIcon(): ReactNode {
  return (
    <Icon size={14}>
      <path d="M6 2.5c-2.4 0-2 1.6-2 3s-.6 2.5-2 2.5c1.4 0 2 1.1 2 2.5s-.4 3 2 3" />
      <path d="M10 2.5c2.4 0 2 1.6 2 3s.6 2.5 2 2.5c-1.4 0-2 1.1-2 2.5s.4 3-2 3" />
    </Icon>
  );
}

export function PasteIcon(): ReactNode {
  return (
    <Icon size={14}>
      <path d="M5.5 3.5h-2v10h9v-10h-2" />
      <path d="M5.8 2.2h4.4v2.6H5.8z" />
    </Icon>
  );
}
