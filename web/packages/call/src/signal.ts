// SPDX-License-Identifier: EUPL-1.2
// What two pages say to each other by the server to find a path. Every signal names the page load that sent it
// (`session`), the page load it is meant for (`peer_session`, null while unknown) and the number of the peer connection
// between those two (`round`), so that a reload or a rebuild is seen from the first signal on.

export type SignalHead = { session: string; peer_session: string | null; round: number };
export type SignalBody =
  | { type: 'offer'; offer_id: string; sdp: string }
  | { type: 'answer'; offer_id: string; sdp: string }
  | { type: 'candidate'; offer_id: string; candidate: string; sdp_mid: string | null; sdp_m_line_index: number | null }
  /** Asks for a sign of life before an offer is sent: an offer into a stalled line would arrive late, in a burst. */
  | { type: 'are_you_there'; nonce: string }
  | { type: 'here'; nonce: string }
  | { type: 'bye' };
export type Signal = SignalHead & SignalBody;

/** Longest description accepted: an offer with two media and data is about 8 kB. */
const longest_sdp = 128 * 1024;
const longest_candidate = 4096;
const id_pattern = /^[A-Za-z0-9_-]{1,64}$/;

function is_record(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const is_id = (value: unknown): value is string => typeof value === 'string' && id_pattern.test(value);
const is_text = (value: unknown, longest: number): value is string => typeof value === 'string' && value.length <= longest;
const is_count = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** Reads an untrusted value as a signal; null when it is none. */
export function read_signal(value: unknown): Signal | null {
  if (!is_record(value)) return null;
  const { session, peer_session, round } = value;
  if (!is_id(session) || !is_count(round)) return null;
  if (peer_session !== null && !is_id(peer_session)) return null;
  const body = read_body(value);
  return body && { session, peer_session, round, ...body };
}

function read_body(value: Record<string, unknown>): SignalBody | null {
  const { type, offer_id, sdp, nonce, candidate, sdp_mid, sdp_m_line_index } = value;
  switch (type) {
    case 'offer':
    case 'answer':
      return is_id(offer_id) && is_text(sdp, longest_sdp) ? { type, offer_id, sdp } : null;
    case 'candidate':
      if (!is_id(offer_id) || !is_text(candidate, longest_candidate)) return null;
      if (sdp_mid !== null && !is_text(sdp_mid, 64)) return null;
      if (sdp_m_line_index !== null && !is_count(sdp_m_line_index)) return null;
      return { type, offer_id, candidate, sdp_mid, sdp_m_line_index };
    case 'are_you_there':
    case 'here':
      return is_id(nonce) ? { type, nonce } : null;
    case 'bye':
      return { type };
    default:
      return null;
  }
}
