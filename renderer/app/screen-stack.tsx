import { useEffect, useRef, useState, type ReactNode } from "react";
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
        <ScreenFrame isShown={screen === props.current} key={screen} label={SCREEN_LABELS[screen]}>
          {props.screens[screen]}
        </ScreenFrame>
      ))}
    </main>
  );
}

function ScreenFrame(props: {
  readonly label: string;
  readonly isShown: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const frame = useRef<HTMLElement>(null);
  const lastFocused = useRef<HTMLElement | null>(null);
  const wasShown = useRef(props.isShown);
  useEffect(() => {
    if (props.isShown && !wasShown.current) restoreFocus(frame.current, lastFocused.current);
    wasShown.current = props.isShown;
  }, [props.isShown]);
  return (
    // It only remembers where the focus was.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={props.label}
      className={styles.screen}
      hidden={!props.isShown}
      onFocus={(event) => {
        if (event.target instanceof HTMLElement) lastFocused.current = event.target;
      }}
      ref={frame}
      tabIndex={-1}
    >
      <ErrorBoundary what={props.label}>{props.children}</ErrorBoundary>
    </section>
  );
}

function restoreFocus(frame: HTMLElement | null, lastFocused: HTMLElement | null): void {
  const target = lastFocused?.isConnected === true ? lastFocused : frame;
  target?.focus({ preventScroll: true });
}
