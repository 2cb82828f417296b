// SPDX-License-Identifier: EUPL-1.2
// What travels on a link besides the applications' own messages; docs/realtime.md tells it in order.

export interface ProtocolRange {
  readonly lowest: number;
  readonly highest: number;
}

/** An application's message from the server; `type` names it. */
export interface LinkMessage {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Welcome {
  readonly protocol: number;
  /** Names the server's process: another one remembers nothing of this link. */
  readonly epoch: string;
  readonly link: string;
  /** What was missed follows; otherwise a snapshot does. */
  readonly resumed: boolean;
}

export interface Resume {
  readonly epoch: string;
  readonly link: string;
  readonly received: number;
}

/** Why a socket was closed by the server. */
export const close_code = {
  protocol_error: 4000,
  unauthenticated: 4001,
  forbidden: 4003,
  slow_reader: 4008,
  replaced: 4009,
  shutting_down: 4010,
  too_large: 4013,
} as const;

/** Largest text frame that the server takes on a link, in bytes. */
export const largest_text_frame = 256 * 1024;

/** Reads a text frame; null when it is not a tagged message. */
export function read_message(frame: string): LinkMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(frame);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { type } = value as Record<string, unknown>;
  return typeof type === 'string' ? { ...value, type } : null;
}

/** Reads a welcome; null when a field is missing or of another kind. */
export function read_welcome(message: LinkMessage): Welcome | null {
  const { protocol, epoch, link, resumed } = message;
  if (typeof protocol !== 'number' || typeof epoch !== 'string' || typeof link !== 'string') return null;
  return typeof resumed === 'boolean' ? { protocol, epoch, link, resumed } : null;
}
