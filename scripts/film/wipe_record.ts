// SPDX-License-Identifier: EUPL-1.2
import type { Installation } from '../../tests/support/installation.ts';
import type { Citizen } from '../../tests/support/people.ts';
import { run_parvis } from '../../tests/support/server.ts';
import { demo_accounts, StaffSession } from '../../tests/support/staff.ts';
import { until } from '../../tests/support/until.ts';

interface AuditEntry {
  number: number;
  act: string;
  actor: string;
  subject: string;
  detail: string;
  occurred_at: number;
}

export interface WipeRecord {
  /** The entry of the server's audit trail that the kiosk's report became. */
  audit_entry: AuditEntry;
  reason: string;
  /** Papers, bytes and jobs that were held and are gone, by store. */
  counts: Record<string, number>;
  /** What the citizen read on the end screen. */
  end_screen: string;
  /** Files that the print service still keeps of jobs. */
  spool_files: string[];
  /** Entries in the stores of the kiosk's browser. */
  browser_entries: number;
  /** What the verification of the whole trail says. */
  trail: string;
}

/** "reason=ended daemon_papers=2 ..." */
export function read_detail(detail: string): { reason: string; counts: Record<string, number> } {
  const pairs = detail.split(' ').map((pair) => pair.split('=') as [string, string]);
  const counts = pairs.filter(([name]) => name !== 'reason').map(([name, value]) => [name, Number(value)] as const);
  return { reason: pairs.find(([name]) => name === 'reason')?.[1] ?? '', counts: Object.fromEntries(counts) };
}

function stored_entries(citizen: Citizen): Promise<number> {
  return citizen.page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches_kept = await caches.keys();
    const cookies = document.cookie === '' ? 0 : 1;
    return localStorage.length + sessionStorage.length + databases.length + caches_kept.length + cookies;
  });
}

/** Gathers every trace of the wipe; throws when one is missing or when something was left. */
export async function read_wipe(installation: Installation, citizen: Citizen, end_screen: string): Promise<WipeRecord> {
  const administrator = await StaffSession.open(installation.server.local_url, demo_accounts.administrator);
  const audit_entry = await until('the record of the wipe', async () => {
    const { entries } = (await administrator.get('/api/v1/audit')).body as { entries: AuditEntry[] };
    return entries.find(({ act, detail }) => act === 'papers_wiped' && detail.includes('reason=ended'));
  });
  const { reason, counts } = read_detail(audit_entry.detail);
  const verified = run_parvis(['audit', 'verify', '--config', installation.server.config_file]);
  const record: WipeRecord = {
    audit_entry,
    reason,
    counts,
    end_screen,
    spool_files: installation.printer.spool_files(),
    browser_entries: await stored_entries(citizen),
    trail: verified.output.trim(),
  };
  if (!((counts.daemon_papers ?? 0) > 0)) throw new Error(`the wipe counted no paper: ${audit_entry.detail}`);
  if (record.spool_files.length > 0) throw new Error(`the print service still keeps ${record.spool_files.join(', ')}`);
  if (record.browser_entries > 0) throw new Error(`the kiosk's browser still keeps ${record.browser_entries} entries`);
  if (verified.status !== 0) throw new Error(`the audit trail does not hold: ${record.trail}`);
  return record;
}
