import type { ReactNode } from "react";

// Beside renderer/ui/icons.tsx, on the same grid and with the same stroke.

/** Fewer lines from top to bottom: a filter. */
export function FilterIcon(): ReactNode {
  return (
    <svg
      aria-hidden="true"
      fill="none"
      focusable="false"
      height={14}
      stroke="currentColor"
      strokeLinecap="round"
      strokeWidth="1.4"
      viewBox="0 0 16 16"
      width={14}
    >
      <path d="M2.5 4h11M4.8 8h6.4M7 12h2" />
    </svg>
  );
}
