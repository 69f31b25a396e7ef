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

/** Out of the console, into a file. */
export function DownloadIcon(): ReactNode {
  return (
    <svg
      aria-hidden="true"
      fill="none"
      focusable="false"
      height={14}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.4"
      viewBox="0 0 16 16"
      width={14}
    >
      <path d="M8 2.5v7.5M4.8 7L8 10.2 11.2 7M2.8 13.2h10.4" />
    </svg>
  );
}
