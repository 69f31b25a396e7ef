import { Component, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";

type Props = {
  readonly what: string;
  readonly children: ReactNode;
  /** What is shown; with another one it is tried again. */
  readonly shownId?: string;
};
type State = { readonly hasFailed: boolean; readonly shownId: string | undefined };

/**
 * Keeps a defect in one pane from taking the window with it. React has no function form of this. What was thrown goes
 * to the console by React itself; people read a sentence.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, shownId: this.props.shownId };

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return props.shownId === state.shownId ? null : { hasFailed: false, shownId: props.shownId };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <EmptyState
        action={<Button onPress={() => this.setState({ hasFailed: false })}>Show it again</Button>}
        title={`${this.props.what} could not be shown`}
      >
        This is a fault of the console. Nothing that was sent or saved is lost.
      </EmptyState>
    );
  }
}
