import { Component, type ReactNode } from 'react';
import { Button } from '../components/Button.tsx';
import { t } from '../texts/index.ts';

type Props = { children: ReactNode };

/** Keeps a defect of one view from leaving an empty window. */
export class CrashGuard extends Component<Props, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <div className="empty-state" role="alert">
        <h2>{t.errors.crashed}</h2>
        <p>{t.errors.crashedWords}</p>
        <div className="empty-state-actions">
          <Button onClick={() => this.setState({ crashed: false })}>{t.actions.tryAgain}</Button>
        </div>
      </div>
    );
  }
}
