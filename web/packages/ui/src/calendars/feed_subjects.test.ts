// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { subjects_of, type Network } from './feed_subjects.ts';

const network = {
  network_id: 'N',
  sites: [
    { site_id: 'S1', name: 'Mairie de Bretenoux' },
    { site_id: 'S2', name: 'Mairie de Salviac' },
  ],
  partners: [
    { partner_id: 'P1', acronym: 'CAF' },
    { partner_id: 'P2', acronym: 'CPAM' },
  ],
  groups: [
    { group_id: 'G1', partner_id: 'P1', name: 'CAF' },
    { group_id: 'G2', partner_id: 'P2', name: 'Pôle retraite' },
  ],
} as unknown as Network;
const names = (role: string, more: object) => subjects_of({ account_id: 'A', memberships: [{ role, network_id: 'N', ...more }] } as unknown as Parameters<typeof subjects_of>[0], network, 'moi').map((one) => one.label);

test('each role gives a calendar what is theirs, and a group of the name of its body stands once', () => {
  expect(names('mediator', { site_id: 'S1' })).toEqual(['Mairie de Bretenoux']);
  expect(names('adviser', { partner_id: 'P1' })).toEqual(['moi', 'CAF']);
  expect(names('partner_manager', { partner_id: 'P2' })).toEqual(['Pôle retraite', 'CPAM']);
  expect(names('coordinator', {})).toEqual(['Mairie de Bretenoux', 'Mairie de Salviac', 'CAF', 'Pôle retraite', 'CPAM']);
  expect(names('technician', {})).toEqual([]);
});
