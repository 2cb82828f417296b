// SPDX-License-Identifier: EUPL-1.2
import { Button, Notice, PageShell } from '@parvis/ui';
import { useMemo, useState, type ReactElement } from 'react';
import { BookingPage } from './booking/BookingPage.tsx';
import { empty_draft } from './booking/visitor.ts';
import { counter_of, load_directory, type Directory } from './directory.ts';
import { FindPage } from './find/FindPage.tsx';
import { MinePage } from './mine/MinePage.tsx';
import { MovePage } from './mine/MovePage.tsx';
import { root, type Place } from './place.ts';
import { PosterPage } from './poster/PosterPage.tsx';
import { PortalContext, type Portal } from './portal_state.ts';
import { SharePage } from './share/SharePage.tsx';
import { SitePage } from './site/SitePage.tsx';
import { SubjectPage } from './site/SubjectPage.tsx';
import { TimesPage } from './times/TimesPage.tsx';
import { useAsked } from './use_asked.ts';
import { usePlace } from './use_place.ts';
import { Go, WayContext } from './Way.tsx';
import type { PublicAppointment } from './wire.ts';
import { OfferPage } from './waiting/OfferPage.tsx';
import { useWords } from './words.ts';
import type { Held } from './booking/held.ts';

/** The portal: from a village to an appointment, without an account. */
export function PortalPage(): ReactElement {
  const words = useWords();
  const way = usePlace();
  const directory = useAsked(load_directory);

  if (directory.state === 'here') {
    return (
      <WayContext value={way}>
        <Opened directory={directory.value} place={way.place} />
      </WayContext>
    );
  }
  return (
    <WayContext value={way}>
      <PageShell title={words.say('portal.title')} home={root}>
        {directory.state === 'asking' ? (
          <p role="status">{words.say('portal.opening')}</p>
        ) : (
          <Notice tone="danger" live actions={<Button on_press={directory.again}>{words.say('ui.try_again')}</Button>}>
            {words.problem(directory.problem)}
          </Notice>
        )}
      </PageShell>
    </WayContext>
  );
}

function Opened({ directory, place }: { directory: Directory; place: Place }): ReactElement {
  const words = useWords();
  const [draft, set_draft] = useState(empty_draft);
  const [held, set_held] = useState<Held | null>(null);
  const [mine, set_mine] = useState<PublicAppointment | null>(null);
  const [found, set_found] = useState<Portal['found']>({ typed: '', chosen: null, position: null, village: null });
  const portal = useMemo<Portal>(
    () => ({ directory, draft, set_draft, held, set_held, mine, set_mine, found, set_found }),
    [directory, draft, held, mine, found],
  );
  const counter = 'site' in place ? counter_of(directory, place.site) : null;

  const view = (): ReactElement => {
    switch (place.view) {
      case 'find':
        return <FindPage />;
      case 'mine':
        return <MinePage />;
      case 'offer':
        return <OfferPage />;
      case 'move':
        return mine ? <MovePage appointment={mine} /> : <MinePage />;
      default:
        break;
    }
    if (!counter) return <UnknownSite />;
    switch (place.view) {
      case 'site':
        return <SitePage counter={counter} />;
      case 'subject':
        return <SubjectPage counter={counter} subject={place.subject} />;
      case 'times':
        return <TimesPage key={place.motives.join()} counter={counter} motives={place.motives} />;
      case 'form':
        return held ? <BookingPage counter={counter} motives={place.motives} held={held} /> : <TimesPage counter={counter} motives={place.motives} />;
      case 'poster':
        return <PosterPage counter={counter} paper={place.paper} />;
      case 'share':
        return <SharePage counter={counter} />;
    }
  };
  return <PortalContext value={portal}>{view()}</PortalContext>;

  function UnknownSite(): ReactElement {
    return (
      <PageShell title={words.say('portal.title')} home={root}>
        <Notice tone="attention">{words.say('portal.problem.site_unknown')}</Notice>
        <Go to={{ view: 'find' }} look="button" icon="search">
          {words.say('portal.find_again')}
        </Go>
      </PageShell>
    );
  }
}
