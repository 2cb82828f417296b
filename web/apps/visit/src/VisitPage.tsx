// SPDX-License-Identifier: EUPL-1.2
import { useSay, type MessageKey } from '@parvis/i18n';
import { PageShell } from '@parvis/ui';
import { useEffect, useSyncExternalStore, type ReactElement } from 'react';
import type { Screen } from './model/screen.ts';
import type { Station } from './station.ts';
import { useAwake } from './use_awake.ts';
import { CalledScreen } from './views/CalledScreen.tsx';
import { CodeScreen } from './views/CodeScreen.tsx';
import { FarewellScreen } from './views/FarewellScreen.tsx';
import { InterviewScreen } from './views/InterviewScreen.tsx';
import { OtherScreen } from './views/OtherScreen.tsx';
import { ReadyScreen } from './views/ReadyScreen.tsx';
import { WaitingScreen } from './views/WaitingScreen.tsx';

const titles: Record<Screen, MessageKey> = {
  opening: 'visit.title',
  code: 'visit.code.title',
  elsewhere: 'visit.elsewhere.title',
  early: 'visit.early.title',
  late: 'visit.late.title',
  ready: 'visit.ready.title',
  waiting: 'visit.waiting.title',
  called: 'visit.called.title',
  interview: 'visit.interview.title',
  farewell: 'visit.farewell.title',
  over: 'visit.over.title',
  replaced: 'visit.replaced.title',
};

/** From "I am there" to goodbye, on the citizen's own device. */
export function VisitPage({ station }: { station: Station }): ReactElement {
  const say = useSay();
  const view = useSyncExternalStore(station.subscribe, station.view);
  const { screen } = view;
  useAwake(screen === 'waiting' || screen === 'called' || screen === 'interview');
  const talking = screen === 'interview';
  // Each screen is read from its top, wherever the touch was that led there.
  useEffect(() => {
    scrollTo(0, 0);
  }, [screen]);
  return (
    <PageShell title={say(titles[screen])} title_hidden={talking} home={talking ? '#main' : '/portal/'} width={talking ? 'fill' : 'page'}>
      {shown()}
    </PageShell>
  );

  function shown(): ReactElement | null {
    switch (screen) {
      case 'opening': return <p role="status">{say('visit.opening')}</p>;
      case 'code': return <CodeScreen station={station} view={view} />;
      case 'ready': return <ReadyScreen station={station} view={view} />;
      case 'waiting': return <WaitingScreen station={station} view={view} />;
      case 'called': return <CalledScreen station={station} view={view} />;
      case 'interview': return view.room ? <InterviewScreen station={station} view={view} room={view.room} /> : <p role="status">{say('visit.line.connecting')}</p>;
      case 'farewell': return <FarewellScreen view={view} />;
      default: return <OtherScreen station={station} view={view} />;
    }
  }
}
