// SPDX-License-Identifier: EUPL-1.2
// Where in the portal somebody is, as the address of the page: the telephone's own "back" works, a counter can be
// sent to a relative, and the QR code of a poster leads to its counter. Never a code or a name: addresses are kept.

export const papers = ['a4', 'a3', 'leaflet'] as const;
export type Paper = (typeof papers)[number];

export type Place =
  | { view: 'find' }
  | { view: 'site'; site: string }
  | { view: 'subject'; site: string; subject: string }
  | { view: 'times'; site: string; motives: readonly string[] }
  /** The form for a place that is held; only in this page's memory, so that after a reload it is 'times'. */
  | { view: 'form'; site: string; motives: readonly string[] }
  | { view: 'mine' }
  /** Another time for the appointment that 'mine' shows; after a reload it is 'mine'. */
  | { view: 'move' }
  /** A freed place that somebody of the waiting list is asked about; the code that leads there is taken out of the address. */
  | { view: 'offer' }
  | { view: 'poster'; site: string; paper: Paper }
  /** What a town hall prints, or shows on its own site. */
  | { view: 'share'; site: string };

export const root = '/portal/';

export function place_of(search: string): Place {
  const asked = new URLSearchParams(search);
  const step = asked.get('step');
  if (step === 'mine' || step === 'move' || step === 'offer') return { view: step };
  const site = asked.get('site');
  if (site === null || site === '') return { view: 'find' };
  const paper = papers.find((one) => one === asked.get('poster'));
  if (paper) return { view: 'poster', site, paper };
  if (step === 'share') return { view: 'share', site };
  const motives = (asked.get('motives') ?? '').split(',').filter((motive) => motive !== '');
  if (motives.length > 0) return { view: step === 'form' ? 'form' : 'times', site, motives };
  const subject = asked.get('subject');
  return subject === null || subject === '' ? { view: 'site', site } : { view: 'subject', site, subject };
}

export function address_of(place: Place): string {
  const asked = new URLSearchParams();
  if ('site' in place) asked.set('site', place.site);
  switch (place.view) {
    case 'find':
    case 'site':
      break;
    case 'subject':
      asked.set('subject', place.subject);
      break;
    case 'times':
      asked.set('motives', place.motives.join(','));
      break;
    case 'form':
      asked.set('motives', place.motives.join(','));
      asked.set('step', 'form');
      break;
    case 'mine':
    case 'move':
    case 'share':
    case 'offer':
      asked.set('step', place.view);
      break;
    case 'poster':
      asked.set('poster', place.paper);
      break;
  }
  const search = asked.toString().replaceAll('%2C', ',');
  return search === '' ? root : `${root}?${search}`;
}

/** The same poster as a file, made by the server. */
export function pdf_address(site: string, paper: Paper, language: string): string {
  const file = paper === 'leaflet' ? 'leaflet.pdf?' : `poster.pdf?format=${paper}&`;
  return `/api/v1/public/sites/${site}/${file}language=${language}`;
}
