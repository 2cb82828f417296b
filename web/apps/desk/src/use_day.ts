// SPDX-License-Identifier: EUPL-1.2
// The day of a site. Its lines are told by the server as they change; what is not told is asked for again and again
// while the server answers. Without it the day is shown as it was last known.
import { ask, http, type Result } from '@parvis/api';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Desk } from './desk_model.ts';
import { keep_known_day, read_known_day } from './offline/desk_database.ts';
import { heard, local_day, still_known, unknown_day, with_lines, with_queue, type KnownDay } from './offline/known_day.ts';
import type { LineView } from './wire.ts';

/** Appointments may be made, moved and cancelled from elsewhere. */
const people_every_ms = 10_000;
/** Supply and motives change by the day. */
const plan_every_ms = 10 * 60_000;
const days_ahead = 14;

export interface DayAtDesk {
  day: KnownDay;
  /** Reads again now. */
  look(): void;
}

interface Followed {
  site_id: string;
  network_id: string;
  desk: Desk | null;
  lines: ReadonlyMap<string, LineView>;
  online: boolean;
}

export function useDay({ site_id, network_id, desk, lines, online }: Followed): DayAtDesk {
  const [day, set_day] = useState<KnownDay>(() => unknown_day(site_id));
  const [remembered, set_remembered] = useState(false);
  const change = useCallback((next: (before: KnownDay) => KnownDay) => set_day((before) => next(before)), []);

  useEffect(() => {
    void read_known_day(site_id).then((kept) => {
      change((before) => (before.heard_at === 0 ? { ...still_known(kept, site_id, Date.now()), desk: before.desk ?? kept?.desk ?? null } : before));
      set_remembered(true);
    });
  }, [site_id, change]);
  useEffect(() => {
    if (desk) change((before) => ({ ...before, desk }));
  }, [desk, change]);
  useEffect(() => {
    if (remembered && day.heard_at > 0) void keep_known_day(day);
  }, [day, remembered]);

  const told_since = useToldLines(lines, change);
  const look_at_people = useCallback(() => void people_of(site_id).then(change), [site_id, change]);
  const look = useCallback(() => {
    const told_meanwhile = told_since();
    void queue_of(site_id, told_meanwhile).then(change);
    look_at_people();
  }, [site_id, change, told_since, look_at_people]);
  useEffect(() => {
    if (online) look();
  }, [online, look]);
  useRepeatedly(look_at_people, people_every_ms, online);
  // Whoever came for an appointment and is called, met or gone: the appointment has followed the ticket.
  const booked = [...lines.values()].flatMap((line) => line.tickets.flatMap((one) => (one.appointment_id ? [`${one.ticket_id} ${one.state}`] : []))).sort().join(' ');
  useEffect(() => {
    if (online) look_at_people();
  }, [booked, online, look_at_people]);
  const plan = useCallback(() => void look_at_plan(site_id, network_id, change), [site_id, network_id, change]);
  useEffect(() => {
    if (online) plan();
  }, [online, plan]);
  useRepeatedly(plan, plan_every_ms, online);
  return { day, look };
}

type Change = (next: (before: KnownDay) => KnownDay) => void;
type Next = (before: KnownDay) => KnownDay;

/** Takes over what is told. The answer asks from now on whether a line was told: then it is newer than what is asked for now. */
function useToldLines(lines: ReadonlyMap<string, LineView>, change: Change): () => (group_id: string) => boolean {
  const taken = useRef(new Map<string, { line: LineView; order: number }>());
  const count = useRef(0);
  useEffect(() => {
    const fresh = [...lines.values()].filter((line) => taken.current.get(line.group_id)?.line !== line);
    if (fresh.length === 0) return;
    count.current += 1;
    for (const line of fresh) taken.current.set(line.group_id, { line, order: count.current });
    change((before) => with_lines(before, fresh, Date.now()));
  }, [lines, change]);
  return useCallback(() => {
    const asked = count.current;
    return (group_id) => (taken.current.get(group_id)?.order ?? 0) > asked;
  }, []);
}

function useRepeatedly(work: () => void, every_ms: number, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return;
    const timer = setInterval(work, every_ms);
    return () => clearInterval(timer);
  }, [work, every_ms, enabled]);
}

async function queue_of(site_id: string, told_meanwhile: (group_id: string) => boolean): Promise<Next> {
  const queue = await ask(http.GET('/api/v1/sites/{site_id}/queue', { params: { path: { site_id } } }));
  return (before) => (queue.ok ? with_queue(before, queue.value, told_meanwhile, Date.now()) : before);
}

async function people_of(site_id: string): Promise<Next> {
  const today = local_day(Date.now());
  const path = { site_id };
  const [appointments, requests] = await Promise.all([
    ask(http.GET('/api/v1/sites/{site_id}/appointments', { params: { path, query: { from: today, to: today } } })),
    ask(http.GET('/api/v1/sites/{site_id}/appointments/requests', { params: { path } })),
  ]);
  return (before) => ({
    ...(appointments.ok ? heard(before, Date.now()) : before),
    appointments: appointments.ok ? appointments.value.appointments : before.appointments,
    requests: requests.ok ? requests.value.appointments : before.requests,
  });
}

async function look_at_plan(site_id: string, network_id: string, change: Change): Promise<void> {
  const from = local_day(Date.now());
  const to = local_day(Date.now() + days_ahead * 86_400_000);
  const path = { network_id };
  const [plan, motives, overview] = await Promise.all([
    ask(http.GET('/api/v1/networks/{network_id}/plan', { params: { path, query: { from, to, site_id } } })),
    ask(http.GET('/api/v1/networks/{network_id}/motives', { params: { path } })),
    ask(http.GET('/api/v1/network')),
  ]);
  change((before) => ({
    ...before,
    plan: value_or(plan, before.plan),
    motives: motives.ok ? motives.value.motives.map((one) => one.motive) : before.motives,
    network: overview.ok ? (overview.value.networks.find((one) => one.network_id === network_id) ?? before.network) : before.network,
  }));
}

function value_or<Value>(answer: Result<Value>, otherwise: Value | null): Value | null {
  return answer.ok ? answer.value : otherwise;
}
