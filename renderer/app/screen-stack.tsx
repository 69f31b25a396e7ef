import { Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { SCREEN_LABELS, type Screen } from "./screens.ts";
import styles from "./shell.module.css";

/**
 * The screens one over the other, one of them shown. A screen is made when it is first gone to and stays from then on,
 * so that what was typed, scrolled and focused in it is there again.
 */
export function ScreenStack(props: {
  readonly current: Screen;
  readonly screens: Readonly<Record<Screen, ReactNode>>;
}): ReactNode {
  const [visited, setVisited] = useState<readonly Screen[]>([props.current]);
  if (!visited.includes(props.current)) setVisited([...visited, props.current]);
  return (
    <main className={styles.screens}>
      {visited.map((screen) => (
        <ScreenFrame
          isFirst={screen === visited[0]}
          isShown={screen === props.current}
          key={screen}
          label={SCREEN_LABELS[screen]}
        >
          {props.screens[screen]}
        </ScreenFrame>
      ))}
    </main>
  );
}

function ScreenFrame(props: {
  readonly label: string;
  readonly isShown: boolean;
  /** The screen of the start, which takes no focus by itself. */
  readonly isFirst: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const frame = useRef<HTMLElement>(null);
  const lastFocused = useRef<HTMLElement | null>(null);
  const wasShown = useRef(props.isFirst);
  useEffect(() => {
    if (props.isShown && !wasShown.current) restoreFocus(frame.current, lastFocused.current);
    wasShown.current = props.isShown;
  }, [props.isShown]);
  return (
    // It only remembers where the focus was.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.screen}
      hidden={!props.isShown}
      onFocus={() => {
        // Not the event's target: a table hands the focus on to one of its cells before the event gets here.
        if (document.activeElement instanceof HTMLElement) lastFocused.current = document.activeElement;
      }}
      ref={frame}
      tabIndex={-1}
    >
      <h1 className={styles.heading}>{props.label}</h1>
      <ErrorBoundary what={props.label}>
        <Suspense>{props.children}</Suspense>
      </ErrorBoundary>
    </section>
  );
}

/** A place that has been scrolled out of view is not gone back to: that would scroll what was being read away. */
function restoreFocus(frame: HTMLElement | null, lastFocused: HTMLElement | null): void {
  const isThere = frame !== null && lastFocused !== null && isWithin(lastFocused, frame);
  const target = isThere ? lastFocused : frame;
  target?.focus({ preventScroll: true });
}

function isWithin(element: HTMLElement, frame: HTMLElement): boolean {
  const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
  return inner.height > 0 && inner.top >= outer.top && inner.bottom <= outer.bottom;
}
