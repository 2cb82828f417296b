// SPDX-License-Identifier: EUPL-1.2
import { open_camera_and_microphone, type DeviceChoice, type OpenedDevices } from '@parvis/call';
import { useCallback, useEffect, useRef, useState } from 'react';

/** The adviser's own camera and microphone: opened once for the check, kept open so that an accepted ring starts at once. */
export interface OwnDevices {
  opened: OpenedDevices | null;
  opening: boolean;
  choice: DeviceChoice;
  /** Opens them, or opens others. */
  open(choice?: DeviceChoice): void;
  close(): void;
}

export function useOwnDevices(): OwnDevices {
  const [opened, set_opened] = useState<OpenedDevices | null>(null);
  const [opening, set_opening] = useState(false);
  const [choice, set_choice] = useState<DeviceChoice>({});
  const held = useRef<OpenedDevices | null>(null);
  const turn = useRef(0);

  const close = useCallback(() => {
    turn.current += 1;
    stop(held.current);
    held.current = null;
    set_opened(null);
    set_opening(false);
  }, []);

  const open = useCallback(
    (wanted: DeviceChoice = {}) => {
      close();
      const mine = turn.current;
      set_choice(wanted);
      set_opening(true);
      void open_camera_and_microphone(wanted).then((devices) => {
        if (turn.current !== mine) return stop(devices);
        held.current = devices;
        set_opened(devices);
        set_opening(false);
      });
    },
    [close],
  );

  useEffect(() => close, [close]);
  return { opened, opening, choice, open, close };
}

function stop(devices: OpenedDevices | null): void {
  devices?.audio?.stop();
  devices?.video?.stop();
}
