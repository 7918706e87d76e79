import { Component, type ErrorInfo, type ReactElement, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly show: (fault: unknown) => ReactElement;
}

interface State {
  readonly fault: unknown;
  readonly hasFault: boolean;
}

/** Catches rendering errors and shows them. */
export class FaultBoundary extends Component<Props, State> {
  override state: State = { fault: null, hasFault: false };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault, hasFault: true };
  }

  // Nothing is reported: an error message may contain what was shown.
  override componentDidCatch(_fault: unknown, _info: ErrorInfo): void {}

  override render(): ReactNode {
    return this.state.hasFault ? this.props.show(this.state.fault) : this.props.children;
  }
}
