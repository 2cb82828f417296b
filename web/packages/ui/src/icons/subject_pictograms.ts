// SPDX-License-Identifier: EUPL-1.2
// What citizens come for: the tiles of the kiosk's first screen.
import { bead, box, circle, dot } from './shapes.ts';

const house = 'M3.5 11.5L12 4l8.5 7.5M5.5 10v9a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-9';

export const subject_pictograms = {
  retirement:
    'M6.5 11V7a3 3 0 0 1 3-3h5a3 3 0 0 1 3 3v4' +
    'M6.5 15v-1.5a2 2 0 1 0-2.5 1.9V18a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-2.6a2 2 0 1 0-2.5-1.9V15zM6 19v2M18 19v2',
  family:
    `${circle(7, 5.5, 2.5)}${circle(17, 5.5, 2.5)}${circle(12, 13, 2)}` +
    'M2.5 20v-4a4.5 4.5 0 0 1 5.5-4.4M21.5 20v-4a4.5 4.5 0 0 0-5.5-4.4M8.5 21v-.5a3.5 3.5 0 0 1 7 0v.5',
  health: 'M12 20.5C7 16.5 3 13 3 8.9a4.9 4.9 0 0 1 9-2.7 4.9 4.9 0 0 1 9 2.7c0 4.1-4 7.6-9 11.6zM12 9.5v5M9.5 12h5',
  work: `${box(3, 8, 18, 12, 2)}M9 8V6a2 2 0 0 1 2-2h2a2 2 0 0 1 2 2v2M3 13h6.5M14.5 13H21${box(9.5, 11.5, 5, 3, 1)}`,
  housing: `${house}M10 20v-5.5h4V20`,
  home_help:
    `${house}M12 17.3c-2-1.5-3.4-2.8-3.4-4.3a1.8 1.8 0 0 1 3.4-.8 1.8 1.8 0 0 1 3.4.8c0 1.5-1.4 2.8-3.4 4.3z`,
  farming: 'M12 21v-9M12 12c0-4-2.7-6.5-7.5-6.5C4.5 9.8 7.2 12 12 12zM12 15c0-3.6 2.5-6 7.5-6 0 4-2.7 6-7.5 6zM6 21h12',
  young_people: 'M2.5 9.5L12 5l9.5 4.5L12 14zM6.5 11.5V16c0 1.6 2.5 3 5.5 3s5.5-1.4 5.5-3v-4.5M21.5 9.5V15',
  disability: `${circle(10, 4.5, 1.5)}M10 8.5v5.5h5l2.5 5.5h2M10 10.5h4.5M7.5 11.8a5 5 0 1 0 6.4 6.4`,
  taxes: `${circle(12, 12, 9)}M15.5 8.7A4 4 0 1 0 15.5 15.3M6.8 10.8h6M6.8 13.2h5`,
  identity: `${box(2.5, 5, 19, 14, 2)}${circle(8, 10.5, 2)}M5 15.8a3 3 0 0 1 6 0M14.5 9.5h4M14.5 13h4`,
  rights: 'M12 4v16M7.5 20h9M5 7h14M5 7l-2.5 6.5a2.8 2.8 0 0 0 5 0zM19 7l-2.5 6.5a2.8 2.8 0 0 0 5 0z',
  energy: 'M13 3L5 13.5h6L10.5 21 19 10.5h-6z',
  digital_help: `${box(3, 4.5, 18, 12, 2)}M8.5 20.5h7M12 16.5v4M8.5 10.5l2.5 2.5 4.5-5`,
  transport: `${box(4, 4, 16, 13, 2.5)}M4 11.5h16M7 17v2.5M17 17v2.5${dot(8, 14.2)}${dot(16, 14.2)}`,
  other_subject: `${bead(7.5, 12)}${bead(12, 12)}${bead(16.5, 12)}${circle(12, 12, 9.5)}`,
};
