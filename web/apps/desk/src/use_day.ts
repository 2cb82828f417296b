// SPDX-License-Identifier: EUPL-1.2
// The day of a site: asked for again and again while the server answers, as it was last known while it does not.
import { ask, http, type Result } from '@parvis/api';
import { useCallback, useEffect, useState } from 'react';
import type { Desk } from './desk_model.ts';
import { keep_known_day, read_known_day } from './offline/desk_database.ts';
import { local_day, still_known, unknown_day, with_queue, type KnownDay } from './offline/known_day.ts';

/** Positions and waits are read again this often, and after each deed at once. */
const look_every_ms = 4_000;
/** Supply and motives change by the day. */
const plan_every_ms = 10 * 60_000;
const days_ahead = 14;

export interface DayAtDesk {
  day: KnownDay;
  /** Reads again now. */
  look(): void;
}

export function useDay(site_id: string, network_id: string, desk: Desk | null, online: boolean): DayAtDesk {
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

  const look = useCallback(() => void look_at(site_id, change), [site_id, change]);
  useRepeatedly(look, look_every_ms, online);
  const plan = useCallback(() => void look_at_plan(site_id, network_id, change), [site_id, network_id, change]);
  useRepeatedly(plan, plan_every_ms, online);
  return { day, look };
}

function useRepeatedly(work: () => void, every_ms: number, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return;
    work();
    const timer = setInterval(work, every_ms);
    return () => clearInterval(timer);
  }, [work, every_ms, enabled]);
}

type Change = (next: (before: KnownDay) => KnownDay) => void;

async function look_at(site_id: string, change: Change): Promise<void> {
  const today = local_day(Date.now());
  const path = { site_id };
  const [queue, appointments, requests] = await Promise.all([
    ask(http.GET('/api/v1/sites/{site_id}/queue', { params: { path } })),
    ask(http.GET('/api/v1/sites/{site_id}/appointments', { params: { path, query: { from: today, to: today } } })),
    ask(http.GET('/api/v1/sites/{site_id}/appointments/requests', { params: { path } })),
  ]);
  change((before) => {
    const after = queue.ok ? with_queue(before, queue.value, Date.now()) : before;
    return {
      ...after,
      appointments: appointments.ok ? appointments.value.appointments : after.appointments,
      requests: requests.ok ? requests.value.appointments : after.requests,
    };
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

