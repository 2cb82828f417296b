// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { LinkStatus, Notice, PageShell, useLinkState, useProblemText } from '@parvis/ui';
import { AccountMenu } from '@parvis/ui/sign-in';
import type { ReactElement } from 'react';
import { CallStage } from './call/CallStage.tsx';
import { ClosingStage } from './close/ClosingStage.tsx';
import { UnsentNotice } from './close/UnsentNotice.tsx';
import { useUnsent } from './close/use_unsent.ts';
import { stage_of } from './console_model.ts';
import { AvailabilityChoice } from './lobby/AvailabilityChoice.tsx';
import { Lobby } from './lobby/Lobby.tsx';
import { useOwnDevices } from './own_devices.ts';
import { waiting_in } from './queue/queue_words.ts';
import { TodayProvider } from './queue/use_today.tsx';
import { useConsole } from './use_console.ts';

/** One screen: who waits, the conversation, and what is left to write after it. */
export function AdviserPage(): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const { console, link, signals } = useConsole();
  const state = useLinkState(link);
  const devices = useOwnDevices();
  const { book, unsent } = useUnsent(link);
  const interview = console?.interview ?? null;
  const kept = unsent.find((entry) => entry.interview_id === interview?.interview_id);
  const stage = stage_of(interview, {
    ended: interview !== null && book.is_ended(interview.interview_id),
    outcome_kept: kept?.outcome != null && kept.problem === null,
  });
  const news = [interview?.interview_id, interview?.state, interview?.has_outcome, unsent.length, state.status === 'online'].join();
  const waiting = console ? console.rings.length + waiting_in(console.lines) : 0;
  const title = say('adviser.title');
  const day_news = [console?.appointment_news, state.status === 'online', waiting, console?.held?.ticket_id].join();
  return (
    <PageShell
      title={title}
      title_hidden
      width="fill"
      window_title={waiting > 0 && stage === 'lobby' ? say('adviser.window_waiting', { waiting, title }) : undefined}
      actions={
        <>
          {console ? <AvailabilityChoice availability={console.availability} link={link} /> : null}
          <LinkStatus state={state} />
          <AccountMenu />
        </>
      }
    >
      {state.ended ? (
        <Notice tone="danger" live>
          {problem_text(state.ended)}
        </Notice>
      ) : null}
      {stage === 'lobby' || stage === 'closing' ? <UnsentNotice book={book} unsent={unsent} /> : null}
      <TodayProvider news={day_news}>
        {console && stage === 'lobby' ? <Lobby console={console} link={link} devices={devices} book={book} news={news} /> : null}
        {interview && (stage === 'calling' || stage === 'talking') ? (
          <CallStage
            key={interview.interview_id}
            interview={interview}
            link={link}
            signals={signals}
            devices={devices}
            book={book}
            lines={console?.lines ?? []}
            held={console?.held ?? null}
            kiosk={console?.kiosks.find((kiosk) => kiosk.kiosk_id === interview.kiosk_id) ?? null}
          />
        ) : null}
      </TodayProvider>
      {interview && stage === 'closing' ? <ClosingStage key={interview.interview_id} interview={interview} book={book} /> : null}
    </PageShell>
  );
}
