// SPDX-License-Identifier: EUPL-1.2
import type { CalendarEntry } from '../booking/calendar_file.ts';
import { address_of } from '../place.ts';
import type { PublicAppointment } from '../wire.ts';
import { useWords } from '../words.ts';

/** The appointment as a calendar shows it, in the page's language. */
export function useCalendarEntry(): (appointment: PublicAppointment) => CalendarEntry {
  const { say, plain } = useWords();
  return (appointment) => {
    const { place, door, body, papers, code = appointment.appointment_id } = appointment;
    const title = say('portal.calendar.title', { name: plain(body.name), acronym: body.acronym });
    const goes_there = door === 'kiosk' || door === 'on_site';
    const lines = [
      say(`portal.door.${door}`),
      ...(papers.length === 0 ? [] : [door === 'telephone' ? say('portal.mine.papers_at_hand') : say('portal.mine.papers'), ...papers.map((paper) => `- ${plain(paper)}`)]),
      say('portal.calendar.code', { code }),
      ...(place ? [say('portal.site.call', { telephone: place.telephone })] : []),
    ];
    return {
      uid: `${code}@${location.hostname}`,
      starts_at: appointment.starts_at,
      ends_at: appointment.ends_at,
      made_at: Date.now(),
      title,
      location: goes_there && place ? `${place.name}, ${place.address}, ${place.commune}` : '',
      description: lines.join('\n'),
      url: new URL(address_of({ view: 'mine' }), location.origin).href,
      reminder: title,
    };
  };
}
