/** What an app has the container's chrome do: words, colour, signs. All of it is gone with the visit. */
import type { ReactiveControllerHost } from 'lit';
import type { OpenApp, RefreshState } from '../../state/open-app.ts';

type ChromeOfApp = Pick<OpenApp, 'setTitle' | 'setBar' | 'setLeaveQuestion' | 'setLoading' | 'setRefresh'>;

export class AppChrome implements ChromeOfApp {
  title = '';
  /** `#rrggbb`; `undefined`: the bank's own. */
  bar: string | undefined;
  leaveQuestion: string | undefined;
  /** Words beside the sign, or none; `undefined`: no sign. */
  loading: string | undefined;
  refresh: RefreshState = 'off';
  private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.host = host;
  }

  reset(): void {
    this.change({ title: '', bar: undefined, leaveQuestion: undefined, loading: undefined, refresh: 'off' });
  }

  setTitle = (title: string): void => this.change({ title });
  setBar = (bar: string | undefined): void => this.change({ bar });
  setLeaveQuestion = (leaveQuestion: string | undefined): void => this.change({ leaveQuestion });
  setLoading = (loading: string | undefined): void => this.change({ loading });
  setRefresh = (refresh: RefreshState): void => this.change({ refresh });

  private change(changes: Partial<Pick<AppChrome, 'title' | 'bar' | 'leaveQuestion' | 'loading' | 'refresh'>>): void {
    Object.assign(this, changes);
    this.host.requestUpdate();
  }
}
