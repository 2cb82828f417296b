// SPDX-License-Identifier: EUPL-1.2
import type { components } from '@parvis/api';
import type { MessageKey } from '@parvis/i18n';
import type { IconName } from '../icons/Icon.tsx';
import type { Tone } from '../feedback/tone.ts';

export type DeviceReport = components['schemas']['DeviceReport'];
export type DeviceState = components['schemas']['DeviceState'];
export type DeviceName = keyof DeviceReport;

export const device_names: readonly DeviceName[] = ['scanner', 'printer', 'camera', 'microphone', 'loudspeaker'];

export const device_icons: Record<DeviceName, IconName> = {
  scanner: 'scanner',
  printer: 'printer',
  camera: 'camera',
  microphone: 'microphone',
  loudspeaker: 'volume',
};

/** Low toner is told but does not stop anybody. */
export function device_tone(device: DeviceState): Tone {
  if (device.state === 'absent') return 'danger';
  if (device.state === 'attention' || device.reasons.length > 0) return 'attention';
  return device.state === 'unknown' ? 'neutral' : 'good';
}

/** The sentence for a device: its first reason when it has one, else its condition. */
export function device_word(device: DeviceState): MessageKey {
  const reason = device.reasons[0];
  return reason ? `ui.device.reason.${reason}` : `ui.device.state.${device.state}`;
}
