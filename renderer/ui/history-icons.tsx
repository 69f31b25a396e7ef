import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";
import hidden from "./visually-hidden.module.css";

// Beside icons.tsx. A mark in a row says something that no word beside it does, so it has a name of its own.

export function PinIcon(props: { readonly label?: string }): ReactNode {
  return (
    <Named label={props.label}>
      <path d="M6 2.5h4l-.6 4 2.1 2.2H4.5L6.6 6.5zM8 8.7v4.8" />
    </Named>
  );
}

export function NoteIcon(props: { readonly label?: string }): ReactNode {
  return (
    <Named label={props.label}>
      <path d="M3 2.8h10v7l-3.2 3.2H3zM5.5 6h5M5.5 8.8h3" />
    </Named>
  );
}

export function ColumnsIcon(): ReactNode {
  return (
    <Icon size={14}>
      <path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />
    </Icon>
  );
}

export function ChartIcon(): ReactNode {
  return (
    <Icon size={14}>
      <path d="M2.5 13.5h11M4.5 11V7.5M8 11V3.5M11.5 11V6" />
    </Icon>
  );
}

export function PauseIcon(): ReactNode {
  return (
    <Icon size={12}>
      <path d="M5.5 3.5v9M10.5 3.5v9" />
    </Icon>
  );
}

export function PlayIcon(): ReactNode {
  return (
    <Icon size={12}>
      <path d="M5 3l7.5 5L5 13z" />
    </Icon>
  );
}

export function SwapIcon(): ReactNode {
  return (
    <Icon size={14}>
      <path d="M3 5.5h9.5M9.8 2.8l2.7 2.7-2.7 2.7M13 10.5H3.5M6.2 7.8l-2.7 2.7 2.7 2.7" />
    </Icon>
  );
}

function Named(props: { readonly label?: string | undefined; readonly children: ReactNode }): ReactNode {
  const drawing = <Icon size={12}>{props.children}</Icon>;
  if (props.label === undefined) return drawing;
  return (
    <span title={props.label}>
      {drawing}
      <span className={hidden["hidden"]}>{props.label}</span>
    </span>
  );
}
