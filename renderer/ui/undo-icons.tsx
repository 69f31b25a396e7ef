import type { ReactNode } from "react";

// Beside icons.tsx, on the same grid and with the same stroke.

export function UndoIcon(): ReactNode {
  return <Arrow path="M5.8 3.2L2.6 6.4l3.2 3.2M2.8 6.4h6.7a3.4 3.4 0 0 1 0 6.8H6.4" />;
}

export function RedoIcon(): ReactNode {
  return <Arrow path="M10.2 3.2l3.2 3.2-3.2 3.2M13.2 6.4H6.5a3.4 3.4 0 0 0 0 6.8h3.1" />;
}

function Arrow({ path }: { readonly path: string }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      fill="none"
      focusable="false"
      height={16}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.4"
      viewBox="0 0 16 16"
      width={16}
    >
      <path d={path} />
    </svg>
  );
}
