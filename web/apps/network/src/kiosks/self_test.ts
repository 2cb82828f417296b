// SPDX-License-Identifier: EUPL-1.2
import type { components } from '@parvis/api';
import { ask, http, type Problem } from '@parvis/api';
import type { Tone } from '@parvis/ui';
import { useEffect, useState } from 'react';

export type SelfTestResult = components['schemas']['SelfTestResult'];
type Outcome = components['schemas']['SelfTestCheck']['outcome'];

export const outcome_tones: Record<Outcome, Tone> = { passed: 'good', warning: 'attention', failed: 'danger' };

/** The outcome that a technician must know of first. */
export function worst_outcome({ report }: SelfTestResult): Outcome {
  const among = (outcome: Outcome) => report.checks.some((check) => check.outcome === outcome);
  if (among('failed')) return 'failed';
  return among('warning') ? 'warning' : 'passed';
}

/** An order that runs until a result that is not older than it is on record. */
interface Running {
  ordered_at: number;
  give_up_at: number;
}

const between_looks_ms = 1000;
const patience_ms = 90_000;

export interface SelfTestRun {
  running: boolean;
  result: SelfTestResult | null;
  problem: Problem | null;
  /** True when the kiosk was told and said nothing more. */
  unanswered: boolean;
  start(): void;
}

/** Has a kiosk test itself, and looks for the result until it is there. */
export function useSelfTest(kiosk_id: string, known: SelfTestResult | null): SelfTestRun {
  const [result, set_result] = useState(known);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [asking, set_asking] = useState(false);
  const [order, set_order] = useState<Running | null>(null);
  const [unanswered, set_unanswered] = useState(false);

  useEffect(() => {
    if (!order) return;
    const timer = setInterval(() => {
      void result_of(kiosk_id).then((found) => {
        if (found && found.finished_at >= order.ordered_at) {
          set_result(found);
          set_order(null);
        } else if (performance.now() > order.give_up_at) {
          set_unanswered(true);
          set_order(null);
        }
      });
    }, between_looks_ms);
    return () => clearInterval(timer);
  }, [kiosk_id, order]);

  const start = async () => {
    set_asking(true);
    set_problem(null);
    set_unanswered(false);
    const told = await ask(http.POST('/api/v1/kiosks/{kiosk_id}/self_test', { params: { path: { kiosk_id } } }));
    set_asking(false);
    if (told.ok) set_order({ ordered_at: told.value.ordered_at, give_up_at: performance.now() + patience_ms });
    else set_problem(told.error);
  };
  return { running: asking || order !== null, result, problem, unanswered, start: () => void start() };
}

async function result_of(kiosk_id: string): Promise<SelfTestResult | null> {
  const seen = await ask(http.GET('/api/v1/network'));
  if (!seen.ok) return null;
  const kiosks = seen.value.networks.flatMap((network) => network.kiosks);
  return kiosks.find((kiosk) => kiosk.kiosk_id === kiosk_id)?.self_test ?? null;
}
